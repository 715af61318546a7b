/**
 * The life of a plan (domain.md 3.2): draft, shared with the young person, handed in, signed off and current, under review,
 * superseded or ended. At most one is in force. A refusal of the young person is recorded and never stops it.
 */
import * as z from 'zod/mini';
import {commandKind, newRecord, type CaseRecords, type Command, type DecideContext, type Refusal} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {languageSchema, optionalId, optionalWords, wordsSchema} from '../shared/fields.ts';
import {partId, type Id} from '../shared/ids.ts';
import {isKind} from '../shared/is-kind.ts';
import {holdsMoreThanIsShown, struckOut, type DomainRecord} from '../shared/record.ts';
import {must, ok, refuse, type Result} from '../shared/result.ts';
import {ownRecord, writeFields} from '../write-field.ts';
import {COPY_FORMATS, PLAN_IN_FORCE, type PlanStatus} from './codes.ts';
import {missingForSignOff, READ_BY_CHECKS} from './sign-off-checks.ts';

type Plan = RecordOf<'pathway-plan'>;

/** The plan, in one of the states in which this may happen to it. */
function planIn(records: CaseRecords, command: Command, states: readonly PlanStatus[]): Result<Plan, Refusal> {
  const found = ownRecord(records.get(command.record), 'pathway-plan', command);
  if (!found.ok) return found;
  const plan = found.value as Plan;
  return states.includes(plan.data.status) ? ok(plan) : refuse({code: 'state_moved', fields: []});
}

const moved = (plan: Plan, data: Partial<DataOf<'pathway-plan'>>): DomainRecord => ({...plan, data: {...plan.data, ...data}});

const READ_WITH_PLAN = ['plan-action', 'plan-contingency', 'plan-consulted'] as const;

/** Without the reasons for which it was once struck out: those were written for staff, and stay in its history. */
function withoutReasons(record: DomainRecord): DomainRecord {
  const {reopened: _reasons, struck: _struck, ...heads} = record.heads;
  return {...record, heads};
}

/**
 * The young person sees it from now on: the plan, its actions, contingencies and who was asked come to `shared`, as they are shown.
 * What was struck out stays with staff; of two versions nobody has yet chosen which is to be shown.
 */
export const sharePlan = commandKind({
  kind: 'plan.share',
  version: 1,
  action: 'plan.write',
  compartment: 'staff',
  movesState: true,
  body: z.object({}),
  reads: READ_WITH_PLAN,
  decide(records, command, context) {
    const plan = planIn(records, command, ['draft']);
    if (!plan.ok) return plan;
    const scope = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
    const parts = READ_WITH_PLAN.flatMap(kind => records.ofPerson(command.person, kind)).filter(
      record => record.data['plan'] === command.record && record.scope !== scope && !struckOut(record),
    );
    const coming = [plan.value, ...parts].map(withoutReasons);
    if (coming.some(holdsMoreThanIsShown)) return refuse({code: 'two_versions', fields: []});
    const {planOn} = plan.value.data;
    const puts = coming.map(record =>
      record.id === command.record ? moved(record as Plan, {status: 'shared', planOn: planOn ?? context.today}) : record,
    );
    return ok({status: 'applied', puts: puts.map(record => ({...record, scope})), grants: []});
  },
});

function filed(records: CaseRecords, plan: Plan): readonly DomainRecord[] {
  return READ_BY_CHECKS.flatMap(kind => records.ofPerson(plan.person, kind));
}

/** The adviser has finished: everything that a plan must have is there. */
export const handInPlan = commandKind({
  kind: 'plan.hand-in',
  version: 1,
  action: 'plan.write',
  compartment: 'shared',
  movesState: true,
  body: z.object({}),
  reads: READ_BY_CHECKS,
  decide(records, command) {
    const plan = planIn(records, command, ['shared']);
    if (!plan.ok) return plan;
    const missing = missingForSignOff(plan.value, filed(records, plan.value));
    if (missing.length > 0) return refuse({code: 'plan_incomplete', fields: missing});
    return ok({status: 'applied', puts: [moved(plan.value, {status: 'for_sign_off'})], grants: []});
  },
});

function signOff(
  command: Command,
  decision: 'approved' | 'returned',
  words: DataOf<'plan-sign-off'>['words'],
  scope: Id,
  context: DecideContext,
) {
  const data: DataOf<'plan-sign-off'> = {plan: command.record, decision, words, on: context.today};
  return {...newRecord('plan-sign-off', command, scope, data, context), id: partId(command.op, 'sign-off')};
}

