/** Check-ins of income schemes that wait to be asked: never late, since nothing depends on them and nobody has to answer (domain.md 3.6). */
import {checkInsOf, checkInTimetable} from '../income-scheme/check-ins.ts';
import {schemeOf} from '../income-scheme/scheme.ts';
import {firstDayOf} from '../shared/month.ts';
import {recordsOf, type DeadlineFacts} from './facts.ts';
import {dated, says, type DeadlineDraft} from './reckon.ts';

export function checkInDeadlines(facts: DeadlineFacts): readonly DeadlineDraft[] {
  const checkIns = recordsOf(facts.file, 'income-check-in');
  return recordsOf(facts.file, 'income-enrolment').flatMap((enrolment): DeadlineDraft[] => {
    const scheme = schemeOf(facts.settings, enrolment.data.scheme);
    if (!scheme) return [];
    return checkInTimetable(scheme, enrolment, checkInsOf(enrolment, checkIns), facts.today)
      .filter(({state}) => state === 'open')
      .map(({month, until}) =>
        says({rule: 'check-in', what: 'check_in', subject: enrolment.id, dueOn: until, from: [dated('check_in_month', firstDayOf(month))]}),
      );
  });
}
