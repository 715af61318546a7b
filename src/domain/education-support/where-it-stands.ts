/** How a request for help with the costs of learning stands; without its schema, since first screens ask. */
import type {EducationSupportData} from './education-support.ts';

/** Somebody has still to decide. */
export const awaitsSupportDecision = ({decision, withdrawnOn}: Pick<EducationSupportData, 'decision' | 'withdrawnOn'>): boolean =>
  decision === null && withdrawnOn === null;

export const paidSoFar = ({payments}: Pick<EducationSupportData, 'payments'>): number => payments.reduce((sum, {pence}) => sum + pence, 0);
