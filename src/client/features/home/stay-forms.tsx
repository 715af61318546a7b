/** Forms of where somebody lives: a move, an earlier home, its facts, its days, notice, and a note of staff. */
import * as codes from '#domain/accommodation/codes.ts';
import {presentStay} from '#domain/accommodation/present-stay.ts';
import {standingStays} from '#domain/accommodation/spells.ts';
import type {StayFacts} from '#domain/accommodation/stay-commands.ts';
import type {RecordOf} from '#domain/record-kinds.ts';
import {stateOp, struckOut} from '#domain/shared/record.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {must} from '#domain/shared/result.ts';
import {authorityChoices, authorityFields, authorityOf} from '#client/case/records/authority-choices.ts';
import {codesOf, yesNoOrNone} from '#client/forms/entry-choices.ts';
import type {Entry} from '#client/forms/entry.ts';
import {send, type EntryContext, type EntryField, type EntryForm} from '#client/forms/entry-form.ts';
import {typedPence} from '#client/forms/typed-pence.ts';
import {WhatFollows} from './what-follows.tsx';

type StayRecord = RecordOf<'stay'>;

export const staysHere = ({vault, person}: Pick<EntryContext, 'vault' | 'person'>) => vault.memory.records(person, 'stay');
const knownHere = (context: EntryContext) =>
  staysHere(context)
    .filter(stay => !struckOut(stay))
    .map(({id}) => id);
const liveNow = (context: EntryContext) =>
  presentStay(
    staysHere(context).filter(stay => !struckOut(stay)),
    context.today,
  );

const isBedAndBreakfast = (entry: Entry) => entry.raw('type') === 'bed_breakfast';
const isProvided = (entry: Entry) => entry.raw('providedByAuthority') === 'yes';

const HOURS_OF_WEEK = 168;

const WHERE: readonly EntryField[] = [
  {name: 'address', as: 'text'},
  {name: 'town', as: 'line'},
  {name: 'postcode', as: 'line'},
  {name: 'area', as: 'select', choices: authorityChoices},
  {name: 'areaName', as: 'line', needed: true, when: entry => entry.raw('area') === 'other'},
];
const PROVIDED: readonly EntryField[] = [
  {name: 'providedByAuthority', as: 'radio', choices: yesNoOrNone('provided', 'home')},
  {name: 'providedUnder', as: 'radio', choices: codesOf('providedUnder', codes.PROVIDED_UNDER), when: isProvided},
];
const TERMS: readonly EntryField[] = [
  {name: 'roomStandard', as: 'radio', choices: codesOf('roomStandard', codes.ROOM_STANDARDS), when: isBedAndBreakfast},
  {name: 'landlord', as: 'line'},
  {name: 'landlordCheckedOn', as: 'date'},
  {name: 'tenancy', as: 'select', choices: codesOf('tenancy', codes.TENANCIES)},
  {name: 'weeklyRentPence', as: 'amount'},
  {name: 'weeklyOwnPence', as: 'amount'},
  {name: 'depositPence', as: 'amount'},
  {name: 'supportHours', as: 'count', most: HOURS_OF_WEEK},
];
const WHY: readonly EntryField[] = [
  {name: 'moveReason', as: 'select', choices: codesOf('moveReason', codes.MOVE_REASONS)},
  {name: 'movePlanned', as: 'radio', choices: yesNoOrNone('planned', 'home')},
  {name: 'moveWanted', as: 'radio', choices: yesNoOrNone('wanted', 'home')},
];
const AMOUNTS = ['weeklyRentPence', 'weeklyOwnPence', 'depositPence'] as const;

/** What the fields say of a home. */
function factsOf(entry: Entry): StayFacts {
  return {
    type: entry.code('type', codes.ACCOMMODATION_TYPES),
    providedByAuthority: entry.flag('providedByAuthority'),
    providedUnder: isProvided(entry) ? entry.code('providedUnder', codes.PROVIDED_UNDER) : null,
    address: entry.line('address'),
    town: entry.line('town'),
    postcode: entry.line('postcode'),
    area: entry.raw('area') === '' ? null : authorityOf(entry, 'area'),
    landlord: entry.line('landlord'),
    landlordCheckedOn: entry.date('landlordCheckedOn'),
    tenancy: entry.code('tenancy', codes.TENANCIES),
    weeklyRentPence: entry.pence('weeklyRentPence'),
    weeklyOwnPence: entry.pence('weeklyOwnPence'),
    depositPence: entry.pence('depositPence'),
    supportHours: entry.count('supportHours'),
    roomStandard: isBedAndBreakfast(entry) ? entry.code('roomStandard', codes.ROOM_STANDARDS) : null,
    moveReason: entry.code('moveReason', codes.MOVE_REASONS),
    movePlanned: entry.flag('movePlanned'),
    moveWanted: entry.flag('moveWanted'),
  };
}

const fieldsOf = ({data}: StayRecord): Readonly<Record<string, unknown>> => ({
  ...data,
  ...authorityFields('area', data.area),
  ...Object.fromEntries(AMOUNTS.map(name => [name, typeof data[name] === 'number' ? typedPence(data[name]) : null])),
});

