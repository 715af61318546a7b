/** Forms of When I am Ready, and of vacations. */
import * as codes from '#domain/accommodation/codes.ts';
import {keptRooms} from '#domain/accommodation/kept-room.ts';
import {presentStay} from '#domain/accommodation/present-stay.ts';
import {arrangementId, arrangementOf} from '#domain/accommodation/ready-record.ts';
import {birthday} from '#domain/shared/calendar-date.ts';
import type {RecordOf} from '#domain/record-kinds.ts';
import {seenOps, struckOut} from '#domain/shared/record.ts';
import {must} from '#domain/shared/result.ts';
import {codesOf, yesNoOrNone, yesOrNo} from '#client/forms/entry-choices.ts';
import {send, type EntryForm} from '#client/forms/entry-form.ts';
import {typedPence} from '#client/forms/typed-pence.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {daysSeen} from './stay-forms.tsx';

const amount = (pence: unknown) => (typeof pence === 'number' ? typedPence(pence) : null);

const REFUSED = {
  not_eligible: 'home:refusal.notFostered',
  'date_in_future startOn': 'home:refusal.before18',
  date_in_future: 'home:refusal.before16',
  'date_in_future agreedOn': 'home:refusal.notInFuture',
  'date_in_future endOn': 'home:refusal.notInFuture',
  'date_in_future on': 'home:refusal.notInFuture',
  'dates_out_of_order plannedEndOn': 'home:refusal.readyEnds',
  'out_of_range plannedEndOn': 'home:refusal.dayBeyond',
  'not_eligible youngPersonWants': 'home:refusal.theySaidNo',
  'dates_out_of_order endOn': 'home:refusal.endBeforeStart',
  'dates_out_of_order on': 'home:refusal.beforeStart',
} as const;

