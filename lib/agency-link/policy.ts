declare const proof: unique symbol;

/**
 * A link of an agency that works now: whoever has it sees how that agency's people stand in one cohort. Made by
 * `findAgencyLink` alone, from the token.
 */
export interface LiveAgencyLink {
  readonly [proof]: "agency";
  readonly id: string;
  readonly label: string;
  readonly expiresAt: Date;
  readonly showsGrades: boolean;
  readonly cohortId: string;
  readonly centerId: string;
  readonly agencyId: string;
}
