/**
 * At the start of a server that understands more than the one before [U2]: what was kept because its kind or version was
 * not known, or because the server had a fault with it, is decided now, in its author's name and with the role and the rights that they have today. Whose account
 * has ended decides nothing any more: their work stays with a manager.
 */
import {commandNamed} from '#domain/commands.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {Op} from '#protocol/ops.ts';
import type {Account} from '#server/db/account-store.ts';
import type {ParkedOp, Storage, Writing} from '#server/db/storage.ts';
import {correctedTime} from './corrected-time.ts';
import {Deciding, FAULT, UNKNOWN_KIND} from './deciding.ts';
import {publishChanges} from './publish-changes.ts';
import type {Publisher} from './publisher.ts';

/** How many came into the file, how many a manager has to see to after all, and how many a fault kept from being decided. */
export interface Replayed {
  readonly cameIn: number;
  readonly wait: number;
  readonly failed: number;
}

type Accounts = Pick<Account, 'id' | 'holder' | 'role' | 'disabled'>;

function isUnderstood({kind, version}: Op): boolean {
  const command = commandNamed(kind);
  return command !== undefined && version <= command.version;
}

const isForReplay = ({reason, body}: ParkedOp) => (reason === UNKNOWN_KIND || reason === FAULT) && isUnderstood(body);
const asWritten = (one: ParkedOp, other: ParkedOp) =>
  one.parkedAt === other.parkedAt ? one.body.seq - other.body.seq : one.parkedAt < other.parkedAt ? -1 : 1;

/** Each op in a transaction of its own: one that fails takes no other with it, and no start either [P6]. */
export async function replayParked(
  storage: Storage,
  publisher: Publisher,
  accounts: () => Promise<readonly Accounts[]>,
): Promise<Replayed> {
  const understood = (await storage.snapshot(publisher.authority, store => store.parked())).filter(isForReplay).toSorted(asWritten);
  const authors = new Map(understood.length === 0 ? [] : (await accounts()).map(account => [account.id, account]));
  const count = {cameIn: 0, wait: 0, failed: 0};
  for (const {op, account} of understood) {
    const author = authors.get(account);
    if (!author || author.disabled) continue;
    try {
      const isIn = await storage.transaction(publisher.authority, store => replay(store, publisher, op, author));
      if (isIn !== null) count[isIn ? 'cameIn' : 'wait'] += 1;
    } catch {
      count.failed += 1;
    }
  }
  return count;
}

/** Null: somebody has settled it meanwhile. */
async function replay(store: Writing, publisher: Publisher, op: Id, {id: account, holder, role}: Accounts): Promise<boolean | null> {
  const parked = await store.lockParked(op);
  const logged = await store.loggedOp(op);
  if (!parked || !logged || !isForReplay(parked)) return null;
  // The device's clock was not kept with the op: what it knew of the server's time, and when it came, must do.
  const atOf = (written: Op) => correctedTime(written, {deviceNow: parked.parkedAt, receivedAt: parked.parkedAt});
  const deciding = new Deciding(store, publisher, {account, holder, role, device: logged.client}, atOf);
  const isIn = await deciding.decideParked(parked.body);
  if (isIn) await deciding.decideWhatWaitsFor(parked.body);
  const {kind, version, person} = parked.body;
  await store.audit({at: publisher.now, account, action: 'parked.replay', person, record: op, detail: {kind, version, cameIn: isIn}});
  await publishChanges(store, publisher, deciding.changed, deciding.left);
  return isIn;
}
