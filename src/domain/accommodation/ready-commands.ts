/**
 * When I am Ready, step by step, as staff put it down: the agreement; the beginning, which is the 18th birthday and no other
 * day; looking after it; and its end, at 21 or with the programme of the plan. What the young person wants they say
 * themselves (home-news-commands.ts).
 */
import * as z from 'zod/mini';
import {commandKind} from '../command.ts';
import {birthday, calendarDateSchema} from '../shared/calendar-date.ts';
import {optionalDate, optionalFlag, optionalLine, optionalText, textSchema} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {penceSchema} from '../shared/money.ts';
import {ok, refuse} from '../shared/result.ts';
import {ownRecord} from '../write-field.ts';
import {happenedFault} from '../young-person/days-of-life.ts';
import {isAhead, isBlank, makeNew, refusalOf} from '../young-person/profile-records.ts';
import {READY_ENDS} from './codes.ts';
import {fosterCarerFault} from './ready-eligibility.ts';
import {bornOn, talkFault, writeReady, type Ready} from './ready-record.ts';

const agreement = {
  carerWants: optionalFlag,
  carer: optionalLine,
  plannedEndOn: optionalDate,
  allowancePence: z.nullable(penceSchema),
  contributionPence: z.nullable(penceSchema),
  houseRules: optionalText,
};
/** A programme has no last age; a later end was mistyped. */
const LATEST_AGE = 30;

/** What the carers want, and what was agreed. */
export const agreeReady = commandKind({
  kind: 'when-i-am-ready.agree',
  version: 1,
  action: 'home.write',
  compartment: 'shared',
  body: z.partial(z.object({...agreement, agreedOn: optionalDate})),
  reads: ['young-person', 'stay', 'looked-after-period'],
  makesPart: true,
  decide(records, command, context) {
    const {agreedOn, ...said} = command.body;
    const born = bornOn(records, command);
    const talk = talkFault(records, command, context);
    if (talk) return refuse(talk);
    const fault = refusalOf(
      isAhead(agreedOn, context.today, 'agreedOn'),
      !!agreedOn && fosterCarerFault(records, command, 'agreedOn'),
      !!said.plannedEndOn && born !== undefined && said.plannedEndOn <= birthday(born, 18) && ['dates_out_of_order', 'plannedEndOn'],
      !!said.plannedEndOn && born !== undefined && said.plannedEndOn > birthday(born, LATEST_AGE) && ['out_of_range', 'plannedEndOn'],
    );
    return fault ? refuse(fault) : writeReady(records, command, context);
  },
});

/** Also where somebody else has said yes for them: one no that nobody has put beside it yet is enough. */
const saidNo = ({data, heads}: Ready): boolean =>
  data.youngPersonWants === false || (heads['youngPersonWants'] ?? []).some(({value}) => value === false);

/** It begins at 18 exactly, and not where the young person has said that they do not want it. */
export const beginReady = commandKind({
  kind: 'when-i-am-ready.begin',
  version: 1,
  action: 'home.write',
  compartment: 'shared',
  movesState: true,
  body: z.object({}),
  reads: ['young-person', 'stay', 'looked-after-period'],
  decide(records, command, {today}) {
    const found = ownRecord(records.get(command.record), 'when-i-am-ready', command);
    if (!found.ok) return found;
    const {data} = found.value as Ready;
    const born = bornOn(records, command);
    if (born === undefined || data.startOn !== null || data.endOn !== null) return refuse({code: 'state_moved', fields: []});
    const startOn = birthday(born, 18);
    const fault = refusalOf(
      startOn > today && ['date_in_future', 'startOn'],
      saidNo(found.value as Ready) && ['not_eligible', 'youngPersonWants'],
      fosterCarerFault(records, command, 'startOn'),
    );
    if (fault) return refuse(fault);
    return ok({status: 'applied', puts: [{...found.value, data: {...data, startOn}}], grants: []});
  },
});

export const endReady = commandKind({
  kind: 'when-i-am-ready.end',
  version: 1,
  action: 'home.write',
  compartment: 'shared',
  movesState: true,
  body: z.object({endOn: calendarDateSchema, endedBecause: z.enum(READY_ENDS)}),
  reads: ['young-person'],
  decide(records, command, context) {
    const found = ownRecord(records.get(command.record), 'when-i-am-ready', command);
    if (!found.ok) return found;
    const {data} = found.value as Ready;
    const {endOn} = command.body;
    if (data.startOn === null || data.endOn !== null) return refuse({code: 'state_moved', fields: []});
    if (endOn < data.startOn) return refuse({code: 'dates_out_of_order', fields: ['endOn']});
    const happened = happenedFault(records, command, context, 'endOn', endOn);
    if (happened) return refuse(happened);
    return ok({status: 'applied', puts: [{...found.value, data: {...data, ...command.body}}], grants: []});
  },
});

/** What was written down as begun or ended and is not: an end that was pressed by mistake, a beginning on a birthday that has been corrected since. */
export const takeBackReady = commandKind({
  kind: 'when-i-am-ready.take-back',
  version: 1,
  action: 'home.write',
  compartment: 'shared',
  movesState: true,
  body: z.object({what: z.enum(['begin', 'end'])}),
  reads: [],
  decide(records, command) {
    const found = ownRecord(records.get(command.record), 'when-i-am-ready', command);
    if (!found.ok) return found;
    const {data} = found.value as Ready;
    const isEnd = command.body.what === 'end';
    if (data.startOn === null || isEnd !== (data.endOn !== null)) return refuse({code: 'state_moved', fields: []});
    const now = isEnd ? {...data, endOn: null, endReason: null, endedBecause: null} : {...data, startOn: null};
    return ok({status: 'applied', puts: [{...found.value, data: now}], grants: []});
  },
});

export const checkReady = commandKind({
  kind: 'ready-check.record',
  version: 1,
  action: 'home.write',
  compartment: 'shared',
  body: z.object({arrangement: idSchema, on: calendarDateSchema, goesOn: z.boolean(), words: textSchema, support: optionalText}),
  reads: ['young-person'],
  names: ({arrangement}) => [arrangement],
  decide(records, command, context) {
    const {body} = command;
    const found = ownRecord(records.get(body.arrangement), 'when-i-am-ready', command);
    if (!found.ok) return found;
    const {startOn} = (found.value as Ready).data;
    if (startOn === null) return refuse({code: 'state_moved', fields: ['arrangement']});
    const happened = happenedFault(records, command, context, 'on', body.on);
    if (happened) return refuse(happened);
    return makeNew(
      ['ready-check', 'shared'],
      records,
      command,
      context,
      body,
      isBlank(body.words, 'words'),
      body.on < startOn && ['dates_out_of_order', 'on'],
    );
  },
});
