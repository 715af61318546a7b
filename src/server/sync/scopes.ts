/**
 * Scopes and grants as they come into being. Ids follow from names (authority, person, compartment, cause), so that a
 * thing made twice is one thing; they say nothing to somebody who sees them and open nothing to somebody who guesses.
 */
import {createHash} from 'node:crypto';
import {type GrantWanted} from '#domain/access/allocation.ts';
import {compartmentsOf, type Role} from '#domain/access/roles.ts';
import {addDays, type CalendarDate} from '#domain/shared/calendar-date.ts';
import {namedId, type Id} from '#domain/shared/ids.ts';
import {AUTHORITY_COMPARTMENTS, COMPARTMENTS, type AnyCompartment, type Scope} from '#domain/shared/record.ts';
import type {Grant, Storage, Writing} from '#server/db/storage.ts';
import type {AuthorityRow} from '#server/db/storage.ts';

export function idNamed(...names: readonly string[]): Id {
  return namedId(createHash('sha256').update(JSON.stringify(names)).digest());
}

export function scopeId(authority: string, person: Id | null, compartment: AnyCompartment): Id {
  return idNamed('scope', authority, person ?? '', compartment);
}

export function scopesOfPerson(authority: string, person: Id): readonly Scope[] {
  return COMPARTMENTS.map(compartment => ({id: scopeId(authority, person, compartment), person, compartment}));
}

/** Makes the authority with its own scopes, once. */
export async function foundAuthority(storage: Storage, row: AuthorityRow): Promise<void> {
  await storage.addAuthority(row);
  await storage.transaction(row.code, store =>
    store.addScopes(AUTHORITY_COMPARTMENTS.map(compartment => ({id: scopeId(row.code, null, compartment), person: null, compartment}))),
  );
}

function grant(authority: string, wanted: {cause: Id; holder: Id; from: CalendarDate; until: CalendarDate | null}, scope: Id): Grant {
  const {cause, holder, from, until} = wanted;
  return {id: idNamed('grant', authority, cause, holder, scope), cause, holder, scope, from, until};
}

/** Grants of an allocation or a cover. One taken back (no compartments) closes all that its cause gave. */
export function grantsWanted(authority: string, wanted: GrantWanted): readonly Grant[] {
  const compartments: readonly AnyCompartment[] = wanted.compartments.length > 0 ? wanted.compartments : COMPARTMENTS;
  return compartments.map(compartment => grant(authority, wanted, scopeId(authority, wanted.person, compartment)));
}

/**
 * What a role holds by itself: the authority-wide scopes, and for a manager every person's summary. What an earlier role
 * held by itself ends; what an allocation or a cover gives stays.
 */
export async function grantByRole(store: Writing, authority: string, holder: Id, role: Role, today: CalendarDate): Promise<void> {
  const held = compartmentsOf(role, 'held');
  const ofAuthority = AUTHORITY_COMPARTMENTS.filter(compartment => held.includes(compartment)).map(compartment =>
    scopeId(authority, null, compartment),
  );
  const ofPeople =
    role === 'manager' || role === 'deputy' ? (await store.people()).map(person => scopeId(authority, person, 'summary')) : [];
  const wanted = new Set([...ofAuthority, ...ofPeople]);
  const ended = (await store.heldBy(holder, today)).filter(
    ({id, person, compartment}) => !wanted.has(id) && (person === null || compartment === 'summary'),
  );
  const until = addDays(today, -1);
  await store.putGrants([
    ...[...wanted].map(scope => grant(authority, {cause: holder, holder, from: today, until: null}, scope)),
    ...ended.map(({id}) => grant(authority, {cause: holder, holder, from: until, until}, id)),
  ]);
}
