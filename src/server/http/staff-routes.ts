/** Routes of the administrator: the accounts of staff. */
import {inviteStaffSchema, switchAccountSchema} from '#protocol/staff-messages.ts';
import {invite, listAccounts, switchAccount} from '#server/operations/staff-accounts.ts';
import {account, exchangeOf, posted, type Asked, type Route} from './route.ts';

const member = ({request}: Asked) => (request.params as Record<string, string>)['member'] ?? '';

export const STAFF_ROUTES: readonly Route[] = [
  {...account('/api/staff/accounts', 60), method: 'GET', answer: asked => listAccounts(exchangeOf(asked), asked.services.accounts)},
  posted(account('/api/staff/:member/invitation', 60), inviteStaffSchema, ({role}, asked) =>
    invite(exchangeOf(asked), asked.services, member(asked), role),
  ),
  posted(account('/api/staff/:member/account', 60), switchAccountSchema, ({disabled}, asked) =>
    switchAccount(exchangeOf(asked), asked.services.accounts, member(asked), disabled),
  ),
];
