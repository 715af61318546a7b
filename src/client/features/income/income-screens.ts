/** All screens of an income scheme on somebody's file, loaded together. */
export {CheckInPage} from './check-in-page.tsx';
export {EnrolmentPage} from './enrolment-page.tsx';