/** What was seen of the days of a home that ends: days that somebody puts right meanwhile are not overwritten. */
export const daysSeen = (ended: StayRecord | undefined) => (ended ? {bases: {ends: [stateOp(ended)]}} : {});

export const stayOf = ({record}: EntryContext): StayRecord => must(record, 'the form is about a stay') as StayRecord;

const DAYS_REFUSED = {
  'overlaps startOn': 'home:refusal.overlaps',
  'dates_out_of_order startOn': 'home:refusal.beforeLast',
  'dates_out_of_order endOn': 'home:refusal.endBeforeStart',
  'out_of_range startOn': 'home:refusal.dayBeyond',
  'out_of_range endOn': 'home:refusal.dayBeyond',
  'not_eligible type': 'home:refusal.notFostered',
  'dates_out_of_order noticeEndsOn': 'home:refusal.noticeEnds',
  'out_of_range noticeEndsOn': 'home:refusal.dayBeyond',
  'date_in_future noticeOn': 'home:refusal.notInFuture',
  'out_of_range noticeOn': 'home:refusal.dayBeyond',
  'date_in_future landlordCheckedOn': 'home:refusal.notInFuture',
} as const;

/** How a new home stands to where they live now. */
const MOVES = ['move', 'kept', 'earlier'] as const;
const moveOf = (entry: Entry) => entry.code('how', MOVES) ?? 'move';
const TYPE: EntryField = {name: 'type', as: 'select', needed: true, choices: codesOf('home', codes.ACCOMMODATION_TYPES)};

/** A move that is planned already goes on standing: one before it lasts until its day. */
const plannedAfter = (startOn: CalendarDate, context: EntryContext) =>
  standingStays(staysHere(context)).find(({data}) => data.startOn !== null && data.startOn > startOn && data.startOn > context.today)?.data
    .startOn ?? null;

/** The stay that a form would make, and the one that it would end, as they would be. */
function asItWouldBe(entry: Entry, context: EntryContext): readonly StayRecord[] {
  const startOn = entry.date('startOn');
  if (startOn === null || moveOf(entry) === 'earlier') return [];
  const now = liveNow(context);
  const made = now?.made ?? {author: context.person, device: null, at: `${context.today}T12:00:00.000Z`, op: context.person};
  const next: StayRecord = {
    id: 'next',
    kind: 'stay',
    scope: now?.scope ?? '',
    person: context.person,
    heads: {},
    made: {...made, at: `${context.today}T12:00:00.000Z`},
    data: {...factsOf(entry), startOn, endOn: plannedAfter(startOn, context), tenancyStatus: null, endReason: null} as StayRecord['data'],
  };
  return now ? [{...now, data: {...now.data, endOn: startOn}}, next] : [next];
}

const NO_NOTICE = {noticeOn: null, noticeBy: null, noticeEndsOn: null} as const;

