/**
 * The wire is pinned: what travels between device and server, described and hashed. A device in a drawer speaks the
 * version that it was left with, so a change here is decided, not slipped in: add a line to the history, and raise
 * PROTOCOL when an old device could not be understood any more.
 */
import {createHash} from 'node:crypto';
import {expect, test} from 'vitest';
import * as z from 'zod/mini';
import {
  acceptSchema,
  currentSessionSchema,
  invitationSchema,
  invitationViewSchema,
  signInSchema,
  youngPersonInvitationSchema,
} from '#protocol/account-messages.ts';
import {alarmListSchema} from '#protocol/alarm-messages.ts';
import {digestsAnswerSchema, digestsRequestSchema} from '#protocol/digest-messages.ts';
import {ERROR_CODES, errorSchema} from '#protocol/errors.ts';
import {importGroupViewSchema, importListSchema, settleAnswerSchema, settleRequestSchema} from '#protocol/import-messages.ts';
import {parkedAnswerSchema, parkedListSchema, parkedOwnerSchema, parkedSettleSchema} from '#protocol/parked-messages.ts';
import {historyAnswerSchema, looksAnswerSchema, teamAnswerSchema} from '#protocol/history-messages.ts';
import {inviteStaffSchema, staffAccountsSchema, staffInvitationSchema, switchAccountSchema} from '#protocol/staff-messages.ts';
import {
  fileAnswerSchema,
  helloAnswerSchema,
  helloRequestSchema,
  pokeSchema,
  PROTOCOL,
  pullAnswerSchema,
  pullRequestSchema,
  pushAnswerSchema,
  pushRequestSchema,
} from '#protocol/messages.ts';
import {ANSWER_STATUSES, OPS_PER_PUSH, PUSH_LIMIT_BYTES} from '#protocol/ops.ts';

/** Newest last. `what`: the change in words, and why devices in the field understand it. */
const HISTORY: readonly {readonly protocol: number; readonly hash: string; readonly what: string}[] = [
  {protocol: 1, hash: 'aff89859bb921226', what: 'the first wire'},
  {protocol: 1, hash: 'f334c728794c110a', what: 'an op waits for twenty others at most; before the first release, so the version stays'},
  {
    protocol: 1,
    hash: 'b70baa06353d2b7c',
    what: 'histories, the team, invitations of young people, accounts of staff, and a session that says its sign-in name; before the first release',
  },
  {
    protocol: 1,
    hash: '2264b71a861427ab',
    what: 'what waits of an import and parked work, settled by managers; only added, so a device of before is understood',
  },
  {
    protocol: 1,
    hash: '2aee0dacfd6adabd',
    what: 'a device may say how much it still holds, and the team’s page tells it; optional, so a device of before is understood',
  },
  {
    protocol: 1,
    hash: 'da3118c653f75738',
    what: 'the administrator’s list of accounts says how long allocations last; optional, so a device of before is understood',
  },
  {
    protocol: 1,
    hash: '960ed0c036f033eb',
    what: 'every exchange says whose vault it is, an overtaken plain value says so, an op when the server was last heard, a poke within what time to act; optional, so a device of before is understood',
  },
  {
    protocol: 1,
    hash: 'be9cac771877cc8b',
    what: 'digests, the list of alarms, how far a verified backup goes, and records that keep what a device does not know; new or wider, so a device of before is understood',
  },
];

const SCHEMAS = {
  acceptSchema,
  alarmListSchema,
  digestsAnswerSchema,
  digestsRequestSchema,
  currentSessionSchema,
  errorSchema,
  fileAnswerSchema,
  helloAnswerSchema,
  helloRequestSchema,
  historyAnswerSchema,
  importGroupViewSchema,
  importListSchema,
  settleAnswerSchema,
  settleRequestSchema,
  parkedAnswerSchema,
  parkedListSchema,
  parkedOwnerSchema,
  parkedSettleSchema,
  invitationSchema,
  invitationViewSchema,
  looksAnswerSchema,
  pokeSchema,
  pullAnswerSchema,
  pullRequestSchema,
  pushAnswerSchema,
  pushRequestSchema,
  signInSchema,
  staffAccountsSchema,
  staffInvitationSchema,
  inviteStaffSchema,
  switchAccountSchema,
  teamAnswerSchema,
  youngPersonInvitationSchema,
};

/** The same text whatever the order in which keys were written. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  return `{${Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .join()}}`;
}

const describeWire = (schemas: Readonly<Record<string, z.ZodMiniType>>) =>
  canonical({
    schemas: Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => [
        name,
        z.toJSONSchema(schema, {unrepresentable: 'any', io: 'input', reused: 'inline'}),
      ]),
    ),
    codes: [...ERROR_CODES].toSorted(),
    statuses: [...ANSWER_STATUSES].toSorted(),
    limits: {OPS_PER_PUSH, PUSH_LIMIT_BYTES},
    protocol: PROTOCOL,
  });
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

test('the wire is that of the last line of its history', () => {
  expect({protocol: PROTOCOL, hash: hashOf(describeWire(SCHEMAS))}).toEqual({
    protocol: HISTORY.at(-1)?.protocol,
    hash: HISTORY.at(-1)?.hash,
  });
});

test('the history only grows: versions never go down, no wire comes twice', () => {
  expect(HISTORY.map(({protocol}) => protocol)).toEqual(HISTORY.map(({protocol}) => protocol).toSorted((one, other) => one - other));
  expect(new Set(HISTORY.map(({hash}) => hash)).size).toBe(HISTORY.length);
});

test('the pin notices a field that is added, taken out, renamed or bound otherwise', () => {
  const hash = (schema: z.ZodMiniType) => hashOf(describeWire({...SCHEMAS, signInSchema: schema as typeof signInSchema}));
  const changed = [
    z.extend(signInSchema, {device: z.optional(z.string())}),
    z.omit(signInSchema, {password: true}),
    z.object({name: z.string(), password: z.string()}),
    z.object({signInName: z.string().check(z.maxLength(254)), password: z.string()}),
  ];
  expect(new Set([signInSchema, ...changed].map(hash)).size).toBe(changed.length + 1);
});
