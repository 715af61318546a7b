/**
 * Apps of other days: one device still has the app of yesterday, whose messages are as the product's are; another has that of tomorrow
 * and knows a command that the server learns only when it is upgraded. Planted for the simulator, in the product's own table.
 */
import * as z from 'zod/mini';
import {commandKind, newRecord, type CommandKind} from '#domain/command.ts';
import {COMMANDS} from '#domain/commands.ts';
import {sendMessage} from '#domain/contact/message-commands.ts';
import {wordsSchema} from '#domain/shared/fields.ts';
import {must, ok} from '#domain/shared/result.ts';
import {OWN_COMMANDS} from '#domain/young-persons-commands.ts';

export const LATER = 'later.note';

const messageOfToday = commandKind({
  ...sendMessage,
  version: sendMessage.version + 1,
  casters: {...sendMessage.casters, [sendMessage.version]: (body: unknown) => ({...(body as object), urgent: false})},
  body: z.object({words: wordsSchema, urgent: z.boolean()}),
  decide: (records, command, context) => sendMessage.decide(records, {...command, body: {words: command.body.words}}, context),
});

/** Whether an op was written by the app of yesterday. */
export const isOfYesterday = ({kind, version}: {readonly kind: string; readonly version?: number | undefined}): boolean =>
  kind === 'message.send' && version === sendMessage.version;

const laterNote = commandKind({
  kind: LATER,
  version: 1,
  action: 'message.send',
  compartment: 'shared',
  body: z.object({words: wordsSchema}),
  reads: [],
  decide(records, command, context) {
    const scope = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
    return ok({
      status: 'applied',
      puts: [newRecord('message', command, scope, {words: command.body.words, sentAt: command.at}, context)],
      grants: [],
    });
  },
});

const ALL = COMMANDS as unknown as Record<string, CommandKind>;
const OWN = OWN_COMMANDS as unknown as Record<string, CommandKind>;

/** Everybody's table as it is today; `upgraded`: the server's is that of tomorrow. */
export function plant(upgraded: boolean): void {
  ALL['message.send'] = OWN['message.send'] = messageOfToday as unknown as CommandKind;
  if (upgraded) ALL[LATER] = laterNote as unknown as CommandKind;
  else delete ALL[LATER];
}

type Known = (kind: string) => CommandKind | undefined;

export const ofYesterday =
  (known: Known): Known =>
  kind =>
    kind === 'message.send' ? (sendMessage as unknown as CommandKind) : known(kind);

export const ofTomorrow =
  (known: Known): Known =>
  kind =>
    kind === LATER ? (laterNote as unknown as CommandKind) : known(kind);
