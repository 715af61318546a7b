/** Birthdays on which duties turn, what ends with them, and rights with a date: records, complaints, council tax. */
import {addMonths, birthday} from '../shared/calendar-date.ts';
import {councilTaxDaysOf} from '../entitlements/council-tax.ts';
import {latestOf, recordsOf, type DeadlineFacts} from './facts.ts';
import {after, afterSetting, dated, says, type DeadlineDraft} from './reckon.ts';

const BIRTHDAYS = [
  [16, 'turns_16'],
  [18, 'turns_18'],
  [21, 'turns_21'],
  [25, 'turns_25'],
] as const;

function birthdays({bornOn}: DeadlineFacts): readonly DeadlineDraft[] {
  return BIRTHDAYS.map(([age, what]) => says({rule: 'birthday', what, dueOn: birthday(bornOn, age), from: [dated('born', bornOn)]}));
}

const MONTHS_TO_20_AND_A_HALF = 20 * 12 + 6;
const TURNS_21 = 21;

/** the duty goes on past 21 only for a programme that the plan sets out, so the plan is looked at from 20 and a half. */
function programmeInPlan(facts: DeadlineFacts): DeadlineDraft | null {
  if (facts.standing.category !== 'C3' || facts.standing.dutyStatus !== 'full') return null;
  const dueOn = addMonths(facts.bornOn, MONTHS_TO_20_AND_A_HALF);
  const plan = facts.currentPlan;
  const at21 = birthday(facts.bornOn, TURNS_21);
  const ends = plan?.data.programmeEndsOn ?? null;
  const isSetOut =
    plan !== null && plan.data.programme !== null && plan.data.programmeStatus !== 'ended' && (ends === null || ends >= at21);
  const planned = latestOf([plan?.data.planOn, plan?.data.approvedOn]);
  const lookedAt =
    planned !== null && planned >= dueOn ? planned : (facts.reviews.find(({isFull, heldOn}) => isFull && heldOn >= dueOn)?.heldOn ?? null);
  return says({
    rule: 'R-09',
    what: 'programme_in_plan',
    subject: plan?.id ?? null,
    dueOn,
    metOn: isSetOut ? (planned ?? dueOn) : lookedAt,
    from: [dated('born', facts.bornOn)],
  });
}

function councilTaxEnds(facts: DeadlineFacts): DeadlineDraft | null {
  const days = councilTaxDaysOf(facts.standing.category, facts.bornOn);
  return days && says({rule: 'R-62', what: 'council_tax_ends', dueOn: days.until, from: [dated('born', facts.bornOn)]});
}

const RECORDS_AGE = 75;
const YEARS_AFTER_DEATH = 15;

/** kept to the 75th birthday, or for fifteen years after a death before 18. The only deadline that outlives somebody. */
export function recordsKeptUntil({bornOn, diedOn}: DeadlineFacts): DeadlineDraft {
  if (diedOn !== null && diedOn < birthday(bornOn, 18))
    return says({rule: 'R-66', what: 'records_kept_until', ...after(diedOn, YEARS_AFTER_DEATH, 'years'), from: [dated('died', diedOn)]});
  return says({rule: 'R-66', what: 'records_kept_until', dueOn: birthday(bornOn, RECORDS_AGE), from: [dated('born', bornOn)]});
}

/** a copy of one's records within a month, two more when somebody extended it in that month. */
function accessRequests(facts: DeadlineFacts): readonly DeadlineDraft[] {
  return recordsOf(facts.file, 'access-request').map(({id, data}) => {
    const due = afterSetting(facts, data.askedOn, 'accessRequestMonths', 'months');
    const isExtended = data.extendedOn !== null && data.extendedOn <= due.dueOn;
    return says({
      rule: 'R-69',
      what: 'access_request',
      subject: id,
      ...due,
      ...(isExtended ? after(data.askedOn, due.interval?.count === undefined ? 3 : due.interval.count + 2, 'months') : {}),
      metOn: data.answeredOn,
      from: [dated('asked_for_records', data.askedOn)],
    });
  });
}

/** ten working days to settle a complaint locally, then twenty-five to investigate it. */
function complaints(facts: DeadlineFacts): readonly DeadlineDraft[] {
  return recordsOf(facts.file, 'complaint')
    .filter(({data}) => data.stage !== 'closed')
    .map(({id, data}) => {
      const isLocal = data.stage === 'local';
      return says({
        rule: 'R-72',
        what: isLocal ? 'answer_complaint' : 'investigate_complaint',
        subject: id,
        ...afterSetting(facts, data.raisedOn, isLocal ? 'complaintLocalDays' : 'complaintInvestigationDays', 'working_days'),
        from: [dated('complained', data.raisedOn)],
      });
    });
}

export function rightsAndBirthdays(facts: DeadlineFacts): readonly DeadlineDraft[] {
  return [
    ...birthdays(facts),
    programmeInPlan(facts),
    councilTaxEnds(facts),
    recordsKeptUntil(facts),
    ...accessRequests(facts),
    ...complaints(facts),
  ].filter(each => each !== null);
}
