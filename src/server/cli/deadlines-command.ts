/** What the rules say of every imported person on a day, as one JSON array: for checking against known answers. */
import {careLeaverStanding, categoryFacts} from '#domain/young-person/standing.ts';
import {birthdaysOf} from '#domain/young-person/care-leaver-category.ts';
import {isKind} from '#domain/record-kinds.ts';
import {calendarDateInWales, parseCalendarDate} from '#domain/shared/calendar-date.ts';
import type {CliCommand} from './command-line.ts';

export const deadlines: CliCommand = {
  name: 'deadlines',
  usage: 'deadlines --authority W06000011 [--today 2026-11-21] --json',
  options: {authority: {type: 'string', required: true}, today: {type: 'string'}, json: {type: 'boolean', required: true}},
  positionals: [],
  run: async ({storage, clock}, {authority, today: asked}, _positionals, {out, err}) => {
    const today = asked === undefined ? calendarDateInWales(clock()) : parseCalendarDate(String(asked));
    if (!today) {
      err('--today is a date such as 2026-11-21.');
      return 2;
    }
    if (!(await storage.authorities()).some(row => row.code === authority)) {
      err('No such authority in this store; import its extract first.');
      return 1;
    }
    const answers = await storage.snapshot(String(authority), async store => {
      const found = [];
      for (const person of await store.people()) {
        const file = await store.recordsOf(person);
        const record = file.find(candidate => isKind(candidate, 'young-person'));
        if (!record || !isKind(record, 'young-person')) continue;
        const {age, birthday16, birthday18, birthday21, birthday25} = birthdaysOf(categoryFacts(file).dateOfBirth, today);
        const {category, since, dutyStatus} = careLeaverStanding(file, today);
        found.push({
          legacy_id: record.data.legacyId,
          age,
          birthday_16: birthday16,
          birthday_18: birthday18,
          birthday_21: birthday21,
          birthday_25: birthday25,
          category,
          category_since: since,
          duty_status: dutyStatus,
        });
      }
      return found;
    });
    out(
      JSON.stringify(
        answers.toSorted((one, other) => String(one.legacy_id).localeCompare(String(other.legacy_id), 'en')),
        null,
        1,
      ),
    );
    return 0;
  },
};
