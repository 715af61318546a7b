/** What a young person says of their home, with no connection too; their adviser takes it in and says so. */
import * as z from 'zod/mini';
import {commandKind, dayOfWriting, isTheirOwn} from '../command.ts';
import {optionalDate, optionalFlag, optionalText, optionalWords} from '../shared/fields.ts';
import {ok, refuse} from '../shared/result.ts';
import {ownRecord} from '../write-field.ts';
import {aheadFault} from '../young-person/days-of-life.ts';
import {makeNew} from '../young-person/profile-records.ts';
import * as codes from './codes.ts';
import {talkFault, writeReady} from './ready-record.ts';

export const sayHomeNews = commandKind({
  kind: 'home-news.say',
  version: 1,
  action: 'home.tell',
  compartment: 'shared',
  body: z.object({what: z.enum(codes.HOME_NEWS), on: optionalDate, view: z.nullable(z.enum(codes.HOME_VIEWS)), words: optionalWords}),
  reads: [],
  decide(records, command, context) {
    const {what, on, view, words} = command.body;
    const ahead = aheadFault(context, 'on', on);
    if (ahead) return refuse(ahead);
    return makeNew(
      ['home-news', 'shared'],
      records,
      command,
      context,
      {...command.body, saidOn: dayOfWriting(command, context), alone: isTheirOwn(command, context), heardBy: null, heardOn: null},
      what === 'view' && view === null && (words?.text ?? '').trim() === '' && ['words_missing', 'view'],
    );
  },
});

/** Somebody of the team has taken it in; twice is once. */
export const hearHomeNews = commandKind({
  kind: 'home-news.hear',
  version: 1,
  action: 'home.write',
  compartment: 'shared',
  movesState: true,
  body: z.object({}),
  reads: [],
  decide(records, command, {actor, today}) {
    const found = ownRecord(records.get(command.record), 'home-news', command);
    if (!found.ok) return found;
    const {data} = found.value;
    if (data['heardBy'] !== null) return refuse({code: 'state_moved', fields: []});
    return ok({status: 'applied', puts: [{...found.value, data: {...data, heardBy: actor.holder, heardOn: today}}], grants: []});
  },
});

/** Whether they want to stay on with their carers, and what they need to know first. */
export const sayReady = commandKind({
  kind: 'when-i-am-ready.say',
  version: 1,
  action: 'home.tell',
  compartment: 'shared',
  body: z.partial(z.object({youngPersonWants: optionalFlag, toDecide: optionalText})),
  reads: ['young-person'],
  makesPart: true,
  decide(records, command, context) {
    const fault = talkFault(records, command, context);
    if (fault) return refuse(fault);
    return writeReady(records, command, context);
  },
});
