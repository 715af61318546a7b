/** Forms of homelessness: an episode, what the housing authority said, the meeting about it, and its end. */
import * as codes from '#domain/accommodation/codes.ts';
import type {Id} from '#domain/shared/ids.ts';
import {struckOut} from '#domain/shared/record.ts';
import type {NewCommand, OpenVault} from '#client/vault/contract.ts';
import {must} from '#domain/shared/result.ts';
import {authorityChoices, authorityFields, authorityOf} from '#client/case/records/authority-choices.ts';
import {codesOf, yesNoOrNone, yesOrNo} from '#client/forms/entry-choices.ts';
import type {Entry} from '#client/forms/entry.ts';
import {send, type EntryField, type EntryForm} from '#client/forms/entry-form.ts';

const SAID: readonly EntryField[] = [
  {name: 'nowhereTonight', as: 'radio', needed: true, choices: yesOrNo('nowhereTonight', 'home')},
  {name: 'homelessFrom', as: 'date', when: entry => entry.raw('nowhereTonight') === 'no'},
  {name: 'because', as: 'select', label: 'homelessBecause', choices: codesOf('homelessReason', codes.HOMELESS_REASONS)},
  {name: 'housing', as: 'select', needed: true, choices: authorityChoices},
  {name: 'housingName', as: 'line', needed: true, when: entry => entry.raw('housing') === 'other'},
  {name: 'appliedOn', as: 'date'},
  {name: 'askedIfCareExperienced', as: 'radio', choices: yesNoOrNone('asked', 'home')},
  {name: 'interim', as: 'text'},
];

const said = (entry: Entry) => ({
  nowhereTonight: entry.flag('nowhereTonight'),
  homelessFrom: entry.raw('nowhereTonight') === 'no' ? entry.date('homelessFrom') : null,
  because: entry.code('because', codes.HOMELESS_REASONS),
  appliedOn: entry.date('appliedOn'),
  askedIfCareExperienced: entry.flag('askedIfCareExperienced'),
  interim: entry.line('interim'),
});

/** That somebody has nowhere to go tonight is an alarm as well, unless it is one already. */
function alarmFor(entry: Entry, vault: OpenVault, person: Id): readonly NewCommand[] {
  const isOne = vault.memory
    .records(person, 'worry')
    .some(worry => !struckOut(worry) && worry.data.closedAt === null && worry.data.about === 'no_home_tonight');
  if (entry.flag('nowhereTonight') !== true || isOne) return [];
  return [send<'worry.raise'>({kind: 'worry.raise', record: vault.newId(), person, body: {about: 'no_home_tonight', words: null}})];
}

const REFUSED = {
  'date_in_future presentedOn': 'home:refusal.notInFuture',
  'date_in_future appliedOn': 'home:refusal.notInFuture',
  'date_in_future heldOn': 'home:refusal.notInFuture',
  'date_in_future endOn': 'home:refusal.notInFuture',
  'out_of_range presentedOn': 'home:refusal.dayBeyond',
  'out_of_range appliedOn': 'home:refusal.dayBeyond',
  'out_of_range homelessFrom': 'home:refusal.dayBeyond',
  'dates_out_of_order heldOn': 'home:refusal.beforeStart',
  'dates_out_of_order endOn': 'home:refusal.endBeforeStart',
} as const;

/** People and decisions are asked for one after the other, up to so many; the next comes once there is one before it. */
const MOST = 12;
const numbers = Array.from({length: MOST}, (_, index) => index + 1);
const isWritten = (entry: Entry, ...names: readonly string[]) => names.some(name => entry.raw(name).trim() !== '');
const after = (name: string, number: number) => (entry: Entry) =>
  number === 1 || isWritten(entry, `${name}${number - 1}`, `${name}${number}`);

const MEETING: readonly EntryField[] = [
  {name: 'heldOn', as: 'date', needed: true},
  {name: 'theyTookPart', as: 'radio', choices: yesNoOrNone('theyTookPart', 'home')},
  ...numbers.flatMap((number): readonly EntryField[] => [
    // What stands beside a name that was cleared stays in view, and the name is asked for: nothing typed is left out unseen.
    {
      name: `attendee${number}`,
      as: 'line',
      label: 'attendee',
      needed: entry => number === 1 || isWritten(entry, `from${number}`),
      when: entry => after('attendee', number)(entry) || isWritten(entry, `from${number}`),
    },
    {name: `from${number}`, as: 'line', label: 'attendeeFrom', when: entry => isWritten(entry, `attendee${number}`, `from${number}`)},
  ]),
  ...numbers.flatMap((number): readonly EntryField[] => [
    {
      name: `decision${number}`,
      as: 'text',
      label: 'decision',
      needed: entry => isWritten(entry, `who${number}`, `by${number}`),
      when: entry => after('decision', number)(entry) || isWritten(entry, `who${number}`, `by${number}`),
    },
    {
      name: `who${number}`,
      as: 'line',
      label: 'decisionWho',
      needed: true,
      when: entry => isWritten(entry, `decision${number}`, `who${number}`, `by${number}`),
    },
    {
      name: `by${number}`,
      as: 'date',
      label: 'decisionBy',
      when: entry => isWritten(entry, `decision${number}`, `who${number}`, `by${number}`),
    },
  ]),
  {name: 'words', as: 'text', label: 'meetingWords'},
];

