/** Lengths of what is written about an enrolment. Characters. */
export const ENROLMENT_BOUNDS = { reason: { min: 3, max: 500 } } as const;
