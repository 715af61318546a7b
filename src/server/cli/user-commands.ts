/** Staff accounts from the command line: no role is guessed from a job title, and no password is chosen for anybody. */
import {STAFF_ROLES, type Role} from '#domain/access/roles.ts';
import {authorityCodeSchema} from '#domain/authority/authority.ts';
import {settingsInForce} from '#domain/authority/settings.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import {calendarDateInWales} from '#domain/shared/calendar-date.ts';
import {spokenPassword} from '#server/identity/secrets.ts';
import {inviteStaff} from '#server/operations/invite-staff.ts';
import type {CliCommand} from './command-line.ts';

const isStaffRole = (role: unknown): role is Role => (STAFF_ROLES as readonly unknown[]).includes(role);

export const inviteUser: CliCommand = {
  name: 'user invite',
  usage: `user invite --authority W06000011 --staff U2041 --role ${STAFF_ROLES.join('|')}`,
  options: {authority: {type: 'string', required: true}, staff: {type: 'string', required: true}, role: {type: 'string', required: true}},
  positionals: [],
  run: async ({storage, identity, clock}, {authority, staff, role}, _positionals, {out, err, publicUrl}) => {
    if (!authorityCodeSchema.safeParse(authority).success || !isStaffRole(role)) {
      err(
        isStaffRole(role) ? 'The authority is named by its code, for example W06000011.' : `The role is one of ${STAFF_ROLES.join(', ')}.`,
      );
      return 2;
    }
    const code = String(authority);
    if (!(await storage.authorities()).some(row => row.code === code)) {
      err('No such authority in this store; import its extract first.');
      return 1;
    }
    const people = await storage.snapshot(code, store => store.recordsOf(null, ['staff-member', 'setting']));
    const member = people.find(record => isKind(record, 'staff-member') && record.data.legacyId === staff);
    if (!member || !isKind(member, 'staff-member')) {
      err('No member of staff of that authority has this number.');
      return 1;
    }
    const days = settingsInForce(people)('invitationDays', calendarDateInWales(clock()));
    const token = await inviteStaff({storage, identity, clock}, code, member, role, days);
    out(`${publicUrl}/invitation#${token}`);
    err(`One-time link for ${String(staff)} as ${role}; it ends after ${days} days and works once.`);
    return 0;
  },
};

export const resetPassword: CliCommand = {
  name: 'user reset-password',
  usage: 'user reset-password <sign-in name>',
  options: {},
  positionals: ['sign-in name'],
  run: async ({identity}, _values, [signInName], {out, err}) => {
    const password = spokenPassword();
    if (!(await identity.setPassword(signInName ?? '', password, true))) {
      err('No account has this sign-in name.');
      return 1;
    }
    out(password);
    err('This password works once; the app then asks for a new one. All sessions of the account have ended.');
    return 0;
  },
};
