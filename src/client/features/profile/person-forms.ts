/** Forms over the person's own record: names, facts about them, languages, numbers, and whether they are a parent. */
import {SEXES} from '#domain/young-person/codes.ts';
import {LANGUAGES} from '#domain/shared/fields.ts';
import {codesOrNone, yesNoOrNone} from '#client/forms/entry-choices.ts';
import type {Entry} from '#client/forms/entry.ts';
import {send, type EntryContext, type EntryField, type EntryForm} from '#client/forms/entry-form.ts';

/** Everything that a form of the profile can change; each sends what was changed in it. */
const valuesOf = (entry: Entry) => ({
  forename: entry.name('forename'),
  surname: entry.name('surname'),
  knownAs: entry.line('knownAs'),
  pronouns: entry.line('pronouns'),
  sex: entry.code('sex', SEXES),
  genderNote: entry.line('genderNote'),
  ethnicity: entry.line('ethnicity'),
  nationality: entry.line('nationality'),
  firstLanguage: entry.line('firstLanguage'),
  speak: entry.code('speak', LANGUAGES),
  write: entry.code('write', LANGUAGES),
  interpreter: entry.line('interpreter'),
  disability: entry.line('disability'),
  nhsNumber: entry.line('nhsNumber'),
  nationalInsuranceNumber: entry.line('nationalInsuranceNumber'),
  parent: entry.flag('parent'),
});

const ofPerson = (fields: readonly EntryField[]): EntryForm => ({
  action: 'profile.write',
  changes: 'young-person',
  fields,
  begin: ({own}: EntryContext) => own.data,
  commands: (entry, {person, own}) => [
    send<'profile.change'>({kind: 'profile.change', record: own.id, person, ...entry.changes(valuesOf(entry))}),
  ],
});

export const PERSON_FORMS = {
  names: ofPerson([
    {name: 'forename', as: 'line', needed: true},
    {name: 'surname', as: 'line', needed: true},
    {name: 'knownAs', as: 'line'},
    {name: 'pronouns', as: 'line'},
  ]),
  about: ofPerson([
    {name: 'sex', as: 'radio', choices: codesOrNone('sex', SEXES, 'common:notRecorded')},
    {name: 'genderNote', as: 'text'},
    {name: 'ethnicity', as: 'line'},
    {name: 'nationality', as: 'line'},
    {name: 'disability', as: 'text'},
    {name: 'parent', as: 'radio', choices: yesNoOrNone('parent')},
  ]),
  language: ofPerson([
    {name: 'speak', as: 'radio', choices: codesOrNone('language', LANGUAGES, 'person:identity.notAsked')},
    {name: 'write', as: 'radio', choices: codesOrNone('language', LANGUAGES, 'person:identity.notAsked')},
    {name: 'firstLanguage', as: 'line'},
    {name: 'interpreter', as: 'line'},
  ]),
  numbers: ofPerson([
    {name: 'nhsNumber', as: 'line'},
    {name: 'nationalInsuranceNumber', as: 'line'},
  ]),
} satisfies Readonly<Record<string, EntryForm>>;