export const READY_FORMS = {
  ready: {
    action: 'home.write',
    changes: 'when-i-am-ready',
    find: (memory, person) => arrangementOf(memory.records(person, 'when-i-am-ready')) ?? null,
    fields: [
      {name: 'youngPersonWants', as: 'radio', choices: yesNoOrNone('youngPersonWants', 'home')},
      {name: 'carerWants', as: 'radio', choices: yesNoOrNone('carerWants', 'home')},
      {name: 'toDecide', as: 'text'},
      {name: 'carer', as: 'line'},
      {name: 'agreedOn', as: 'date'},
      {name: 'plannedEndOn', as: 'date'},
      {name: 'allowancePence', as: 'amount'},
      {name: 'contributionPence', as: 'amount'},
      {name: 'houseRules', as: 'text'},
    ],
    begin: ({record}) => ({
      ...record?.data,
      allowancePence: amount(record?.data['allowancePence']),
      contributionPence: amount(record?.data['contributionPence']),
    }),
    commands: (entry, {record, person}) => {
      const id = record?.id ?? arrangementId(person);
      const said = entry.changes({youngPersonWants: entry.flag('youngPersonWants'), toDecide: entry.line('toDecide')});
      const agreed = entry.changes({
        carerWants: entry.flag('carerWants'),
        carer: entry.line('carer'),
        plannedEndOn: entry.date('plannedEndOn'),
        allowancePence: entry.pence('allowancePence'),
        contributionPence: entry.pence('contributionPence'),
        houseRules: entry.line('houseRules'),
        agreedOn: entry.date('agreedOn'),
      });
      const commands: NewCommand[] = [];
      if (Object.keys(said.body).length > 0)
        commands.push(send<'when-i-am-ready.say'>({kind: 'when-i-am-ready.say', record: id, person, ...said}));
      if (Object.keys(agreed.body).length > 0)
        commands.push(send<'when-i-am-ready.agree'>({kind: 'when-i-am-ready.agree', record: id, person, ...agreed}));
      return commands;
    },
    refusals: REFUSED,
  },
  'ready-begin': {
    action: 'home.write',
    changes: 'when-i-am-ready',
    fields: [{name: 'sameHome', as: 'radio', needed: true, choices: yesOrNo('sameHome', 'home')}],
    begin: () => ({}),
    commands: (entry, {record, own, person, vault, today}) => {
      const {id, data} = must(record, 'there is an arrangement');
      const begins = send<'when-i-am-ready.begin'>({kind: 'when-i-am-ready.begin', record: id, person, body: {}});
      const stays = vault.memory.records(person, 'stay').filter(stay => !struckOut(stay));
      const startOn = birthday(must(own.data.birthDates.at(-1), 'somebody was born').date, 18);
      // The carers' room, also while they are away and it is kept for them: it is never where they are meanwhile.
      const isFoster = (stay: RecordOf<'stay'>) => stay.data.type !== null && codes.HOME_GROUPS[stay.data.type] === 'foster_care';
      const room = keptRooms(stays).find(stay => isFoster(stay) && !stays.some(each => each.data.backTo === stay.id));
      const now = room ?? presentStay(stays, today);
      const isThere = now?.data.type === 'when_i_am_ready';
      if (entry.flag('sameHome') !== true || isThere) return [begins];
      const {address = null, town = null, postcode = null, area = null, landlord = null} = now?.data ?? {};
      const carer = typeof data['carer'] === 'string' ? data['carer'] : null;
      const terms = {
        type: 'when_i_am_ready',
        providedByAuthority: false,
        tenancy: 'excluded_licence',
        landlord: carer ?? landlord,
      } as const;
      // Whoever came back to the carers after that birthday did not live with them on it: the home of now is what it is called anew.
      if (now && isFoster(now) && (now.data.startOn ?? startOn) > startOn) {
        const bases = {type: seenOps(now, 'type'), providedByAuthority: seenOps(now, 'providedByAuthority')};
        return [begins, send<'stay.change'>({kind: 'stay.change', record: now.id, person, body: terms, bases})];
      }
      return [
        begins,
        send<'stay.enter'>({
          kind: 'stay.enter',
          record: vault.newId(),
          person,
          ...daysSeen(now),
          body: {
            startOn,
            endOn: null,
            ends: now?.id ?? null,
            known: stays.map(stay => stay.id),
            facts: {...terms, movePlanned: true, moveWanted: true, address, town, postcode, area, ...(room ? {keptWhileAway: true} : {})},
          },
        }),
      ];
    },
    refusals: {...REFUSED, overlaps: 'home:refusal.overlaps', dates_out_of_order: 'home:refusal.beforeLast'},
  },
  'ready-check': {
    action: 'home.write',
    fields: [
      {name: 'on', as: 'date', label: 'checkedOn', needed: true},
      {name: 'goesOn', as: 'radio', needed: true, choices: yesOrNo('goesOn', 'home')},
      {name: 'words', as: 'text', label: 'checkWords', needed: true},
      {name: 'support', as: 'text', label: 'checkSupport'},
    ],
    begin: ({today}) => ({on: today}),
    commands: (entry, {vault, person, of}) => [
      send<'ready-check.record'>({
        kind: 'ready-check.record',
        record: vault.newId(),
        person,
        body: {
          arrangement: of,
          on: must(entry.date('on'), 'the form asks for it'),
          goesOn: entry.flag('goesOn') === true,
          words: entry.name('words'),
          support: entry.line('support'),
        },
      }),
    ],
    refusals: REFUSED,
  },
  'ready-end': {
    action: 'home.write',
    changes: 'when-i-am-ready',
    fields: [
      {name: 'endOn', as: 'date', label: 'readyEndOn', needed: true},
      {name: 'endedBecause', as: 'radio', needed: true, choices: codesOf('readyEnd', codes.READY_ENDS)},
    ],
    begin: ({today}) => ({endOn: today}),
    commands: (entry, {record, person}) => [
      send<'when-i-am-ready.end'>({
        kind: 'when-i-am-ready.end',
        record: must(record, 'there is an arrangement').id,
        person,
        body: {
          endOn: must(entry.date('endOn'), 'the form asks for it'),
          endedBecause: must(entry.code('endedBecause', codes.READY_ENDS), 'the form asks for it'),
        },
      }),
    ],
    refusals: REFUSED,
  },
  vacation: {
    action: 'home.write',
    fields: [
      {name: 'from', as: 'date', label: 'vacationFrom', needed: true},
      {name: 'until', as: 'date', label: 'vacationUntil', needed: true},
    ],
    begin: () => ({}),
    commands: (entry, {vault, person}) => [
      send<'vacation.enter'>({
        kind: 'vacation.enter',
        record: vault.newId(),
        person,
        body: {from: must(entry.date('from'), 'the form asks for it'), until: must(entry.date('until'), 'the form asks for it')},
      }),
    ],
    refusals: {
      'dates_out_of_order until': 'home:refusal.endBeforeStart',
      'out_of_range until': 'home:refusal.vacationLong',
      'out_of_range from': 'home:refusal.dayBeyond',
    },
  },
  'vacation-settle': {
    action: 'home.write',
    changes: 'vacation',
    fields: [{name: 'how', as: 'radio', label: 'vacationHow', needed: true, choices: codesOf('vacationWay', codes.VACATION_WAYS)}],
    begin: ({record}) => ({how: record?.data['how']}),
    commands: (entry, {record, person}) => [
      send<'vacation.settle'>({
        kind: 'vacation.settle',
        record: must(record, 'there is a vacation').id,
        person,
        body: {how: must(entry.code('how', codes.VACATION_WAYS), 'the form asks for it')},
        bases: entry.seen('how'),
      }),
    ],
  },
} satisfies Readonly<Record<string, EntryForm>>;
