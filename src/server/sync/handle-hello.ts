/** Hello: who is there, which epoch, how far this client's ops have come. A client that the server forgot is made anew. */
import {settingsInForce} from '#domain/authority/settings.ts';
import type {HelloAnswer, HelloRequest} from '#protocol/messages.ts';
import {ProtocolError} from '#protocol/errors.ts';
import {type Exchange, demandOwnClient, notice, publisherOf} from './exchange.ts';

const DAY_MS = 86_400_000;
/** No device holds so many; a client that says more is heard all the same, and spoils no sum [H3]. */
const MOST_WAITING = 1_000_000;

export async function handleHello(exchange: Exchange, request: HelloRequest): Promise<HelloAnswer> {
  const {storage, signedIn, clock} = exchange;
  const publisher = publisherOf(exchange);
  await demandOwnClient(exchange, request);
  await demandNothingLost(exchange, request);
  return storage.transaction(signedIn.authority, async store => {
    const known = await store.lockClient(request.client);
    const epoch = await store.epoch();
    const lastSeq = known?.lastSeq ?? 0;
    const {unsent, attention} = request.waiting ?? {unsent: 0, attention: 0};
    await store.saveClient({
      id: request.client,
      account: signedIn.account,
      lastSeq,
      lastSeenAt: publisher.now,
      unsent: Math.min(unsent, MOST_WAITING),
      attention: Math.min(attention, MOST_WAITING),
    });
    const days = settingsInForce(await store.recordsOf(null, ['setting']))('deviceLeaseDays', publisher.today);
    const leaseUntil = new Date(clock() + days * DAY_MS).toISOString();
    // [E6] Of this epoch: what is in it no device has to bring back.
    const safeVersion = await store.safeVersion();
    return {epoch, lastSeq, serverNow: publisher.now, leaseUntil, ...(safeVersion > 0 ? {safeVersion} : {})};
  });
}

/**
 * [E3] In one epoch a client can only know what happened: one that knows more proves that the store has lost something.
 * Noted in a transaction of its own, so that the refusal does not undo the note. @throws ProtocolError rolled_back
 */
async function demandNothingLost(exchange: Exchange, request: HelloRequest): Promise<void> {
  const {storage, signedIn} = exchange;
  const now = await storage.snapshot(signedIn.authority, async store => ({
    epoch: await store.epoch(),
    version: await store.version(),
    client: await store.client(request.client),
  }));
  if (request.epoch !== now.epoch || request.cursor <= now.version) return;
  await notice(exchange, 'rolled_back');
  throw new ProtocolError('rolled_back', {epoch: now.epoch, lastSeq: now.client?.lastSeq ?? 0});
}
