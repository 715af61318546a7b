/**
 * [U1] A device in a drawer sends what its app wrote: every version of every command that ever was has a golden file in
 * tests/fixtures/ops, an op as it was written with what it was decided on, and is carried out today with the same records.
 * An expectation changes only when what the command does was changed on purpose; the op in it never does.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, describe, expect, test} from 'vitest';
import * as z from 'zod/mini';
import type {Actor, CaseRecords, Command, CommandKind, Decision} from '#domain/command.ts';
import {commandNamed, COMMANDS, decide} from '#domain/commands.ts';
import {settingsInForce} from '#domain/authority/settings.ts';
import {fitsField, RECORD_KINDS, type KindCode} from '#domain/record-kinds.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {AnyCompartment, DomainRecord} from '#domain/shared/record.ts';
import {must} from '#domain/shared/result.ts';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'ops');

interface GoldenOp {
  readonly actor: Actor;
  readonly now: string;
  readonly today: CalendarDate;
  readonly scopes: Partial<Readonly<Record<AnyCompartment, Id>>>;
  readonly records: readonly DomainRecord[];
  readonly command: Command & {readonly version: number};
  readonly expected: Decision;
}

const golden = (name: string) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as GoldenOp;

/** As the server loads it (server/sync/decide-op.ts): the record and those that are named, and of the person what the definition reads. */
function loadedFor({records, command}: GoldenOp): Pick<CaseRecords, 'get' | 'ofPerson'> {
  const kind = must(commandNamed(command.kind), 'the list knows it');
  const named = new Set([command.record, ...(kind.names?.(command.body, command.record) ?? [])]);
  return {
    get: id => records.find(record => record.id === id && named.has(id)),
    ofPerson: (person, wanted) => {
      const isRead = person === command.person ? kind.reads.includes(wanted) : kind.readsOfAuthority?.includes(wanted);
      return isRead ? records.filter(record => record.person === person && record.kind === wanted) : [];
    },
  };
}

function carriedOut(op: GoldenOp, loaded: Pick<CaseRecords, 'get' | 'ofPerson'> = everythingOf(op)) {
  const {actor, now, today, scopes, records, command} = op;
  const decided = decide(
    {...loaded, scope: (_person, compartment) => scopes[compartment]},
    command,
    {actor, now, today, settings: settingsInForce(records), fits: fitsField},
    true,
  );
  return decided.ok ? (JSON.parse(JSON.stringify(decided.value)) as Decision) : decided.refusal;
}

const everythingOf = ({records}: GoldenOp): Pick<CaseRecords, 'get' | 'ofPerson'> => ({
  get: id => records.find(record => record.id === id),
  ofPerson: (person, kind) => records.filter(record => record.person === person && record.kind === kind),
});

const nameOf = ({kind}: Pick<CommandKind, 'kind'>, version: number) => `${kind}.v${version}.json`;
const versionsOf = ({version}: CommandKind) => Array.from({length: version}, (_, at) => at + 1);
const kinds = () => Object.keys(COMMANDS).map(kind => must(commandNamed(kind), 'the list knows its own'));
/** What a command lacks: a golden file of a version, or the way up from it. */
const lacking = (kind: CommandKind, files: readonly string[]) => [
  ...versionsOf(kind)
    .map(version => nameOf(kind, version))
    .filter(name => !files.includes(name)),
  ...versionsOf(kind)
    .filter(version => version < kind.version && kind.casters?.[version] === undefined)
    .map(version => `${kind.kind}: no caster from ${version}`),
];
const files = readdirSync(FOLDER).toSorted();

test('every version of every command has its golden file and a way up, and there is no other file', () => {
  expect(kinds().flatMap(kind => lacking(kind, files))).toEqual([]);
  expect(files).toEqual(
    kinds()
      .flatMap(kind => versionsOf(kind).map(version => nameOf(kind, version)))
      .toSorted(),
  );
});

describe.each(files)('%s', name => {
  const op = golden(name);
  test('is what its name says, and is carried out with the records that it gave when it was new', () => {
    expect(name).toBe(nameOf(op.command, op.command.version));
    expect(carriedOut(op)).toEqual(op.expected);
  });
  test('is carried out the same with what the server loads for it', () => {
    expect(carriedOut(op, loadedFor(op))).toEqual(op.expected);
  });
  test('stands on records, and gives records, that fit their kinds', () => {
    const unfit = [...op.records, ...op.expected.puts].filter(
      ({kind, data}) => !RECORD_KINDS[kind as KindCode].schema.safeParse(data).success,
    );
    expect(unfit).toEqual([]);
    expect(op.expected.puts.length).toBeGreaterThan(0);
  });
});

describe('a command with a second version', () => {
  const planted = COMMANDS as unknown as Record<string, CommandKind>;
  const KIND = 'message.send-planted';
  const first = golden('message.send.v1.json');
  const send = must(commandNamed('message.send'), 'messages are sent');
  afterEach(() => {
    delete planted[KIND];
  });
  /** In the second version the words have another name, and say how urgent they are. */
  const second = {
    ...send,
    kind: KIND,
    version: 2,
    body: z.object({said: z.unknown(), urgent: z.boolean()}),
    casters: {1: (body: unknown) => ({said: (body as {words: unknown}).words, urgent: false})},
    decide: (records, command, context) => {
      const {said, urgent} = command.body as {said: unknown; urgent: boolean};
      const decided = send.decide(records, {...command, body: {words: said}}, context);
      return decided.ok && urgent ? {...decided, value: {...decided.value, status: 'merged'}} : decided;
    },
  } satisfies CommandKind;

  test('takes both: the older one through its caster', () => {
    planted[KIND] = second;
    const older = {...first, command: {...first.command, kind: KIND}};
    expect(carriedOut(older)).toEqual(first.expected);
    const words = (first.command.body as {words: unknown}).words;
    const newer = {...older, command: {...older.command, version: 2, body: {said: words, urgent: true}}};
    expect(carriedOut(newer)).toEqual({...first.expected, status: 'merged'});
    expect(carriedOut({...newer, command: {...newer.command, version: 3}})).toMatchObject({code: 'unknown_kind'});
  });

  test('is noticed when it has no golden file, or no way up', () => {
    expect(lacking(second, files)).toEqual([`${KIND}.v1.json`, `${KIND}.v2.json`]);
    expect(lacking({...send, version: 3}, files)).toEqual(['message.send.v3.json', 'message.send: no caster from 2']);
  });
});
