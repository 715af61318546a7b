/** Hello: who is there, which epoch, how far this client's ops have come. A client that the server forgot is made anew. */
import {settingsInForce} from '#domain/authority/authority.ts';
import type {HelloAnswer, HelloRequest} from '#protocol/messages.ts';
import {ProtocolError} from '#protocol/errors.ts';
import {demandOwnClient, publisherOf, type Exchange} from './exchange.ts';

const DAY_MS = 86_400_000;

export async function handleHello(exchange: Exchange, request: HelloRequest): Promise<HelloAnswer> {
  const {storage, signedIn, clock} = exchange;
  const publisher = publisherOf(exchange);
  await demandOwnClient(exchange, await storage.snapshot(signedIn.authority, store => store.client(request.client)), request.client);
  return storage.transaction(signedIn.authority, async store => {
    const known = await store.lockClient(request.client);
    const epoch = await store.epoch();
    const lastSeq = known?.lastSeq ?? 0;
    // [E3] In one epoch a client can only know what happened: knowing more means the store has lost something.
    if (request.epoch === epoch && request.cursor > (await store.version())) {
      await store.audit({at: publisher.now, account: signedIn.account, action: 'sync.rolled_back'});
      throw new ProtocolError('rolled_back', {epoch, lastSeq});
    }
    await store.saveClient({id: request.client, account: signedIn.account, lastSeq, lastSeenAt: publisher.now});
    const days = settingsInForce(await store.recordsOf(null, ['setting']))('deviceLeaseDays', publisher.today);
    return {epoch, lastSeq, serverNow: publisher.now, leaseUntil: new Date(clock() + days * DAY_MS).toISOString()};
  });
}
