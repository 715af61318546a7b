/**
 * Raising a worry, and saying that one is all right again: by the young person alone, with or without a signal, or by somebody
 * of the team for a young person who phoned. `raisedAt` is what the device says; when the council had it is the server's word.
 * Being all right again is kept beside the worry and closes nothing: somebody of the team still looks (domain.md 8). Said
 * of what was closed meanwhile it is kept too.
 */
import * as z from 'zod/mini';
import {commandKind, isTheirOwn} from '../command.ts';
import {optionalWords} from '../shared/fields.ts';
import {ok, refuse} from '../shared/result.ts';
import {isBlank, makeNew} from '../young-person/profile-records.ts';
import {anyWorry, withAct} from './change-worry.ts';
import {WORRY_KINDS} from './codes.ts';

export const raiseWorry = commandKind({
  kind: 'worry.raise',
  version: 1,
  action: 'worry.raise',
  compartment: 'shared',
  body: z.object({about: z.enum(WORRY_KINDS), words: optionalWords}),
  reads: [],
  decide(records, command, context) {
    const {about, words} = command.body;
    const {holder} = context.actor;
    // Whoever of the team puts it down has read it.
    const seenBy = isTheirOwn(command, context) ? [] : [{holder, at: command.at}];
    return makeNew(
      ['worry', 'shared'],
      records,
      command,
      context,
      {about, words, raisedAt: command.at, receivedAt: null, seenBy, closedAt: null, outcome: null, acts: [], passed: []},
      words !== null && isBlank(words.text, 'words'),
    );
  },
});

export const sayAllRight = commandKind({
  kind: 'worry.all-right',
  version: 1,
  action: 'worry.all-right',
  compartment: 'shared',
  body: z.object({words: optionalWords}),
  reads: [],
  decide(records, command, context) {
    const worry = anyWorry(records, command);
    if (!worry.ok) return worry;
    const {words} = command.body;
    const blank = words !== null && isBlank(words.text, 'words');
    if (blank) return refuse({code: blank[0], fields: [blank[1]]});
    const act = {what: 'all_right', to: null, by: context.actor.holder, at: command.at, words} as const;
    return ok(withAct(worry.value, act, command, context));
  },
});
