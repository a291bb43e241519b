/** What phones say they hold and have not been able to send: the radar of unsent work. */

/** What one report may say, and how many devices of one person are kept. */
export const DEVICE_BOUNDS = {
  drafts: { min: 0, max: 400 },
  photos: { min: 0, max: 1000 },
  devices: 10,
} as const;

/** A report that is not renewed says nothing any more after this. Hours. */
export const REPORT_LAPSES_HOURS = 7 * 24;

/** People that a radar names; the rest it counts. */
export const RADAR_MOST = 30;

/** Somebody whose phone holds work that the server has not received. */
export interface UnsentPerson {
  enrolmentId: string;
  name: string;
  group: string | null;
  drafts: number;
  photos: number;
  /** ISO instants: since when the oldest waits, by the phone's clock, and when the phone last said so. */
  oldestAt: string;
  reportedAt: string;
}

export interface UnsentRadar {
  /** Who has waited longest stands first. */
  people: UnsentPerson[];
  /** With those that are not named. */
  total: number;
  oldestAt: string | null;
}
