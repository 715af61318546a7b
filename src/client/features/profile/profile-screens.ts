/** The screens of a person's profile: one file, since whoever changes something goes from one to the other. */
export {EntryPage} from './entry-page.tsx';
export {ProfilePage} from './profile-page.tsx';
