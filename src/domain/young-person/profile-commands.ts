/**
 * The profile as staff write it, and the date of birth as a manager corrects it. Names and what rules turn on keep both
 * versions when two people differ; of plain facts the last to arrive is shown (domain.md 3.1, edge case 18).
 */
import * as z from 'zod/mini';
import {commandKind} from '../command.ts';
import type {RecordOf} from '../record-kinds.ts';
import {addMonths, calendarDateSchema} from '../shared/calendar-date.ts';
import {languageSchema, lineSchema, optionalFlag, optionalLine, optionalText} from '../shared/fields.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {ownRecord, writeFields, type FieldWrite} from '../write-field.ts';
import {SEXES} from './codes.ts';
import {SETTLED_BIRTH_DATES} from './profile-codes.ts';

const WAYS: Readonly<Record<string, FieldWrite['way']>> = {
  forename: 'decision',
  surname: 'decision',
  sex: 'decision',
  parent: 'decision',
  genderNote: 'text',
  disability: 'text',
};

/** Only what is named is changed. Nobody is without a name. */
export const changeProfile = commandKind({
  kind: 'profile.change',
  version: 1,
  action: 'profile.write',
  compartment: 'shared',
  body: z.object({
    forename: z.optional(lineSchema),
    surname: z.optional(lineSchema),
    knownAs: z.optional(optionalLine),
    pronouns: z.optional(optionalLine),
    sex: z.optional(z.nullable(z.enum(SEXES))),
    genderNote: z.optional(optionalText),
    ethnicity: z.optional(optionalLine),
    nationality: z.optional(optionalLine),
    firstLanguage: z.optional(optionalLine),
    speak: z.optional(z.nullable(languageSchema)),
    write: z.optional(z.nullable(languageSchema)),
    interpreter: z.optional(optionalLine),
    disability: z.optional(optionalText),
    nhsNumber: z.optional(optionalLine),
    nationalInsuranceNumber: z.optional(optionalLine),
    parent: z.optional(optionalFlag),
  }),
  reads: [],
  decide(records, command, context) {
    const record = ownRecord(records.get(command.record), 'young-person', command);
    if (!record.ok) return record;
    const nameless = (['forename', 'surname'] as const).filter(name => command.body[name]?.trim() === '');
    if (nameless.length > 0) return refuse({code: 'words_missing', fields: nameless});
    const writes = Object.entries(command.body).map(([field, value]) => [field, {way: WAYS[field] ?? 'plain', value}] as const);
    return ok(writeFields(record.value, Object.fromEntries(writes), command, context));
  },
});

/** Longer than anybody has lived: the year is mistyped. */
const OLDEST_MONTHS = 120 * 12;

/**
 * Held from the day on which it is decided: what was measured by the date before stays as it was, everything after goes by
 * the new one. The same date with another standing (a certificate was seen) is the same version, settled. What is not named stays:
 * without a date, the one that is held is settled.
 */
export const correctBirthDate = commandKind({
  kind: 'birth-date.correct',
  version: 1,
  action: 'birth-date.correct',
  compartment: 'shared',
  movesState: true,
  audited: true,
  body: z.object({date: z.optional(calendarDateSchema), status: z.optional(z.enum(SETTLED_BIRTH_DATES))}),
  reads: [],
  decide(records, command, {today}) {
    const found = ownRecord(records.get(command.record), 'young-person', command);
    if (!found.ok) return found;
    const person = found.value as RecordOf<'young-person'>;
    const {birthDates, diedOn} = person.data;
    const present = must(birthDates.at(-1), 'a young person has a date of birth');
    const {date = present.date, status = present.status} = command.body;
    const isSame = date === present.date;
    if (isSame && status === present.status)
      return refuse({code: 'unchanged', fields: [command.body.date === undefined ? 'status' : 'date']});
    if (!isSame && date > today) return refuse({code: 'date_in_future', fields: ['date']});
    if (!isSame && date < addMonths(today, -OLDEST_MONTHS)) return refuse({code: 'out_of_range', fields: ['date']});
    if (!isSame && diedOn !== null && date > diedOn) return refuse({code: 'dates_out_of_order', fields: ['date']});
    const after = isSame ? [...birthDates.slice(0, -1), {...present, status}] : [...birthDates, {date, status, heldFrom: today}];
    return ok({status: 'applied', puts: [{...person, data: {...person.data, birthDates: after}}], grants: []});
  },
});
