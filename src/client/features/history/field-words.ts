/** Fields and their values in the reader's words: dates in full, money in pounds, codes by their names, people by theirs. */
import {isId, type Id} from '#domain/shared/ids.ts';
import {calendarDateInWales, date} from '#domain/shared/calendar-date.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import {useText, type TextKey} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import {amountWords, isAmount} from '#client/case/money/amount-words.ts';
import {CODE_LISTS} from '#client/case/records/code-lists.ts';
import {PROFILE_KINDS} from '#client/case/person/profile-kinds.ts';
import {staffName} from '#client/case/person/people-on-device.ts';

const NAMED = [
  'section',
  'on',
  'outcome',
  'what',
  'owner',
  'ownerStaff',
  'dueOn',
  'status',
  'statusOn',
  'words',
  'text',
  'note',
  'until',
  'endedOn',
  'endOn',
  'startOn',
  'settledOn',
  'answer',
  'type',
  'address',
  'knownAs',
  'phone',
  'response',
  'needs',
  'goingWell',
  'value',
  'from',
  'spendType',
  'askedPence',
  'awardedPence',
  'urgency',
  'purpose',
  'difference',
  'triedElsewhere',
  'refusal',
  'reason',
  'otherSources',
  'notes',
  'evidence',
  'supplier',
  'seenBy',
  'decidedBy',
  'decidedOn',
  'usedAsPlanned',
  'amount',
  'wish',
  'takenOutOn',
  'benefit',
  'state',
] as const;

const OF_PROFILE: ReadonlySet<string> = new Set(PROFILE_KINDS);

/** Fields that the profile calls otherwise than their own name; the others are looked for there by it. */
const IN_PROFILE: Readonly<Record<string, string>> = {
  'young-person.birthDates': 'birthDate',
  'alert.startOn': 'alertStart',
  'alert.text': 'alertText',
  'alert.code': 'alertCode',
  'alert.endOn': 'lastDay',
  'looked-after-period.startOn': 'periodStart',
  'looked-after-period.endOn': 'periodEnd',
  'important-person.name': 'personName',
  'important-person.notes': 'personNotes',
  'important-person.startOn': 'personStart',
  'important-person.endOn': 'lastDay',
  'advocacy-offer.response': 'advocacyResponse',
  'detention.place': 'detentionPlace',
  'detention.startOn': 'detentionStart',
  'access-request.words': 'requestWords',
  'immigration.status': 'immigrationStatus',
  'own-child.name': 'personName',
  'own-child.socialWorker': 'childSocialWorker',
  'own-child.note': 'personNotes',
  'complaint.words': 'complaintWords',
};

/** Fields of a place in an income scheme, and of a check-in, by the words that their own pages have for them. */
const IN_INCOME: Readonly<Record<string, string>> = {
  'income-enrolment.offeredOn': 'offered',
  'income-enrolment.adviceOn': 'advice',
  'income-enrolment.decision': 'place',
  'income-enrolment.joinedOn': 'joined',
  'income-enrolment.declinedOn': 'declined',
  'income-enrolment.firstPaymentMonth': 'first',
  'income-enrolment.finalPaymentMonth': 'final',
  'income-enrolment.paymentsMade': 'made',
  'income-enrolment.monthsPromised': 'months',
  'income-enrolment.frequency': 'frequency',
  'income-enrolment.grossMonthPence': 'gross',
  'income-enrolment.netMonthPence': 'net',
  'income-enrolment.accountSetUp': 'account',
  'income-enrolment.pauses': 'pause',
  'income-enrolment.closingReason': 'closing',
  'income-enrolment.closedOn': 'ended',
  'income-check-in.on': 'form.on',
  'income-check-in.arrearsPence': 'ask.arrears',
  'income-check-in.withStaff': 'checkIn.with',
};

