/**
 * A check-in: how it goes with the money, answered alone or with the adviser, offline. Every question can be passed over, and no
 * payment depends on it. What gives cause for concern becomes a worry of its own, so that somebody sees it, acts on it and says
 * what came of it; whoever answers is told so before they do.
 */
import * as z from 'zod/mini';
import {commandKind, dayOfWriting, isTheirOwn, newRecord, type CaseRecords, type Command, type DecideContext} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {lineSchema, optionalDate, optionalFlag, optionalText, textSchema} from '../shared/fields.ts';
import {idSchema, partId} from '../shared/ids.ts';
import {monthOf} from '../shared/month.ts';
import {penceSchema} from '../shared/money.ts';
import type {Compartment, DomainRecord} from '../shared/record.ts';
import {must, ok, refuse} from '../shared/result.ts';
import type {WorryKind} from '../worry/codes.ts';
import {ownRecord} from '../write-field.ts';
import {ACTIVITIES} from '../young-person/codes.ts';
import {isAhead, refusalOf} from '../young-person/profile-records.ts';
import * as codes from './codes.ts';
import {monthNumber} from './payment-months.ts';

const answers = {
  paidOnTime: optionalFlag,
  coversEssentials: optionalFlag,
  rentPaid: z.nullable(z.enum(codes.RENT_PAID)),
  arrearsPence: z.nullable(penceSchema),
  savings: z.nullable(z.enum(codes.SAVINGS_BANDS)),
  debt: z.nullable(z.enum(codes.DEBT_BANDS)),
  benefitsChange: optionalFlag,
  activity: z.nullable(z.enum(ACTIVITIES)),
  home: z.nullable(z.enum(codes.HOME_ANSWERS)),
  wellbeing: z.nullable(z.int().check(z.minimum(0), z.maximum(10))),
  usedFor: optionalText,
  afterEnd: optionalText,
  supportWanted: optionalText,
};

const bodySchema = z.object({
  enrolment: idSchema,
  /** Null: the day on which it was written. Somebody of the team may put one down later. */
  on: optionalDate,
  ...answers,
  /** Whether somebody else controls the money. Kept apart from the check-in, where only those see it who must. */
  moneyControlled: optionalFlag,
  own: z.array(z.object({cy: lineSchema, en: lineSchema, answer: textSchema})).check(z.maxLength(20)),
  lang: z.enum(['cy', 'en', 'mixed', 'not_stated']),
});
type Body = z.infer<typeof bodySchema>;

const hasText = (text: string | null): boolean => (text ?? '').trim() !== '';

/** Nothing was answered at all: there is nothing to keep. */
const isEmpty = ({own, moneyControlled, ...body}: Body): boolean =>
  moneyControlled === null &&
  own.every(({answer}) => !hasText(answer)) &&
  (Object.keys(answers) as (keyof typeof answers)[]).every(name => {
    const value = body[name];
    return value === null || (typeof value === 'string' && !hasText(value));
  });

/** How they are, from 0 to 10: from here down somebody asks after them. */
export const LOW_WELLBEING = 2;

/** What in the answers somebody has to look at. Each is one worry: they need different things done. */
export function concernsIn(
  body: Pick<Body, 'coversEssentials' | 'rentPaid' | 'arrearsPence' | 'moneyControlled' | 'home' | 'wellbeing'>,
): readonly WorryKind[] {
  const concerns: readonly (readonly [WorryKind, boolean])[] = [
    ['no_home_tonight', body.home === 'nowhere'],
    ['money_controlled', body.moneyControlled === true],
    ['essentials', body.coversEssentials === false],
    ['arrears', body.rentPaid === 'no' || (body.arrearsPence ?? 0) > 0],
    ['home', body.home === 'worried'],
    ['health', body.wellbeing !== null && body.wellbeing <= LOW_WELLBEING],
  ];
  return concerns.filter(([, is]) => is).map(([concern]) => concern);
}

/** Names of what lies beside a check-in. */
const CONTROLLED = 'money controlled';
const worryPart = (about: WorryKind): string => `worry ${about}`;

/** A record beside the check-in, under an id that every device works out alike. */
function beside<Kind extends 'worry' | 'money-controlled'>(
  kind: Kind,
  [part, compartment]: readonly [part: string, compartment: Compartment],
  data: DataOf<Kind>,
  records: CaseRecords,
  command: Command,
  context: DecideContext,
): DomainRecord {
  const scope = must(records.scope(command.person, compartment), 'a person has every scope');
  return {...newRecord(kind, command, scope, data as Record<string, unknown>, context), id: partId(command.record, part)};
}

export const answerCheckIn = commandKind({
  kind: 'income-check-in.answer',
  version: 1,
  action: 'income-check-in.answer',
  compartment: 'shared',
  body: bodySchema,
  reads: [],
  names: (body, record) => [body.enrolment, partId(record, CONTROLLED), ...concernsIn(body).map(about => partId(record, worryPart(about)))],
  decide(records, command, context) {
    const {enrolment: id, moneyControlled, own, on: said, ...given} = command.body;
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const found = ownRecord(records.get(id), 'income-enrolment', command);
    if (!found.ok) return found;
    const {joinedOn, firstPaymentMonth: first} = (found.value as RecordOf<'income-enrolment'>).data;
    if (first === null) return refuse({code: 'state_moved', fields: ['enrolment']});
    // Where no day was said a clock that is behind is no fault of theirs.
    const written = dayOfWriting(command, context);
    const on = said ?? (joinedOn !== null && written < joinedOn ? joinedOn : written);
    const fault = refusalOf(
      isEmpty(command.body) && ['words_missing', 'answers'],
      isAhead(said, context.today, 'on'),
      joinedOn !== null && on < joinedOn && ['dates_out_of_order', 'on'],
    );
    if (fault) return refuse(fault);
    const alone = isTheirOwn(command, context);
    const data: DataOf<'income-check-in'> = {
      ...given,
      enrolment: id,
      on,
      monthNumber: Math.max(0, monthNumber(first, monthOf(on))),
      withStaff: alone ? null : context.actor.holder,
      own: own.filter(({answer}) => hasText(answer)),
      alone,
    };
    const scope = must(records.scope(command.person, 'shared'), 'a person has every scope');
    const worries = concernsIn(command.body).map(about =>
      beside(
        'worry',
        // Said to a colleague, it is not put on a phone that whoever controls the money may hold.
        [worryPart(about), about === 'money_controlled' && !alone ? 'staff' : 'shared'],
        {about, words: null, raisedAt: command.at, receivedAt: null, seenBy: [], closedAt: null, outcome: null},
        records,
        command,
        context,
      ),
    );
    // A young person's own device holds no such scope; what they say of it is the worry.
    const controlled =
      moneyControlled === null || alone
        ? []
        : [
            beside(
              'money-controlled',
              [CONTROLLED, 'restricted'],
              {checkIn: command.record, answer: moneyControlled},
              records,
              command,
              context,
            ),
          ];
    // A restored store may have got them back before the answer comes again, seen to and closed: they stay as they are.
    const parts = [...controlled, ...worries].map(part => ({part, there: records.get(part.id)}));
    if (parts.some(({part, there}) => there && (there.kind !== part.kind || there.person !== part.person)))
      return refuse({code: 'already_there', fields: []});
    const missing = parts.flatMap(({part, there}) => (there ? [] : [part]));
    return ok({status: 'applied', puts: [newRecord('income-check-in', command, scope, data, context), ...missing], grants: []});
  },
});
