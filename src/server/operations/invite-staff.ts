/** Invites a member of staff: an account in a named role, the scopes that role holds by itself, a one-time token. */
import type {Role} from '#domain/access/roles.ts';
import type {StaffMember} from '#domain/authority/authority.ts';
import {calendarDateInWales} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import type {Storage} from '#server/db/storage.ts';
import type {Identity} from '#server/identity/identity.ts';
import {grantByRole} from '#server/sync/scopes.ts';

export interface Inviting {
  readonly storage: Storage;
  readonly identity: Identity;
  readonly clock: () => number;
}

/** @returns the one-time token. The sign-in name is the work e-mail, or the staff number where there is none. */
export async function inviteStaff(
  {storage, identity, clock}: Inviting,
  authority: string,
  member: DomainRecord<StaffMember>,
  role: Role,
  days: number,
  /** Who invites: null is the operator at the command line. */
  by: Id | null = null,
): Promise<string> {
  const {forename, surname, email, legacyId} = member.data;
  const token = await identity.invite(
    {authority, holder: member.id, role, name: `${forename} ${surname}`, signInName: email ?? legacyId ?? member.id},
    days,
  );
  await storage.transaction(authority, async store => {
    await grantByRole(store, authority, member.id, role, calendarDateInWales(clock()));
    await store.audit({at: new Date(clock()).toISOString(), account: by, action: 'staff.invite', record: member.id, detail: {role}});
  });
  return token;
}
