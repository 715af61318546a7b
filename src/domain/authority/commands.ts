/**
 * What an authority sets for itself, from a day: past rows stay, since compliance is judged by what was in force (edge
 * case 30), and what has not begun can be withdrawn. Teams and people: who there is, who leads whom, and who has left. Everything here is noted in the audit.
 */
import * as z from 'zod/mini';
import {commandKind, newRecord, type CaseRecords, type Command, type Decision} from '../command.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {lineSchema, optionalId, optionalLine} from '../shared/fields.ts';
import {idSchema, type Id} from '../shared/ids.ts';
import type {AuthorityCompartment, DomainRecord} from '../shared/record.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {writeFields} from '../write-field.ts';
import {isWholeTable} from '../statutory-extract/return-lists.ts';
import {welshLevelSchema, type StaffMember, type Team} from './authority.ts';
import {
  contradiction,
  SETTING_NAMES,
  settingValueSchema,
  SETTINGS,
  stands,
  type Setting,
  type SettingName,
  type SettingRow,
  type SettingValue,
} from './settings.ts';

const scopeOf = (records: CaseRecords, compartment: AuthorityCompartment) =>
  must(records.scope(null, compartment), 'an authority has its own scopes');

/** A table of codes has one for each of ours, or is the product's. */
const isWhole = (name: SettingName, value: Setting['value']): boolean =>
  name !== 'returnCodes' || isWholeTable(value as SettingValue<'returnCodes'>);

export const setSetting = commandKind({
  kind: 'setting.set',
  version: 1,
  action: 'setting.set',
  compartment: 'settings',
  audited: true,
  body: z.object({
    name: z.enum(SETTING_NAMES as [SettingName, ...SettingName[]]),
    value: settingValueSchema,
    from: calendarDateSchema,
    reason: optionalLine,
  }),
  reads: ['setting'],
  decide(records, command, context) {
    const {name, value, from} = command.body;
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    if (!SETTINGS[name].schema.safeParse(value).success || !isWhole(name, value)) return refuse({code: 'out_of_range', fields: ['value']});
    if (from < context.today) return refuse({code: 'date_past', fields: ['from']});
    const row: SettingRow = newRecord('setting', command, scopeOf(records, 'settings'), command.body, context);
    const against = contradiction(records.ofPerson(null, 'setting'), row);
    if (against) return refuse({code: 'settings_contradict', fields: [...against]});
    return ok({status: 'applied', puts: [row], grants: []});
  },
});

/** Takes back what has not begun: from its day on there holds what would have held without it. */
export const withdrawSetting = commandKind({
  kind: 'setting.withdraw',
  version: 1,
  action: 'setting.set',
  compartment: 'settings',
  audited: true,
  body: z.object({}),
  reads: ['setting'],
  decide(records, command, context) {
    const found = records.get(command.record);
    if (found?.kind !== 'setting') return refuse({code: 'unknown_record', fields: []});
    const row = found as DomainRecord<Setting>;
    if (!stands(row)) return refuse({code: 'state_moved', fields: []});
    if (row.data.from <= context.today) return refuse({code: 'in_force_already', fields: []});
    const withdrawn: SettingRow = {...row, data: {...row.data, withdrawn: {by: context.actor.holder, on: context.today}}};
    const against = contradiction(records.ofPerson(null, 'setting'), withdrawn);
    if (against) return refuse({code: 'settings_contradict', fields: [...against]});
    return ok({status: 'applied', puts: [withdrawn], grants: []});
  },
});

const personBody = z.object({
  forename: lineSchema.check(z.minLength(1)),
  surname: lineSchema.check(z.minLength(1)),
  jobTitle: optionalLine,
  email: optionalLine,
  phone: optionalLine,
  welshLevel: z.nullable(welshLevelSchema),
});