/**
 * Signed off: current from now on, and what was in force before is superseded. `replaces` is the plan in force that the
 * manager saw: when it is another by now, two plans would replace the same one, so the second is refused and keeps its words.
 */
export const approvePlan = commandKind({
  kind: 'plan.approve',
  version: 1,
  action: 'plan.approve',
  compartment: 'shared',
  movesState: true,
  body: z.object({replaces: optionalId, words: optionalWords}),
  reads: READ_BY_CHECKS,
  decide(records, command, context) {
    const plan = planIn(records, command, ['for_sign_off']);
    if (!plan.ok) return plan;
    const missing = missingForSignOff(plan.value, filed(records, plan.value));
    if (missing.length > 0) return refuse({code: 'plan_incomplete', fields: missing});
    const inForce = records
      .ofPerson(command.person, 'pathway-plan')
      .filter(record => isKind(record, 'pathway-plan'))
      .filter(record => record.id !== command.record && PLAN_IN_FORCE.includes(record.data.status));
    if ((inForce.at(-1)?.id ?? null) !== command.body.replaces) return refuse({code: 'state_moved', fields: ['replaces']});
    const approved = moved(plan.value, {
      status: 'current',
      approvedBy: context.actor.holder,
      approvedOn: context.today,
      planOn: plan.value.data.planOn ?? context.today,
    });
    const staff = must(records.scope(command.person, 'staff'), 'a person has a staff scope');
    return ok({
      status: 'applied',
      puts: [
        approved,
        ...inForce.map(before => moved(before, {status: 'superseded'})),
        signOff(command, 'approved', command.body.words, staff, context),
      ],
      grants: [],
    });
  },
});

/** Not yet: the manager says what is missing, and the adviser goes on with it. */
export const returnPlan = commandKind({
  kind: 'plan.return',
  version: 1,
  action: 'plan.approve',
  compartment: 'shared',
  movesState: true,
  body: z.object({words: wordsSchema}),
  reads: [],
  decide(records, command, context) {
    const plan = planIn(records, command, ['for_sign_off']);
    if (!plan.ok) return plan;
    if (command.body.words.text.trim() === '') return refuse({code: 'words_missing', fields: ['words']});
    const staff = must(records.scope(command.person, 'staff'), 'a person has a staff scope');
    return ok({
      status: 'applied',
      puts: [moved(plan.value, {status: 'shared'}), signOff(command, 'returned', command.body.words, staff, context)],
      grants: [],
    });
  },
});

/** a copy was given and explained. Said again, the last is shown and the one before is listed. */
export const givePlanCopy = commandKind({
  kind: 'plan.give-copy',
  version: 1,
  action: 'plan.write',
  compartment: 'shared',
  body: z.object({on: calendarDateSchema, format: z.enum(COPY_FORMATS), language: languageSchema, explained: z.boolean()}),
  reads: [],
  decide(records, command, context) {
    const plan = planIn(records, command, ['shared', 'for_sign_off', 'current', 'under_review']);
    if (!plan.ok) return plan;
    const {on, format, language, explained} = command.body;
    if (on > context.today) return refuse({code: 'date_in_future', fields: ['on']});
    const plain = (value: unknown) => ({way: 'plain', value}) as const;
    return ok(
      writeFields(
        plan.value,
        {
          copyGivenOn: plain(on),
          copyFormat: plain(format),
          copyLanguage: plain(language),
          explained: plain(explained),
          copyBy: plain(context.actor.holder),
        },
        command,
        context,
      ),
    );
  },
});

/** Given up while it was being made, or ended because the duty has: kept, with the reason. */
export const endPlan = commandKind({
  kind: 'plan.end',
  version: 1,
  action: 'plan.write',
  compartment: 'of_record',
  movesState: true,
  body: z.object({because: wordsSchema}),
  reads: [],
  decide(records, command, context) {
    const plan = planIn(records, command, ['draft', 'shared', 'current', 'under_review']);
    if (!plan.ok) return plan;
    if (command.body.because.text.trim() === '') return refuse({code: 'words_missing', fields: ['because']});
    // A plan in force is ended by a manager: the young person is owed one for as long as the duty runs.
    const needsManager = PLAN_IN_FORCE.includes(plan.value.data.status);
    if (needsManager && context.actor.role !== 'manager' && context.actor.role !== 'deputy')
      return refuse({code: 'not_permitted', fields: []});
    return ok({status: 'applied', puts: [moved(plan.value, {status: 'ended', endedBecause: command.body.because})], grants: []});
  },
});
