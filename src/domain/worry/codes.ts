/** Codes of complaints, in the order in which one goes through them. */
export const COMPLAINT_STAGES = ['local', 'investigation', 'closed'] as const;