export const addStaff = commandKind({
  kind: 'staff.add',
  version: 1,
  action: 'staff.change',
  compartment: 'people',
  audited: true,
  body: personBody,
  reads: [],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const data: StaffMember = {
      ...command.body,
      legacyId: null,
      fullTimeEquivalent: null,
      manager: null,
      startOn: context.today,
      endOn: null,
    };
    return ok({status: 'applied', puts: [newRecord('staff-member', command, scopeOf(records, 'people'), data, context)], grants: []});
  },
});

function staffOf(records: CaseRecords, command: Command): DomainRecord<StaffMember> | undefined {
  const found = records.get(command.record);
  return found?.kind === 'staff-member' ? (found as DomainRecord<StaffMember>) : undefined;
}

export const changeStaff = commandKind({
  kind: 'staff.change',
  version: 1,
  action: 'staff.change',
  compartment: 'people',
  audited: true,
  body: personBody,
  reads: [],
  decide(records, command) {
    const member = staffOf(records, command);
    if (!member) return refuse({code: 'unknown_record', fields: []});
    return ok({status: 'applied', puts: [{...member, data: {...member.data, ...command.body}}], grants: []});
  },
});

/**
 * The last day of somebody who leaves. Their people are not moved by it: that is somebody's decision (Team, Move people).
 * Nobody enters their own, as nobody switches off their own account: whoever does it stays, so somebody is always in charge.
 */
export const endStaff = commandKind({
  kind: 'staff.leave',
  version: 1,
  action: 'staff.change',
  compartment: 'people',
  audited: true,
  body: z.object({on: calendarDateSchema}),
  reads: [],
  decide(records, command, context) {
    const member = staffOf(records, command);
    if (!member) return refuse({code: 'unknown_record', fields: []});
    if (member.id === context.actor.holder) return refuse({code: 'own_last_day', fields: ['on']});
    if (member.data.startOn !== null && command.body.on < member.data.startOn) return refuse({code: 'dates_out_of_order', fields: ['on']});
    return ok({status: 'applied', puts: [{...member, data: {...member.data, endOn: command.body.on}}], grants: []});
  },
});

/** Makes a team or changes it. Whoever joins one leaves the one they were in: nobody is counted twice. */
export const setTeam = commandKind({
  kind: 'team.set',
  version: 1,
  action: 'team.change',
  compartment: 'people',
  audited: true,
  body: z.object({
    nameCy: lineSchema.check(z.minLength(1)),
    nameEn: lineSchema.check(z.minLength(1)),
    manager: optionalId,
    members: z.array(idSchema).check(z.maxLength(200)),
  }),
  reads: ['team', 'staff-member'],
  decide(records, command, context) {
    const {members, manager} = command.body;
    const known = new Set(records.ofPerson(null, 'staff-member').map(({id}) => id));
    if ([...members, ...(manager === null ? [] : [manager])].some(id => !known.has(id)))
      return refuse({code: 'holder_unknown', fields: ['members']});
    const found = records.get(command.record);
    if (found && found.kind !== 'team') return refuse({code: 'unknown_record', fields: []});
    const data: Team = {...command.body, members: [...new Set(members)]};
    const writes = {
      nameCy: {way: 'plain', value: data.nameCy},
      nameEn: {way: 'plain', value: data.nameEn},
      manager: {way: 'decision', value: data.manager},
      members: {way: 'set', value: data.members},
    } as const;
    const decision: Decision = found
      ? writeFields(found, writes, command, context)
      : {status: 'applied', puts: [newRecord('team', command, scopeOf(records, 'people'), data, context)], grants: []};
    const left = (records.ofPerson(null, 'team') as readonly DomainRecord<Team>[])
      .filter(({id, data: other}) => id !== command.record && other.members.some(member => members.includes(member)))
      .map(other => withoutMembers(other, members));
    return ok({...decision, puts: [...decision.puts, ...left]});
  },
});

function withoutMembers(team: DomainRecord<Team>, gone: readonly Id[]): DomainRecord {
  const members = team.data.members.filter(member => !gone.includes(member));
  const items = team.heads['members']?.filter(({value}) => members.includes(value as Id));
  return {...team, data: {...team.data, members}, heads: {...team.heads, ...(items ? {members: items} : {})}};
}
