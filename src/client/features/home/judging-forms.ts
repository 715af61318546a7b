/** Forms of judging a home and the risk of losing it. */
import * as codes from '#domain/accommodation/codes.ts';
import {addMonths} from '#domain/shared/calendar-date.ts';
import {must} from '#domain/shared/result.ts';
import {codesOf, yesOrNo} from '#client/forms/entry-choices.ts';
import type {Entry} from '#client/forms/entry.ts';
import {send, type EntryForm} from '#client/forms/entry-form.ts';
import {JudgementAbove} from './judgement-above.tsx';

/** What gives concern and is called good as well gives concern. */
function checksOf(entry: Entry) {
  const concern = entry.chosen('concerns', codes.SUITABILITY_CHECKS);
  const good = entry.chosen('good', codes.SUITABILITY_CHECKS).filter(check => !concern.includes(check));
  return [...good.map(check => ({check, answer: 'good' as const})), ...concern.map(check => ({check, answer: 'concern' as const}))];
}

const saysPlan = (entry: Entry) => ['unsuitable', 'suitable_with_conditions'].includes(entry.raw('result'));
const LOOK_AGAIN_MONTHS = 1;

export const JUDGING_FORMS = {
  judge: {
    action: 'home.write',
    fields: [
      {name: 'because', as: 'radio', label: 'judgedBecause', needed: true, choices: codesOf('judgedBecause', codes.JUDGED_BECAUSE)},
      {name: 'judgedOn', as: 'date', needed: true},
      {name: 'good', as: 'checks', choices: codesOf('suitabilityCheck', codes.SUITABILITY_CHECKS)},
      {name: 'concerns', as: 'checks', choices: codesOf('suitabilityCheck', codes.SUITABILITY_CHECKS)},
      {name: 'theirView', as: 'radio', needed: true, choices: codesOf('theirView', codes.THEIR_VIEWS)},
      {name: 'theirWords', as: 'words', when: entry => entry.raw('theirView') !== 'not_asked'},
      {name: 'result', as: 'radio', needed: true, choices: codesOf('suitability', codes.SUITABILITY)},
      {name: 'reason', as: 'text', label: 'judgedReason', needed: true},
      {name: 'plan', as: 'text', label: 'judgedPlan', needed: true, when: saysPlan},
    ],
    begin: ({today}) => ({judgedOn: today}),
    commands: (entry, {vault, person, of}) => [
      send<'suitability.judge'>({
        kind: 'suitability.judge',
        record: vault.newId(),
        person,
        body: {
          stay: of,
          result: must(entry.code('result', codes.SUITABILITY), 'the form asks for it'),
          judgedOn: must(entry.date('judgedOn'), 'the form asks for it'),
          because: must(entry.code('because', codes.JUDGED_BECAUSE), 'the form asks for it'),
          reason: entry.name('reason'),
          checks: checksOf(entry),
          theirView: must(entry.code('theirView', codes.THEIR_VIEWS), 'the form asks for it'),
          theirWords: entry.raw('theirView') === 'not_asked' ? null : entry.words('theirWords'),
          plan: saysPlan(entry) ? entry.line('plan') : null,
        },
      }),
    ],
    refusals: {
      'dates_out_of_order judgedOn': 'home:refusal.judgedBefore',
      'date_in_future judgedOn': 'home:refusal.notInFuture',
      'out_of_range judgedOn': 'home:refusal.dayBeyond',
    },
  },
  decide: {
    action: 'home.decide',
    changes: 'suitability',
    fields: [
      {name: 'agreed', as: 'radio', needed: true, choices: yesOrNo('agreed', 'home')},
      {name: 'words', as: 'text', label: 'decided', needed: true},
    ],
    // An import brings none: what has to be done is for whoever decides to say.
    begin: ({record}) => (record?.data['plan'] ? {} : {agreed: false}),
    commands: (entry, {record, person}) => [
      send<'suitability.decide'>({
        kind: 'suitability.decide',
        record: must(record, 'there is a judgement').id,
        person,
        body: {agreed: entry.flag('agreed') === true, words: entry.name('words')},
      }),
    ],
    Above: JudgementAbove,
  },
  risk: {
    action: 'home.write',
    fields: [
      {name: 'level', as: 'radio', needed: true, choices: codesOf('homeRisk', codes.HOME_RISKS)},
      {name: 'drivers', as: 'checks', choices: codesOf('homeDriver', codes.SAID_DRIVERS)},
      {name: 'words', as: 'text', label: 'riskWords', needed: true},
      {name: 'lookAgainOn', as: 'date', needed: true},
    ],
    begin: ({today}) => ({lookAgainOn: addMonths(today, LOOK_AGAIN_MONTHS)}),
    commands: (entry, {vault, person}) => [
      send<'home-risk.set'>({
        kind: 'home-risk.set',
        record: vault.newId(),
        person,
        body: {
          level: must(entry.code('level', codes.HOME_RISKS), 'the form asks for it'),
          drivers: [...entry.chosen('drivers', codes.SAID_DRIVERS)],
          words: entry.name('words'),
          lookAgainOn: must(entry.date('lookAgainOn'), 'the form asks for it'),
        },
      }),
    ],
    refusals: {'date_past lookAgainOn': 'home:refusal.lookAgainPast', 'out_of_range lookAgainOn': 'home:refusal.lookAgainFar'},
  },
  'risk-end': {
    action: 'home.write',
    changes: 'home-risk',
    fields: [{name: 'because', as: 'text', label: 'riskEnded', needed: true}],
    begin: () => ({}),
    commands: (entry, {record, person}) => [
      send<'home-risk.end'>({
        kind: 'home-risk.end',
        record: must(record, 'there is a risk').id,
        person,
        body: {because: entry.name('because')},
      }),
    ],
  },
} satisfies Readonly<Record<string, EntryForm>>;
