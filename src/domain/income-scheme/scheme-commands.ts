/**
 * An authority sets up an income scheme, or changes how it asks people. What government fixed of the pilot stays as it was, and a
 * scheme that is closed stays closed: nobody opens it again by changing a date.
 */
import * as z from 'zod/mini';
import {commandKind, newRecord} from '../command.ts';
import type {RecordOf} from '../record-kinds.ts';
import {optionalLine} from '../shared/fields.ts';
import {sameValue} from '../shared/heads.ts';
import {isMadeByChance} from '../shared/ids.ts';
import {monthOf} from '../shared/month.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {refusalOf} from '../young-person/profile-records.ts';
import {incomeSchemeFacts, type IncomeScheme} from './income-scheme.ts';
import {BASIC_INCOME_PILOT, isClosed, OPEN_OF_PILOT, PILOT_ID} from './scheme.ts';

const FACTS = Object.keys(BASIC_INCOME_PILOT) as readonly (keyof IncomeScheme)[];
const fixedOfPilot = FACTS.filter(fact => !(OPEN_OF_PILOT as readonly string[]).includes(fact));

export const setIncomeScheme = commandKind({
  kind: 'income-scheme.set',
  version: 1,
  action: 'income-scheme.set',
  compartment: 'settings',
  audited: true,
  movesState: true,
  /** The pilot, whose id everybody knows. */
  makesPart: true,
  body: z.extend(incomeSchemeFacts, {reason: optionalLine}),
  reads: [],
  decide(records, command, context) {
    const {reason, ...facts} = command.body;
    const found = records.get(command.record);
    if (found && found.kind !== 'income-scheme') return refuse({code: 'unknown_record', fields: []});
    if (!found && command.record !== PILOT_ID && !isMadeByChance(command.record)) return refuse({code: 'already_there', fields: []});
    const before: IncomeScheme | undefined =
      (found as RecordOf<'income-scheme'> | undefined)?.data ?? (command.record === PILOT_ID ? BASIC_INCOME_PILOT : undefined);
    const changed = before ? FACTS.filter(fact => !sameValue(before[fact], facts[fact])) : FACTS;
    if (changed.length === 0) return refuse({code: 'unchanged', fields: []});
    // Of the pilot nothing was stored when they began; a colleague has changed it since.
    if (found && command.record === PILOT_ID && command.expect === undefined) return refuse({code: 'state_moved', fields: []});
    const fixed = command.record === PILOT_ID ? changed.filter(fact => fixedOfPilot.includes(fact)) : [];
    if (fixed.length > 0) return refuse({code: 'scheme_fixed', fields: fixed});
    const wasClosed = before !== undefined && isClosed(before, context.today);
    if (wasClosed && changed.some(fact => fact === 'closedOn')) return refuse({code: 'scheme_closed', fields: ['closedOn']});
    // Nor does it pay again: a last month that is past is only put right to one before it.
    const last = before?.lastPaymentMonth ?? null;
    const paysAgain = last !== null && last < monthOf(context.today) && (facts.lastPaymentMonth === null || facts.lastPaymentMonth > last);
    if (wasClosed && paysAgain) return refuse({code: 'scheme_closed', fields: ['lastPaymentMonth']});
    const fault = refusalOf(
      facts.birthdayUntil < facts.birthdayFrom && ['dates_out_of_order', 'birthdayUntil'],
      facts.netPence > facts.grossPence && ['out_of_range', 'netPence'],
      facts.checkIns.some(number => number > facts.payments) && ['out_of_range', 'checkIns'],
      before !== undefined && (reason ?? '').trim() === '' && ['words_missing', 'reason'],
    );
    if (fault) return refuse(fault);
    const data = {...facts, reason: reason?.trim() || null};
    const scope = must(records.scope(null, 'settings'), 'an authority has its own scopes');
    return ok({
      status: 'applied',
      puts: [found ? {...found, data} : newRecord('income-scheme', command, scope, data, context)],
      grants: [],
    });
  },
});
