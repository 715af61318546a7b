/**
 * One cycle of sync: hello, push until empty, pull until complete. Any step may fail; nothing is undone by that, and the
 * next cycle starts over. No timers, no screens, no fetch: the simulator runs this very function.
 */
import type {Id} from '#domain/shared/ids.ts';
import type {Vault} from '#client/vault/vault.ts';
import {PROTOCOL} from '#protocol/messages.ts';
import type {ErrorCode} from '#protocol/errors.ts';
import type {Answered, Transport} from './transport.ts';

export type CycleEnd =
  | {readonly ok: true}
  | {readonly ok: false; readonly code: ErrorCode | 'offline'; readonly retryAfterSeconds?: number};

export interface CycleWorld {
  readonly vault: Vault;
  readonly transport: Transport;
  readonly now: () => number;
  /** People whose pages should come first (visits today). */
  readonly firstPeople: () => readonly Id[];
  /** After each page: for the progress line; with the version up to which all is here, or null while more is to come. */
  readonly onPage: (whole: number | null) => void;
  /** Loaded when it is first needed (compare-digests.ts). */
  readonly comparing?: () => Promise<{readonly compareDigests: (world: CycleWorld, epoch: Id) => Promise<boolean>}>;
}

/** More turns than any honest exchange needs: an answer that never completes ends the cycle, not the battery. */
const TURNS = 10_000;

const failed = (answered: Extract<Answered<unknown>, {ok: false}>): CycleEnd => ({
  ok: false,
  code: answered.error.code,
  ...('retryAfterSeconds' in answered.error && answered.error.retryAfterSeconds
    ? {retryAfterSeconds: answered.error.retryAfterSeconds}
    : {}),
});

export async function syncCycle(world: CycleWorld): Promise<CycleEnd> {
  const {vault, transport, now} = world;
  const hello = await transport.hello({
    protocol: PROTOCOL,
    client: vault.device,
    account: vault.session.account,
    epoch: vault.base.epoch,
    cursor: vault.base.cursor,
    nextSeq: vault.nextSeq,
    deviceNow: new Date(now()).toISOString(),
    waiting: {unsent: vault.unsent, attention: vault.needsAttention},
  });
  if (!hello.ok) {
    if (hello.error.code === 'op_reused') await vault.becomeNewClient();
    return failed(hello);
  }
  const {epoch, lastSeq} = hello.value;
  await vault.noteServer(hello.value);
  if (epoch !== vault.base.epoch) await vault.startOver(epoch, lastSeq);
  else if (lastSeq >= vault.nextSeq) await vault.becomeNewClient();
  const pushed = await pushAll(world, epoch);
  const end = pushed.ok ? await pullAll(world, epoch) : pushed;
  // [D1] A check costs no cycle its good end.
  if (end.ok && world.comparing && vault.isDigestDue) await checkDigests(world, world.comparing, epoch).catch(() => undefined);
  return end;
}

async function checkDigests(world: CycleWorld, comparing: NonNullable<CycleWorld['comparing']>, epoch: Id): Promise<void> {
  const {compareDigests} = await comparing();
  if (await compareDigests(world, epoch)) await pullAll(world, epoch);
}

async function pushAll({vault, transport, now}: CycleWorld, epoch: Id): Promise<CycleEnd> {
  for (let turn = 0; turn < TURNS; turn++) {
    const ops = await vault.takeBatch();
    if (ops.length === 0) return {ok: true};
    const pushed = await transport.push({
      protocol: PROTOCOL,
      client: vault.device,
      account: vault.session.account,
      epoch,
      deviceNow: new Date(now()).toISOString(),
      ops: [...ops],
    });
    if (!pushed.ok) {
      await vault.putBack();
      const {error} = pushed;
      if (error.code === 'sequence_gap' && 'lastSeq' in error) await vault.renumber(error.lastSeq ?? 0);
      else if (error.code === 'op_reused') await vault.becomeNewClient();
      return failed(pushed);
    }
    await vault.applyAnswers(pushed.value);
  }
  return {ok: false, code: 'internal'};
}

async function pullAll({vault, transport, firstPeople, onPage}: CycleWorld, epoch: Id): Promise<CycleEnd> {
  for (let turn = 0; turn < TURNS; turn++) {
    const pulled = await transport.pull({
      protocol: PROTOCOL,
      client: vault.device,
      account: vault.session.account,
      epoch,
      cursor: vault.base.cursor,
      views: vault.views(firstPeople()),
    });
    if (!pulled.ok) return failed(pulled);
    await vault.applyPull(pulled.value);
    onPage(pulled.value.complete ? pulled.value.version : null);
    if (pulled.value.complete) return {ok: true};
  }
  return {ok: false, code: 'internal'};
}
