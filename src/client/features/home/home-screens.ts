/** Screens and forms of homes: one file, since whoever records a move goes from one to the other. */
export {HomeFormPage} from './home-form-page.tsx';
export {HomelessPage} from './homeless-page.tsx';