export const STAY_FORMS = {
  move: {
    action: 'home.write',
    fields: [
      {
        name: 'how',
        as: 'radio',
        needed: true,
        choices: context =>
          (liveNow(context) ? MOVES : (['move', 'earlier'] as const)).map(value => ({value, label: `home:choice.how.${value}` as const})),
      },
      TYPE,
      {name: 'startOn', as: 'date', needed: true},
      {name: 'endOn', as: 'date', needed: true, when: entry => moveOf(entry) === 'earlier'},
      ...PROVIDED,
      ...WHERE,
      ...WHY,
      ...TERMS,
    ],
    begin: ({today, vault, of}) => ({
      how: 'move',
      startOn: today,
      area: vault.session.authority.code,
      ...((codes.ACCOMMODATION_TYPES as readonly string[]).includes(of) ? {type: of} : {}),
    }),
    commands: (entry, context) => {
      const {vault, person} = context;
      const [how, now] = [moveOf(entry), liveNow(context)];
      const startOn = must(entry.date('startOn'), 'the form asks for it');
      const body = {
        startOn,
        endOn: how === 'earlier' ? entry.date('endOn') : plannedAfter(startOn, context),
        ends: how === 'move' ? (now?.id ?? null) : null,
        known: how === 'kept' ? knownHere(context).filter(id => id !== now?.id) : knownHere(context),
        facts: factsOf(entry),
      };
      return [
        ...(how === 'kept' && now ? [send<'stay.change'>({kind: 'stay.change', record: now.id, person, body: {keptWhileAway: true}})] : []),
        send<'stay.enter'>({kind: 'stay.enter', record: vault.newId(), person, body, ...daysSeen(how === 'move' ? now : undefined)}),
      ];
    },
    refusals: DAYS_REFUSED,
    Preview: ({entry, context}) => <WhatFollows context={context} changed={asItWouldBe(entry, context)} />,
  },
  facts: {
    action: 'home.write',
    changes: 'stay',
    fields: [TYPE, ...PROVIDED, ...WHERE, ...TERMS, ...WHY],
    begin: context => fieldsOf(stayOf(context)),
    commands: (entry, context) => {
      const {id, person} = stayOf(context);
      const {body, bases} = entry.changes(factsOf(entry));
      const area = entry.has('area', 'areaName') ? {area: factsOf(entry).area ?? null} : {};
      // What hangs on an answer goes with it.
      const under = entry.has('providedByAuthority') && !isProvided(entry) ? {providedUnder: null} : {};
      const standard = entry.has('type') && !isBedAndBreakfast(entry) ? {roomStandard: null} : {};
      return [send<'stay.change'>({kind: 'stay.change', record: id, person, body: {...body, ...area, ...under, ...standard}, bases})];
    },
    refusals: DAYS_REFUSED,
    Preview: ({entry, context}) => {
      const stay = stayOf(context);
      const isSaid = entry.has('providedByAuthority');
      const heads = {
        ...stay.heads,
        providedByAuthority: [
          {ops: [], value: entry.flag('providedByAuthority'), author: context.person, device: null, at: `${context.today}T12:00:00.000Z`},
        ],
      };
      const changed = {...stay, ...(isSaid ? {heads} : {}), data: {...stay.data, ...factsOf(entry)}};
      return stay.data.endOn === null ? <WhatFollows context={context} changed={[changed]} /> : null;
    },
  },
  days: {
    action: 'home.write',
    changes: 'stay',
    fields: [
      {name: 'startOn', as: 'date', needed: true},
      {name: 'endOn', as: 'date'},
    ],
    begin: context => stayOf(context).data,
    commands: (entry, context) => {
      const {id, person} = stayOf(context);
      const {body} = entry.changes({startOn: must(entry.date('startOn'), 'the form asks for it'), endOn: entry.date('endOn')});
      return [send<'stay.correct-days'>({kind: 'stay.correct-days', record: id, person, body: {...body, known: knownHere(context)}})];
    },
    refusals: DAYS_REFUSED,
  },
  notice: {
    action: 'home.write',
    changes: 'stay',
    fields: [
      {name: 'noticeOn', as: 'date'},
      {name: 'noticeBy', as: 'radio', choices: codesOf('noticeBy', codes.NOTICE_BY)},
      {name: 'noticeEndsOn', as: 'date'},
    ],
    begin: context => stayOf(context).data,
    commands: (entry, context) => {
      const {id, person} = stayOf(context);
      const said = {
        noticeOn: entry.date('noticeOn'),
        noticeBy: entry.code('noticeBy', codes.NOTICE_BY),
        noticeEndsOn: entry.date('noticeEndsOn'),
      };
      return [send<'stay.change'>({kind: 'stay.change', record: id, person, ...entry.changes(said)})];
    },
    refusals: DAYS_REFUSED,
  },
  /** Back to a room that was kept for them: where they were meanwhile ends, and the room is their home again. */
  back: {
    action: 'home.write',
    changes: 'stay',
    isStep: true,
    fields: [{name: 'startOn', as: 'date', label: 'backOn', needed: true}],
    begin: ({today}) => ({startOn: today}),
    commands: (entry, context) => {
      const kept = stayOf(context);
      const {person} = context;
      const backOn = must(entry.date('startOn'), 'the form asks for it');
      const now = liveNow(context);
      const {startOn: _start, endOn: _end, tenancyStatus: _written, endReason: _reason, ...facts} = kept.data;
      const known = knownHere(context).filter(id => id !== kept.id);
      // It ended as their home when they went. One that they had not lived in yet, as one begun while they were away, was none until now.
      const livedIn = standingStays(staysHere(context)).find(({id}) => id === kept.id);
      return [
        send<'stay.enter'>({
          kind: 'stay.enter',
          record: context.vault.newId(),
          person,
          ...daysSeen(now),
          body: {
            startOn: backOn,
            endOn: plannedAfter(backOn, context),
            ends: now?.id ?? null,
            known,
            // A notice stands with the stay of which it was given, and is read of both.
            facts: {...facts, ...NO_NOTICE, keptWhileAway: false, backTo: kept.id, moveReason: null, movePlanned: true, moveWanted: null},
          },
        }),
        ...(livedIn ? [send<'stay.change'>({kind: 'stay.change', record: kept.id, person, body: {keptWhileAway: false}})] : []),
        send<'stay.correct-days'>({
          kind: 'stay.correct-days',
          record: kept.id,
          person,
          body: {endOn: livedIn?.data.endOn ?? backOn, known: []},
        }),
      ];
    },
    refusals: DAYS_REFUSED,
  },
  note: {
    action: 'home.write',
    fields: [{name: 'words', as: 'text', label: 'note', needed: true}],
    begin: () => ({}),
    commands: (entry, {vault, person, of}) => [
      send<'stay-notes.write'>({kind: 'stay-notes.write', record: vault.newId(), person, body: {stay: of, words: entry.name('words')}}),
    ],
  },
} satisfies Readonly<Record<string, EntryForm>>;
