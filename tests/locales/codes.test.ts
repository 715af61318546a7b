/** Every code of every list has a name in both languages, and no name is left without a code. */
import {expect, test} from 'vitest';
import {ROLES} from '../../src/domain/access/roles.ts';
import * as home from '../../src/domain/accommodation/codes.ts';
import {COMMANDS} from '../../src/domain/commands.ts';
import {CONTACT_DIRECTIONS, CONTACT_OUTCOMES, CONTACT_TYPES} from '../../src/domain/contact/codes.ts';
import {EDUCATION_SUPPORTS} from '../../src/domain/education-support/codes.ts';
import {BILL_PAYERS} from '../../src/domain/entitlements/codes.ts';
import * as fund from '../../src/domain/fund/codes.ts';
import {
  CLOSING_REASONS,
  DEBT_BANDS,
  ENROLMENT_DECISIONS,
  PAYMENT_FREQUENCIES,
  RENT_PAID,
  SAVINGS_BANDS,
  CHECK_IN_QUESTIONS,
  HOME_ANSWERS,
  PAUSE_REASONS,
} from '../../src/domain/income-scheme/codes.ts';
import {EVALUATION_WAYS} from '../../src/domain/income-scheme/evaluation-consent.ts';
import {ACTIVITY_END_REASONS, ACTIVITY_GROUPS, NEET_REASONS} from '../../src/domain/learning-work/codes.ts';
import {INFORMATION_SOURCES, SNAPSHOT_MOMENTS} from '../../src/domain/learning-work/snapshot.ts';
import {BENEFIT_STATES, BENEFITS, HOW_OFTEN, MONEY_LINES, MONEY_WISHES} from '../../src/domain/money-plan/codes.ts';
import {
  ACTION_STATUSES,
  PLAN_RESPONSES,
  ALL_SECTIONS,
  CONSULTED,
  COPY_FORMATS,
  PLAN_STATUSES,
  PROGRAMME_STATUSES,
  REVIEW_TYPES,
  SECTION_ANSWERS,
  VIEWS_GIVEN,
} from '../../src/domain/pathway-plan/codes.ts';
import {PRINTED} from '../../src/domain/records-access/paper-copy.ts';
import {LANGUAGES} from '../../src/domain/shared/fields.ts';
import {WEEKDAYS} from '../../src/domain/shared/calendar-date.ts';
import {COMPLAINT_STAGES, WORRY_KINDS} from '../../src/domain/worry/codes.ts';
import {
  ACTIVITIES,
  ALERTS,
  BIRTH_DATE_STATUSES,
  CATEGORIES,
  DUTY_STATUSES,
  IMMIGRATION_STATUSES,
  IN_TOUCH,
  LEGAL_STATUSES,
  REASONS_CEASED,
  SEXES,
} from '../../src/domain/young-person/codes.ts';
import {ADVOCACY_RESPONSES, IDENTITY_DOCUMENTS, RELATIONS} from '../../src/domain/young-person/profile-codes.ts';
import {words} from './locale-files.ts';

