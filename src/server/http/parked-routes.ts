/** Routes of parked work: for managers and deputies, not_found for all others. */
import {parkedOwnerSchema, parkedSettleSchema} from '#protocol/parked-messages.ts';
import {may} from '#domain/access/permissions.ts';
import type {Id} from '#domain/shared/ids.ts';
import {listParked, ownParked, settleParked} from '#server/sync/settle-parked.ts';
import {account, exchangeOf, posted, type Asked, type Route} from './route.ts';

/** Who can own such work: every manager and deputy of the authority whose account is open. */
async function ownersOf(asked: Asked): Promise<readonly Id[]> {
  const accounts = await asked.services.accounts.accountsOf(exchangeOf(asked).signedIn.authority);
  return accounts.filter(({role, disabled}) => !disabled && may(role, 'parked.settle', false)).map(({holder}) => holder);
}

const list = (state: 'open' | 'closed') => async (asked: Asked) =>
  listParked(exchangeOf(asked), asked.services.team, await ownersOf(asked), state);

export const PARKED_ROUTES: readonly Route[] = [
  {...account('/api/parked', 120), method: 'GET', answer: list('open')},
  {...account('/api/parked/closed', 120), method: 'GET', answer: list('closed')},
  posted(account('/api/parked/owner', 120), parkedOwnerSchema, async (request, asked) =>
    ownParked(exchangeOf(asked), asked.services.team, await ownersOf(asked), request),
  ),
  posted(account('/api/parked/settle', 120), parkedSettleSchema, (request, asked) =>
    settleParked(exchangeOf(asked), asked.services.team, request),
  ),
];
