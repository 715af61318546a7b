/** All screens on which a plan is made, loaded together. */
export {ActionPage} from './action-page.tsx';
export {PlanAnswerPage} from './answer-page.tsx';
export {PlanDetailsPage} from './details-page.tsx';
export {PlanInMakingPage} from './plan-page.tsx';
export {SectionPage} from './section-page.tsx';
export {SharePage} from './share-page.tsx';
export {StartPlanPage} from './start-plan-page.tsx';
