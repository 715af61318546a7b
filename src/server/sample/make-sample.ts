/**
 * The sample authority of an empty trial store: the same import, invitations and passwords as for anybody, with dates
 * around today. It never comes beside imported data; one that a crash left unfinished is finished at the next start.
 */
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Role} from '#domain/access/roles.ts';
import {SAMPLE_AUTHORITY} from '#domain/authority/welsh-authorities.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import {calendarDateInWales} from '#domain/shared/calendar-date.ts';
import {InvariantError, must} from '#domain/shared/result.ts';
import {importExtract, type ImportingStore} from '#server/import-export/import-extract.ts';
import {spokenPassword} from '#server/identity/secrets.ts';
import {inviteStaff, type Inviting} from '#server/operations/invite-staff.ts';
import {publisherAt} from '#server/sync/exchange.ts';
import {writeSampleExtract} from './sample-extract.ts';
import {setSampleSettings} from './sample-settings.ts';

export interface SampleSignIn {
  readonly name: string;
  readonly role: Role;
  readonly signInName: string;
  readonly password: string;
}

/** Who signs in: staff numbers of the extract, with the role that each is given. */
const SIGN_INS = [
  ['EX201', 'adviser'],
  ['EX202', 'adviser'],
  ['EX210', 'manager'],
  ['EX212', 'finance_officer'],
  ['EX214', 'duty_worker'],
  ['EX220', 'administrator'],
] as const satisfies readonly (readonly [string, Role])[];

/** A young person with a plan, a home and money to read about. */
const YOUNG_PERSON = 'EX1007';
const CODE_MS = 24 * 3_600_000;

export interface Sample {
  readonly signIns: readonly SampleSignIn[];
  /** A one-time code to type at /join. */
  readonly youngPerson: {readonly name: string; readonly code: string};
}

export type SampleStore = ImportingStore & Inviting;

/** @returns how to sign in, or null when the store is not empty and nothing was made. */
export async function makeSampleInEmptyStore(store: SampleStore): Promise<Sample | null> {
  return (await isEmptyOrUnfinished(store)) ? makeSample(store) : null;
}

async function isEmptyOrUnfinished({storage, accounts}: SampleStore): Promise<boolean> {
  const authorities = await storage.authorities();
  if (authorities.some(({code}) => code !== SAMPLE_AUTHORITY.code)) return false;
  // The last to sign in is made last: whoever has the sample from before somebody was added to it keeps it as it is.
  return authorities.length === 0 || (await accounts.holdersIn(SAMPLE_AUTHORITY.code, ['administrator'])).length === 0;
}

async function makeSample(store: SampleStore): Promise<Sample> {
  const today = calendarDateInWales(store.clock());
  const folder = await mkdtemp(join(tmpdir(), 'llwybr-sample-'));
  try {
    await writeSampleExtract(folder, today);
    const {items} = await importExtract(store, {folder, authority: {...SAMPLE_AUTHORITY, sample: true}, today});
    if (items.length > 0) throw new InvariantError('the sample extract imports without a question');
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
  // Before the sign-ins, by whose number an unfinished sample is known.
  await setSampleSettings(store.storage, publisherAt(SAMPLE_AUTHORITY.code, store.clock()));
  const signIns: SampleSignIn[] = [];
  for (const [number, role] of SIGN_INS) signIns.push(await signInFor(store, number, role));
  return {signIns, youngPerson: await codeForYoungPerson(store)};
}

async function codeForYoungPerson({storage, identity, clock}: SampleStore): Promise<Sample['youngPerson']> {
  const {code: authority} = SAMPLE_AUTHORITY;
  const summaries = await storage.snapshot(authority, async store =>
    Promise.all((await store.people()).map(async person => (await store.recordsOf(person, ['summary']))[0])),
  );
  const found = must(
    summaries.find(record => record !== undefined && isKind(record, 'summary') && record.data.legacyId === YOUNG_PERSON),
    'the sample has its people',
  );
  const name = String(found.data['knownAs']);
  const holder = must(found.person, 'a summary has a person');
  const code = await identity.inviteYoungPerson({authority, holder, name}, new Date(clock() + CODE_MS));
  return {name, code};
}

async function signInFor(store: SampleStore, number: string, role: Role): Promise<SampleSignIn> {
  const {code} = SAMPLE_AUTHORITY;
  const staff = await store.storage.snapshot(code, reading => reading.recordsOf(null, ['staff-member']));
  const member = must(
    staff.filter(record => isKind(record, 'staff-member')).find(({data}) => data.legacyId === number),
    'the sample has its staff',
  );
  const token = await inviteStaff(store, code, member, role, 1);
  const password = spokenPassword();
  const {token: session, account} = await store.identity.accept(token, password);
  await store.identity.signOut(session);
  return {name: account.name, role, signInName: account.signInName, password};
}