/** Kinds of homes, by the words of their own forms. */
const OF_HOME: ReadonlySet<string> = new Set([
  'stay',
  'suitability',
  'home-risk',
  'homeless-episode',
  'multi-agency-review',
  'when-i-am-ready',
  'ready-check',
  'vacation',
]);
const IN_HOME: Readonly<Record<string, string>> = {
  'suitability.because': 'judgedBecause',
  'suitability.reason': 'judgedReason',
  'suitability.plan': 'judgedPlan',
  'suitability.decision': 'decided',
  'home-risk.words': 'riskWords',
  'home-risk.endedBecause': 'riskEnded',
  'homeless-episode.because': 'homelessBecause',
  'homeless-episode.housingAuthority': 'housing',
  'homeless-episode.endOn': 'homelessEndOn',
  'homeless-episode.outcome': 'homelessOutcome',
  'multi-agency-review.words': 'meetingWords',
  'multi-agency-review.attendees': 'attendee',
  'multi-agency-review.decisions': 'decision',
  'when-i-am-ready.endOn': 'readyEndOn',
  'ready-check.on': 'checkedOn',
  'ready-check.words': 'checkWords',
  'ready-check.support': 'checkSupport',
  'vacation.from': 'vacationFrom',
  'vacation.until': 'vacationUntil',
  'vacation.how': 'vacationHow',
};

export interface FieldWords {
  readonly labelOf: (field: string) => string;
  readonly valueOf: (field: string, value: unknown) => string;
  readonly nameOf: (holder: Id | null) => string;
}

export function useFieldWords(kind: string): FieldWords {
  const {t, has, format} = useText();
  const {vault} = useOpenVault();
  const {memory} = vault;

  function nameOf(holder: Id | null): string {
    if (holder === null) return t('history:byServer');
    return staffName(memory, holder) ?? memory.records(holder, 'summary')[0]?.data.knownAs ?? t('history:byImport');
  }

  function valueOf(field: string, value: unknown): string {
    if (typeof value === 'string' && /^\d{4}-\d{2}$/u.test(value)) return format.monthAndYear(value);
    if (value === null || value === undefined || value === '') return t('history:nothing');
    if (typeof value === 'boolean') return t(value ? 'history:true' : 'history:false');
    if (typeof value === 'number') return field.endsWith('Pence') ? format.money(value) : format.number(value);
    if (typeof value === 'string') {
      const list = CODE_LISTS[`${kind}.${field}`];
      if (list !== undefined) return t(`codes:${list}.${value}` as TextKey);
      if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return format.longDate(date(value));
      if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/u.test(value)) return `${format.longDate(calendarDateInWales(value))}, ${format.time(value)}`;
      return isId(value) ? nameOf(value) : value;
    }
    if (field === 'birthDates') {
      // The one that was held from then on.
      const held = (value as DataOf<'young-person'>['birthDates']).at(-1);
      if (held) return [format.longDate(held.date), t(`codes:birthDate.${held.status}`)].join(', ');
    }
    if (Array.isArray(value)) return t('history:items', {number: value.length});
    if (isAmount(value)) return amountWords({t, format}, value);
    const {text} = value as {text?: unknown};
    return typeof text === 'string' ? text : t('history:field.other');
  }

  function labelOf(field: string): string {
    const ofProfile = `profile:field.${IN_PROFILE[`${kind}.${field}`] ?? field}`;
    if (OF_PROFILE.has(kind) && has(ofProfile)) return t(ofProfile);
    const ofIncome = `income:${IN_INCOME[`${kind}.${field}`] ?? `ask.${field}`}`;
    if (kind.startsWith('income-') && has(ofIncome)) return t(ofIncome);
    const ofHome = `home:field.${IN_HOME[`${kind}.${field}`] ?? field}`;
    if (OF_HOME.has(kind) && has(ofHome)) return t(ofHome);
    // The same name is of something else in a kind of its own.
    const ofKind = `history:field.${kind}.${field}`;
    if (has(ofKind)) return t(ofKind);
    const known = NAMED.find(name => name === field);
    return t(known ? `history:field.${known}` : 'history:field.other');
  }

  return {labelOf, valueOf, nameOf};
}
