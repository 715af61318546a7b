/**
 * What the rules say of every person of an authority on a day: the same deadlines, states and reasons as on a device.
 * In words for reading, or with --json as one array for checking against known answers.
 */
import {deadlinesOf} from '#domain/deadline/deadlines.ts';
import type {Deadline, DeadlineWhat} from '#domain/deadline/deadline.ts';
import {councilTaxDaysOf} from '#domain/entitlements/council-tax.ts';
import {deadlineFacts, recordsOf} from '#domain/deadline/facts.ts';
import {RULES} from '#domain/deadline/rules.ts';
import {schemeEligibility} from '#domain/income-scheme/scheme-eligibility.ts';
import {BASIC_INCOME_PILOT, PILOT_ID} from '#domain/income-scheme/scheme.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import {calendarDateInWales, parseCalendarDate, type CalendarDate} from '#domain/shared/calendar-date.ts';
import {struckOut, type DomainRecord} from '#domain/shared/record.ts';
import {birthdaysOf} from '#domain/young-person/care-leaver-category.ts';
import type {CliCommand} from './command-line.ts';

/** The deadline of some kinds that is still open: what comes next, or what is late. */
function next(deadlines: readonly Deadline[], ...kinds: readonly DeadlineWhat[]): Deadline | null {
  return (
    deadlines
      .filter(({what, metOn, frozenOn}) => kinds.includes(what) && metOn === null && frozenOn === null)
      .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))[0] ?? null
  );
}

/** Asked of the limit itself, whether the work has been done or not. */
function limit(deadlines: readonly Deadline[], kind: DeadlineWhat): Deadline | null {
  return deadlines.find(({what, frozenOn}) => what === kind && frozenOn === null) ?? null;
}

const brief = (deadline: Deadline | null) =>
  deadline && {rule: deadline.rule, trigger: deadline.from[0]?.on ?? null, date: deadline.dueOn, state: deadline.state};

const whole = (deadline: Deadline) => ({
  rule: deadline.rule,
  what: deadline.what,
  due: deadline.dueOn,
  state: deadline.state,
  met_on: deadline.metOn,
  on_hold_until: deadline.hold?.until ?? null,
  computed_from: deadline.from.map(({what, on}) => ({what, date: on})),
  interval: deadline.interval,
  setting: deadline.setting,
  basis: RULES[deadline.rule].basis,
  source: RULES[deadline.rule].sources.map(({instrument, kind, number}) => ({instrument, provision: `${kind} ${number}`.trim()})),
  frozen_on: deadline.frozenOn,
});

/** Of the Basic Income pilot: whether it was for them, and the months that were paid as their record has them. */
function basicIncome(file: readonly DomainRecord[], today: CalendarDate) {
  const joined = recordsOf(file, 'income-enrolment').find(
    record => !struckOut(record) && (record.data.scheme ?? PILOT_ID) === PILOT_ID && record.data.joinedOn !== null,
  );
  return {
    eligible: schemeEligibility(BASIC_INCOME_PILOT, file, today).answer === 'yes',
    joined: joined !== undefined,
    first_payment_month: joined?.data.firstPaymentMonth ?? null,
    final_payment_month: joined?.data.finalPaymentMonth ?? null,
    rule: 'section 3.6, edge 3',
  };
}

function answerFor(file: readonly DomainRecord[], settings: readonly DomainRecord[], today: CalendarDate) {
  const facts = deadlineFacts(file, settings, today);
  const deadlines = deadlinesOf(file, settings, today);
  const {age, birthday16, birthday18, birthday21, birthday25} = birthdaysOf(facts.bornOn, today);
  const {category, since, dutyStatus} = facts.standing;
  const councilTax = councilTaxDaysOf(facts.standing.category, facts.bornOn);
  return {
    legacy_id: facts.person.data.legacyId,
    age,
    birthday_16: birthday16,
    birthday_18: birthday18,
    birthday_21: birthday21,
    birthday_25: birthday25,
    category,
    category_since: since,
    duty_status: dutyStatus,
    assessment_due: brief(limit(deadlines, 'assessment')),
    next_review_due: brief(next(deadlines, 'review', 'looked_after_review')),
    extra_review_due: brief(next(deadlines, 'accommodation_review')),
    next_visit_due: brief(next(deadlines, 'first_visit', 'visit')),
    next_contact_due: brief(next(deadlines, 'contact')),
    basic_income: basicIncome(file, today),
    council_tax_exempt_until: councilTax && {rule: 'R-62', from: councilTax.from, date: councilTax.until},
    deadlines: deadlines.map(whole),
  };
}

type Answer = ReturnType<typeof answerFor>;

/** One person's open deadlines in plain lines: what comes first stands first. */
function lines({legacy_id: key, category, deadlines}: Answer): string {
  const open = deadlines.filter(({state}) => state !== 'met');
  return [
    `${key ?? '-'}  ${category}`,
    ...open.map(
      ({due, state, rule, what, computed_from: from}) =>
        `  ${due}  ${state.padEnd(9)}  ${rule.padEnd(12)}  ${what}  (${from.map(({what: origin, date}) => `${origin} ${date}`).join(', ')})`,
    ),
  ].join('\n');
}

export const deadlines: CliCommand = {
  name: 'deadlines',
  usage: 'deadlines --authority W06000011 [--today 2026-11-21] [--person WC1040396] [--json]',
  options: {authority: {type: 'string', required: true}, today: {type: 'string'}, person: {type: 'string'}, json: {type: 'boolean'}},
  positionals: [],
  run: async ({storage, clock}, {authority, today: asked, person: only, json}, _positionals, {out, err}) => {
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
      const settings = (await store.recordsOf(null)).filter(record => isKind(record, 'setting') || isKind(record, 'income-scheme'));
      const found: Answer[] = [];
      for (const person of await store.people()) {
        const file = await store.recordsOf(person);
        const record = file.find(candidate => isKind(candidate, 'young-person'));
        if (!record || !isKind(record, 'young-person')) continue;
        if (only !== undefined && record.data.legacyId !== only) continue;
        found.push(answerFor(file, settings, today));
      }
      return found;
    });
    if (only !== undefined && answers.length === 0) {
      err('No such person in this authority.');
      return 1;
    }
    const sorted = answers.toSorted((one, other) => String(one.legacy_id).localeCompare(String(other.legacy_id), 'en'));
    out(json === true ? JSON.stringify(sorted, null, 1) : sorted.map(lines).join('\n\n'));
    return 0;
  },
};