const LISTS: Readonly<Record<string, readonly string[]>> = {
  language: LANGUAGES,
  paper: PRINTED,
  direction: CONTACT_DIRECTIONS,
  role: ROLES,
  category: CATEGORIES,
  owes: CATEGORIES,
  duty: DUTY_STATUSES,
  birthDate: BIRTH_DATE_STATUSES,
  sex: SEXES,
  inTouch: IN_TOUCH,
  payer: BILL_PAYERS,
  activity: ACTIVITIES,
  activityGroup: ACTIVITY_GROUPS,
  neetReason: NEET_REASONS,
  activityEnd: ACTIVITY_END_REASONS,
  snapshotMoment: SNAPSHOT_MOMENTS,
  informationSource: INFORMATION_SOURCES,
  educationSupport: EDUCATION_SUPPORTS,
  immigration: IMMIGRATION_STATUSES,
  legalStatus: LEGAL_STATUSES,
  reasonCeased: REASONS_CEASED,
  alert: ALERTS,
  relation: RELATIONS,
  identityDocument: IDENTITY_DOCUMENTS,
  advocacy: ADVOCACY_RESPONSES,
  complaintStage: COMPLAINT_STAGES,
  home: home.ACCOMMODATION_TYPES,
  suitability: home.SUITABILITY,
  homeStatus: home.HOME_STATUSES,
  homeStanding: home.HOME_STANDINGS,
  homeRisk: home.HOME_RISKS,
  homeDriver: home.HOME_DRIVERS,
  homeNews: home.HOME_NEWS,
  homeView: home.HOME_VIEWS,
  providedUnder: home.PROVIDED_UNDER,
  tenancy: home.TENANCIES,
  moveReason: home.MOVE_REASONS,
  noticeBy: home.NOTICE_BY,
  roomStandard: home.ROOM_STANDARDS,
  suitabilityCheck: home.SUITABILITY_CHECKS,
  judgedBecause: home.JUDGED_BECAUSE,
  theirView: home.THEIR_VIEWS,
  readyEnd: home.READY_ENDS,
  vacationWay: home.VACATION_WAYS,
  homelessReason: home.HOMELESS_REASONS,
  housingDuty: home.HOUSING_DUTIES,
  priorityDecision: home.PRIORITY_DECISIONS,
  homelessOutcome: home.HOMELESS_OUTCOMES,
  contactType: CONTACT_TYPES,
  outcome: CONTACT_OUTCOMES,
  planStatus: PLAN_STATUSES,
  section: ALL_SECTIONS,
  consulted: CONSULTED,
  copyFormat: COPY_FORMATS,
  planResponse: PLAN_RESPONSES,
  viewsGiven: VIEWS_GIVEN,
  sectionAnswer: SECTION_ANSWERS,
  actionStatus: ACTION_STATUSES,
  reviewType: REVIEW_TYPES,
  programme: PROGRAMME_STATUSES,
  spend: fund.SPEND_TYPES,
  purpose: fund.PURPOSE_AREAS,
  fundStatus: fund.FUND_STATUSES,
  fundOutcome: fund.FUND_OUTCOMES,
  fundRefusal: fund.FUND_REFUSALS,
  fundLevel: fund.DECISION_LEVELS,
  fundDuty: fund.FUND_DUTIES,
  fundNote: fund.FUND_NOTES,
  fundPaper: fund.FUND_PAPERS,
  usedAsPlanned: fund.USED_AS_PLANNED,
  payment: fund.PAYMENT_METHODS,
  evidence: fund.EVIDENCE,
  urgency: fund.URGENCIES,
  enrolment: ENROLMENT_DECISIONS,
  frequency: PAYMENT_FREQUENCIES,
  closing: CLOSING_REASONS,
  pause: PAUSE_REASONS,
  question: CHECK_IN_QUESTIONS,
  homeAnswer: HOME_ANSWERS,
  savings: SAVINGS_BANDS,
  debt: DEBT_BANDS,
  rentPaid: RENT_PAID,
  evaluationWay: EVALUATION_WAYS,
  moneyLine: MONEY_LINES,
  howOften: HOW_OFTEN,
  benefit: BENEFITS,
  benefitState: BENEFIT_STATES,
  moneyWish: MONEY_WISHES,
  worry: WORRY_KINDS,
  weekday: WEEKDAYS,
  command: Object.keys(COMMANDS),
};

test.each(['cy', 'en'] as const)('%s names every code', language => {
  const expected = Object.entries(LISTS).flatMap(([list, codes]) => codes.map(code => `${list}.${code}`));
  const named = ['codes.json', 'codes-page.json', 'codes-profile.json', 'codes-staff.json', 'codes-file.json'].flatMap(file =>
    Object.keys(words(language, file)),
  );
  expect(named.toSorted()).toEqual(expected.toSorted());
});
