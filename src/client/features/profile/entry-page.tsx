/** Every form of the profile, by its name in the address. */
import {EntryFormPage} from '#client/case/records/entry-page.tsx';
import type {FormSet} from '#client/forms/entry-form.ts';
import {FORMS} from './forms.ts';

const PROFILE: FormSet = {
  name: 'profile',
  keys: {
    window: 'profile:form.title',
    form: name => `profile:form.${name}`,
    intro: name => `profile:intro.${name}`,
    field: label => `profile:field.${label}`,
    hint: label => `profile:hint.${label}`,
  },
  forms: FORMS,
  back: person => `/people/${person}/profile`,
};

export function EntryPage() {
  return <EntryFormPage set={PROFILE} />;
}
