/**
 * Accounts of staff, kept by the administrator: invited with a role, switched off and on. Nobody changes their own role or
 * switches themselves off, and an authority is never left without an administrator. Young people's accounts are not here.
 */
import {goesOnAfter} from '#domain/access/allocation.ts';
import {may} from '#domain/access/permissions.ts';
import {settingsInForce} from '#domain/authority/settings.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {isId, type Id} from '#domain/shared/ids.ts';
import {ProtocolError} from '#protocol/errors.ts';
import type {StaffAccounts, StaffInvitation, StaffRole} from '#protocol/staff-messages.ts';
import type {Account, AccountStore} from '#server/db/account-store.ts';
import type {Reading} from '#server/db/storage.ts';
import type {Identity} from '#server/identity/identity.ts';
import {publisherOf, type Exchange} from '#server/sync/exchange.ts';
import {inviteStaff} from './invite-staff.ts';

const DAY_MS = 86_400_000;

/** @throws ProtocolError not_found to whoever is not the administrator. */
function demandAdministrator({signedIn}: Exchange): void {
  if (!may(signedIn.role, 'accounts.manage', false)) throw new ProtocolError('not_found');
}

async function staffOf(accounts: AccountStore, authority: string) {
  return (await accounts.accountsOf(authority)).filter(({role}) => role !== 'young_person');
}

export async function listAccounts(exchange: Exchange, accounts: AccountStore): Promise<StaffAccounts> {
  demandAdministrator(exchange);
  const {storage, signedIn} = exchange;
  const {today} = publisherOf(exchange);
  const staff = await staffOf(accounts, signedIn.authority);
  return {
    allocations: await storage.snapshot(signedIn.authority, store => openAllocations(store, today)),
    accounts: staff.map(({holder, role, signInName, disabled, passwordHash, lastSeenAt}) => ({
      holder,
      role: role as StaffRole,
      signInName,
      disabled,
      joined: passwordHash !== null,
      lastSeenAt,
    })),
  };
}

/**
 * How long each adviser has each young person, once however often they were allocated. Whose it is is not said: the
 * administrator holds nobody's file. Those who have died are nobody's work.
 */
async function openAllocations(store: Reading, today: CalendarDate): Promise<StaffAccounts['allocations']> {
  const open: NonNullable<StaffAccounts['allocations']> = [];
  for (const person of await store.people()) {
    const records = await store.recordsOf(person, ['allocation', 'summary']);
    if (records.some(record => isKind(record, 'summary') && record.data.died)) continue;
    const lasts = new Map<Id, CalendarDate | null>();
    for (const {data} of records.filter(record => isKind(record, 'allocation'))) {
      const known = lasts.get(data.adviser);
      if (goesOnAfter(data, known ?? today) && known !== null) lasts.set(data.adviser, data.until);
    }
    open.push(...[...lasts].map(([adviser, until]) => ({adviser, until})));
  }
  return open;
}

/** Whether taking this account's role or switching it off would leave nobody to look after the accounts. */
function isLastAdministrator(staff: readonly Account[], account: Account): boolean {
  const others = staff.filter(({id, role, disabled}) => id !== account.id && role === 'administrator' && !disabled);
  return account.role === 'administrator' && !account.disabled && others.length === 0;
}

/** @throws ProtocolError not_found, not_allowed */
export async function invite(
  exchange: Exchange,
  {accounts, identity}: {accounts: AccountStore; identity: Identity},
  member: Id,
  role: StaffRole,
): Promise<StaffInvitation> {
  demandAdministrator(exchange);
  const {storage, signedIn, clock} = exchange;
  const {authority} = signedIn;
  const {today} = publisherOf(exchange);
  const records = isId(member) ? await storage.snapshot(authority, store => store.recordsOf(null, ['staff-member', 'setting'])) : [];
  const found = records.find(record => record.id === member);
  if (!found || !isKind(found, 'staff-member')) throw new ProtocolError('not_found');
  const staff = await staffOf(accounts, authority);
  const known = staff.find(({holder}) => holder === member);
  const hasLeft = found.data.endOn !== null && found.data.endOn < today;
  if (member === signedIn.holder || hasLeft || (known && known.role !== role && isLastAdministrator(staff, known)))
    throw new ProtocolError('not_allowed');
  const days = settingsInForce(records)('invitationDays', today);
  if (known?.disabled) await accounts.setDisabled(known.id, null);
  const token = await inviteStaff({storage, identity, clock}, authority, found, role, days, signedIn.account);
  const made = (await staffOf(accounts, authority)).find(({holder}) => holder === member);
  return {token, signInName: made?.signInName ?? '', expiresAt: new Date(clock() + days * DAY_MS).toISOString()};
}

/** @throws ProtocolError not_found, not_allowed */
export async function switchAccount(exchange: Exchange, accounts: AccountStore, member: Id, disabled: boolean): Promise<object> {
  demandAdministrator(exchange);
  const {storage, signedIn} = exchange;
  const {now, today} = publisherOf(exchange);
  const staff = await staffOf(accounts, signedIn.authority);
  const account = staff.find(({holder}) => holder === member);
  if (!account) throw new ProtocolError('not_found');
  if (member === signedIn.holder || (disabled && isLastAdministrator(staff, account))) throw new ProtocolError('not_allowed');
  if (!disabled && (await leftBefore(storage, signedIn.authority, today)).has(member)) throw new ProtocolError('not_allowed');
  await accounts.setDisabled(account.id, disabled ? now : null);
  await storage.transaction(signedIn.authority, store =>
    store.audit({at: now, account: signedIn.account, action: disabled ? 'account.disable' : 'account.enable', record: member}),
  );
  return {};
}

/** Members of staff whose last day has passed. */
async function leftBefore(storage: Exchange['storage'], authority: string, today: CalendarDate): Promise<ReadonlySet<Id>> {
  const people = await storage.snapshot(authority, store => store.recordsOf(null, ['staff-member']));
  return new Set(
    people.flatMap(record =>
      isKind(record, 'staff-member') && record.data.endOn !== null && record.data.endOn < today ? [record.id] : [],
    ),
  );
}

/** Whoever's last day has passed no longer signs in, but for the last administrator. Run at the start and each hour. */
export async function disableThoseWhoLeft(
  {storage, accounts, clock}: {storage: Exchange['storage']; accounts: AccountStore; clock: () => number},
  authority: string,
): Promise<number> {
  const {now, today} = publisherOf({storage, clock, signedIn: {account: '', authority, holder: '', role: 'operator'}});
  const left = await leftBefore(storage, authority, today);
  const due = (await staffOf(accounts, authority)).filter(({holder, disabled}) => !disabled && left.has(holder));
  let switchedOff = 0;
  for (const account of due) {
    if (isLastAdministrator(await staffOf(accounts, authority), account)) continue;
    await accounts.setDisabled(account.id, now);
    await storage.transaction(authority, store =>
      store.audit({at: now, account: null, action: 'account.disable', record: account.holder, detail: {left: true}}),
    );
    switchedOff += 1;
  }
  return switchedOff;
}
