/**
 * What the fund did in a year, and its ledger, across the authority. Whoever leads the team sees the whole; for finance, who is
 * not of it, small numbers are taken out before anything leaves the server.
 */
import {may} from '#domain/access/permissions.ts';
import {fundReport, READ_FOR_REPORT, withoutSmallNumbers} from '#domain/fund/fund-report.ts';
import {financialYearOf} from '#domain/fund/ledger.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import {must} from '#domain/shared/result.ts';
import type {FundLedger, FundReportAnswer} from '#protocol/fund-messages.ts';
import {ProtocolError} from '#protocol/errors.ts';
import {publisherOf, type Exchange} from '#server/sync/exchange.ts';
import {byPerson} from './pay-requests.ts';

const YEAR = /^\d{4}-\d{2}$/u;

/** `wanted`: '2026-27'; anything else is the year of today. @throws ProtocolError not_found to whoever neither leads nor pays. */
export async function reportFund(exchange: Exchange, wanted: string): Promise<FundReportAnswer> {
  const {storage, signedIn} = exchange;
  const {today, now} = publisherOf(exchange);
  if (!may(signedIn.role, 'fund.pay', false)) throw new ProtocolError('not_found');
  const year = YEAR.test(wanted) ? wanted : financialYearOf(today);
  const isReduced = signedIn.role === 'finance_officer';
  return storage.transaction(signedIn.authority, async store => {
    const files = [...byPerson(await store.recordsOfKinds(READ_FOR_REPORT)).values()];
    const asked = files.flatMap(file =>
      file.flatMap(record => (isKind(record, 'fund-request') ? [financialYearOf(record.data.requestedOn)] : [])),
    );
    const report = fundReport(files, year, today);
    await store.audit({at: now, account: signedIn.account, action: 'fund.report', detail: {year}});
    return {
      years: [...new Set([financialYearOf(today), ...asked])].toSorted().toReversed(),
      isReduced,
      report: mutable(isReduced ? withoutSmallNumbers(report) : report),
    };
  });
}

/** The wire has lists that can be written to. */
const mutable = (report: ReturnType<typeof fundReport>): FundReportAnswer['report'] =>
  structuredClone(report) as FundReportAnswer['report'];

/** @throws ProtocolError not_found to whoever neither leads nor pays. */
export async function readLedger(exchange: Exchange): Promise<FundLedger> {
  const {storage, signedIn} = exchange;
  const {now} = publisherOf(exchange);
  if (!may(signedIn.role, 'fund.pay', false)) throw new ProtocolError('not_found');
  return storage.transaction(signedIn.authority, async store => {
    const lines = new Map((await store.budgetLines()).map(line => [line.id, line]));
    const entries = (await store.budgetEntries(null)).map(({number, at, line: id, kind, pence, request, by}) => {
      const {financialYear, fundName, team, purpose} = must(lines.get(id), 'an entry has its budget');
      return {number, at, financialYear, fundName, team, purpose, kind, pence, request, by};
    });
    await store.audit({at: now, account: signedIn.account, action: 'fund.ledger', detail: {entries: entries.length}});
    return {entries};
  });
}
