/** Whoever writes words about a home is told before they write when the young person will read them. */
import {expect, test} from 'vitest';
import {COMMANDS, type CommandCode} from '#domain/commands.ts';
import type {EntryForm} from '#client/forms/entry-form.ts';
import cy from '#locales/cy/home.json';
import en from '#locales/en/home.json';
import {HOMELESS_FORMS} from './homeless-forms.ts';
import {JUDGING_FORMS} from './judging-forms.ts';
import {READY_FORMS} from './ready-forms.ts';
import {STAY_FORMS} from './stay-forms.tsx';

/** The command with which each form's words go. */
const WORDS_GO_WITH: Readonly<Record<string, CommandCode>> = {
  note: 'stay-notes.write',
  judge: 'suitability.judge',
  decide: 'suitability.decide',
  risk: 'home-risk.set',
  'risk-end': 'home-risk.end',
  ready: 'when-i-am-ready.agree',
  'ready-check': 'ready-check.record',
  homeless: 'homeless-episode.open',
  'homeless-said': 'homeless-episode.change',
  'homeless-end': 'homeless-episode.end',
  meeting: 'multi-agency-review.record',
};
const FORMS: Readonly<Record<string, EntryForm>> = {...STAY_FORMS, ...JUDGING_FORMS, ...READY_FORMS, ...HOMELESS_FORMS};
const hasWords = ({fields}: EntryForm) => fields.some(({as, name}) => (as === 'text' || as === 'words') && name !== 'address');

test('the table names every form that takes words', () => {
  expect(
    Object.keys(FORMS)
      .filter(name => hasWords(FORMS[name] as EntryForm))
      .toSorted(),
  ).toEqual(Object.keys(WORDS_GO_WITH).toSorted());
});

test.each(Object.entries(WORDS_GO_WITH))('%s, with %s', (form, kind) => {
  const isShared = COMMANDS[kind].compartment === 'shared';
  for (const [words, told] of [
    [cy, 'Bydd y person ifanc yn gweld hyn.'],
    [en, 'The young person will see this.'],
  ] as const) {
    const intro = (words as Readonly<Record<string, string>>)[`intro.${form}`] ?? '';
    expect(intro.startsWith(told)).toBe(isShared);
  }
});