export const HOMELESS_FORMS = {
  homeless: {
    action: 'home.write',
    fields: [{name: 'presentedOn', as: 'date', needed: true}, ...SAID],
    begin: ({today, vault, of}) => ({
      presentedOn: today,
      housing: vault.session.authority.code,
      ...(of === 'tonight' ? {nowhereTonight: true} : {}),
    }),
    commands: (entry, {vault, person}) => [
      ...alarmFor(entry, vault, person),
      send<'homeless-episode.open'>({
        kind: 'homeless-episode.open',
        record: vault.newId(),
        person,
        body: {
          ...said(entry),
          presentedOn: must(entry.date('presentedOn'), 'the form asks for it'),
          housingAuthority: authorityOf(entry, 'housing'),
        },
      }),
    ],
    refusals: REFUSED,
  },
  'homeless-said': {
    action: 'home.write',
    changes: 'homeless-episode',
    fields: [
      ...SAID,
      {name: 'duty', as: 'select', choices: codesOf('housingDuty', codes.HOUSING_DUTIES)},
      {name: 'dutyAccepted', as: 'radio', choices: yesNoOrNone('dutyAccepted', 'home')},
      {name: 'ground', as: 'select', choices: codesOf('priorityDecision', codes.PRIORITY_DECISIONS)},
    ],
    begin: ({record}) => ({...record?.data, ...authorityFields('housing', record?.data['housingAuthority'] as string | undefined)}),
    commands: (entry, {record, person, vault}) => {
      const {body, bases} = entry.changes({
        ...said(entry),
        duty: entry.code('duty', codes.HOUSING_DUTIES),
        dutyAccepted: entry.flag('dutyAccepted'),
        ground: entry.code('ground', codes.PRIORITY_DECISIONS),
      });
      const housing = entry.has('housing', 'housingName') ? {housingAuthority: authorityOf(entry, 'housing')} : {};
      const isTonight = entry.has('nowhereTonight') && entry.flag('nowhereTonight') === true;
      return [
        ...(isTonight ? alarmFor(entry, vault, person) : []),
        send<'homeless-episode.change'>({
          kind: 'homeless-episode.change',
          record: must(record, 'there is an episode').id,
          person,
          body: {...body, ...housing, ...(isTonight ? {homelessFrom: null} : {})},
          bases,
        }),
      ];
    },
    refusals: REFUSED,
  },
  meeting: {
    action: 'home.write',
    fields: MEETING,
    begin: ({today}) => ({heldOn: today}),
    commands: (entry, {vault, person, of}) => [
      send<'multi-agency-review.record'>({
        kind: 'multi-agency-review.record',
        record: vault.newId(),
        person,
        body: {
          episode: of,
          heldOn: must(entry.date('heldOn'), 'the form asks for it'),
          theyTookPart: entry.flag('theyTookPart'),
          attendees: numbers.flatMap(number => {
            const name = entry.line(`attendee${number}`);
            return name === null ? [] : [{name, from: entry.name(`from${number}`)}];
          }),
          decisions: numbers.flatMap(number => {
            const what = entry.line(`decision${number}`);
            return what === null ? [] : [{what, who: entry.name(`who${number}`), by: entry.date(`by${number}`)}];
          }),
          words: entry.line('words'),
        },
      }),
    ],
    refusals: REFUSED,
  },
  'homeless-end': {
    action: 'home.write',
    changes: 'homeless-episode',
    fields: [
      {name: 'endOn', as: 'date', label: 'homelessEndOn', needed: true},
      {name: 'endedHow', as: 'radio', needed: true, choices: codesOf('homelessOutcome', codes.HOMELESS_OUTCOMES)},
      {name: 'outcome', as: 'text', label: 'homelessOutcome', needed: true},
    ],
    begin: ({today}) => ({endOn: today}),
    commands: (entry, {record, person}) => [
      send<'homeless-episode.end'>({
        kind: 'homeless-episode.end',
        record: must(record, 'there is an episode').id,
        person,
        body: {
          endOn: must(entry.date('endOn'), 'the form asks for it'),
          endedHow: must(entry.code('endedHow', codes.HOMELESS_OUTCOMES), 'the form asks for it'),
          outcome: entry.name('outcome'),
        },
      }),
    ],
    refusals: REFUSED,
  },
} satisfies Readonly<Record<string, EntryForm>>;
