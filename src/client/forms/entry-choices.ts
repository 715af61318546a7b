/** What can be chosen in forms about a person's file: codes by their names, yes and no in the words of their own question. */
import type {TextKey} from '#client/i18n/text.ts';
import type {EntryField, FormWords} from './entry-form.ts';

type Choices = NonNullable<EntryField['choices']>;

export const codesOf =
  (list: string, codes: readonly string[]): Choices =>
  () =>
    codes.map(value => ({value, label: `codes:${list}.${value}` as TextKey}));

/** With a way to take an answer back. */
export const codesOrNone =
  (list: string, codes: readonly string[], none: TextKey): Choices =>
  context => [...codesOf(list, codes)(context), {value: '', label: none}];

/** There is no general yes or no in Welsh: each question has its own. */
export const yesOrNo =
  (question: string, words: FormWords = 'profile'): Choices =>
  () => [
    {value: 'yes', label: `${words}:choice.${question}.yes` as TextKey},
    {value: 'no', label: `${words}:choice.${question}.no` as TextKey},
  ];

export const yesNoOrNone =
  (question: string, words: FormWords = 'profile'): Choices =>
  context => [...yesOrNo(question, words)(context), {value: '', label: 'common:notRecorded'}];

/** Who is to read it. */
export const readers =
  (question: string, codes: readonly string[]): Choices =>
  () =>
    codes.map(value => ({value, label: `profile:choice.${question}.${value}` as TextKey}));
