/** Routes of the worklist of imported records that wait for a decision: for managers and deputies, not_found for all others. */
import {isId} from '#domain/shared/ids.ts';
import {ProtocolError} from '#protocol/errors.ts';
import {settleRequestSchema} from '#protocol/import-messages.ts';
import {settleImport} from '#server/import-export/settle-import.ts';
import {listWaiting, viewWaiting} from '#server/import-export/view-waiting.ts';
import {account, exchangeOf, posted, type Route} from './route.ts';

export const IMPORT_ROUTES: readonly Route[] = [
  {...account('/api/import/waiting', 120), method: 'GET', answer: asked => listWaiting(exchangeOf(asked), asked.services.team)},
  {
    ...account('/api/import/waiting/:group', 240),
    method: 'GET',
    answer: async asked => {
      const {group} = asked.request.params as {group: string};
      if (!isId(group)) throw new ProtocolError('not_found');
      return viewWaiting(exchangeOf(asked), asked.services.team, group);
    },
  },
  posted(account('/api/import/settle', 120), settleRequestSchema, async (request, asked) => {
    const exchange = exchangeOf(asked);
    const holders = await asked.services.accounts.holdersIn(exchange.signedIn.authority, ['manager', 'deputy']);
    return settleImport(exchange, asked.services.team, holders, request);
  }),
];
