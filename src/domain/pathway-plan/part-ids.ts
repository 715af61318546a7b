/** Where the parts of a plan are found on every device: ids that follow from the plan's and the name of the part (decision 018). */
import {partId, type Id} from '../shared/ids.ts';
import type {PlanSection} from './codes.ts';

/** The young person's words to a matter, and their views of the whole. */
export const ownWordsId = (plan: Id, section: PlanSection): Id => partId(plan, `own ${section}`);
export const planViewsId = (plan: Id): Id => partId(plan, 'views');

/** What staff write for themselves of a matter, and what is shown of it. */
export const staffSectionId = (plan: Id, section: PlanSection): Id => partId(plan, `staff ${section}`);
export const shownSectionId = (plan: Id, section: PlanSection): Id => partId(plan, `shown ${section}`);
