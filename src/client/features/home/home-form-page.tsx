/** Every form of homes, by its name in the address. */
import {EntryFormPage} from '#client/case/records/entry-page.tsx';
import type {FormSet} from '#client/forms/entry-form.ts';
import {HOMELESS_FORMS} from './homeless-forms.ts';
import {JUDGING_FORMS} from './judging-forms.ts';
import {READY_FORMS} from './ready-forms.ts';
import {STAY_FORMS} from './stay-forms.tsx';

const HOMES: FormSet = {
  name: 'home',
  keys: {
    window: 'home:form.title',
    form: name => `home:form.${name}`,
    intro: name => `home:intro.${name}`,
    field: label => `home:field.${label}`,
    hint: label => `home:hint.${label}`,
  },
  forms: {...STAY_FORMS, ...JUDGING_FORMS, ...READY_FORMS, ...HOMELESS_FORMS},
  back: person => `/people/${person}/home`,
};

export function HomeFormPage() {
  return <EntryFormPage set={HOMES} />;
}
