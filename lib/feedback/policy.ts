declare const proof: unique symbol;

/**
 * A link of a host that works now: whoever has it reads what was released about that host's innovations and
 * answers it. Made by `findHostLink` alone, from the token.
 */
export interface LiveHostLink {
  readonly [proof]: "host";
  readonly id: string;
  readonly label: string;
  readonly expiresAt: Date;
  readonly cohortId: string;
  readonly centerId: string;
  readonly hostRegionId: string;
}
