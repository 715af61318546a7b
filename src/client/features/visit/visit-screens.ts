/** All screens around a visit, loaded together. */
export {GoOutPage} from './go-out-page.tsx';
export {PlanVisitPage} from './plan-visit-page.tsx';
export {PlannedVisitPage} from './planned-visit-page.tsx';
