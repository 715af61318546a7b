/** Every form of the profile by its name in the address, and which record it is about. */
import {ALERT_FORMS} from './alert-forms.ts';
import {BIRTH_DATE_FORM} from './birth-date-form.tsx';
import {CARE_FORMS} from './care-forms.tsx';
import type {EntryForm} from '#client/forms/entry-form.ts';
import {EVALUATION_FORMS} from './evaluation-forms.ts';
import {FAMILY_FORMS} from './family-forms.ts';
import {PAPERS_FORMS} from './papers-forms.ts';
import {PEOPLE_FORMS} from './people-forms.ts';
import {PERSON_FORMS} from './person-forms.ts';
import {RIGHTS_FORMS} from './rights-forms.ts';

export const FORMS: Readonly<Record<string, EntryForm>> = {
  ...PERSON_FORMS,
  'birth-date': BIRTH_DATE_FORM,
  ...ALERT_FORMS,
  ...CARE_FORMS,
  ...PEOPLE_FORMS,
  ...FAMILY_FORMS,
  ...PAPERS_FORMS,
  ...EVALUATION_FORMS,
  ...RIGHTS_FORMS,
};
