/**
 * What an income scheme did, across the authority, and what is given to those who evaluate it. Whoever leads the team sees whole
 * figures; from everybody else small numbers are taken out before anything leaves the server. Of those who agreed to the
 * evaluation a line leaves under a pseudonym; the secret that it is made with never does.
 */
import {createHmac, randomBytes} from 'node:crypto';
import {may, type Action} from '#domain/access/permissions.ts';
import {evaluationTable, READ_FOR_EVALUATION} from '#domain/income-scheme/evaluation.ts';
import {EVALUATION_COLUMNS} from '#domain/income-scheme/evaluation-columns.ts';
import {READ_FOR_SCHEME_REPORT, schemeReport, withoutSmallSchemeNumbers} from '#domain/income-scheme/scheme-report.ts';
import {schemesOf, type KnownScheme} from '#domain/income-scheme/scheme.ts';
import type {Id} from '#domain/shared/ids.ts';
import {ProtocolError} from '#protocol/errors.ts';
import type {EvaluationExport, SchemeReportAnswer} from '#protocol/evaluation-messages.ts';
import type {Reading} from '#server/db/storage.ts';
import {publisherOf, type Exchange} from '#server/sync/exchange.ts';
import {byPerson} from './pay-requests.ts';

/** @throws ProtocolError not_found: to whoever may not, and where the authority has no such scheme, which is one and the same. */
function demand({signedIn}: Exchange, action: Action): void {
  if (!may(signedIn.role, action, false)) throw new ProtocolError('not_found');
}

async function schemeNamed(store: Reading, id: Id): Promise<KnownScheme> {
  const scheme = schemesOf(await store.recordsOf(null, ['income-scheme'])).find(each => each.id === id);
  if (!scheme) throw new ProtocolError('not_found');
  return scheme;
}

export async function reportScheme(exchange: Exchange, wanted: Id): Promise<SchemeReportAnswer> {
  demand(exchange, 'evaluation.report');
  const {storage, signedIn} = exchange;
  const {today, now} = publisherOf(exchange);
  const isReduced = !may(signedIn.role, 'team.look', false);
  return storage.transaction(signedIn.authority, async store => {
    const scheme = await schemeNamed(store, wanted);
    const report = schemeReport([...byPerson(await store.recordsOfKinds(READ_FOR_SCHEME_REPORT)).values()], scheme, today);
    await store.audit({at: now, account: signedIn.account, action: 'evaluation.report', detail: {scheme: scheme.id}});
    return {isReduced, report: structuredClone(isReduced ? withoutSmallSchemeNumbers(report) : report) as SchemeReportAnswer['report']};
  });
}

const SECRET_BYTES = 32;

/** A letter first: no spreadsheet takes it for a number, and makes another of it. */
const pseudonymWith =
  (secret: string) =>
  (person: Id): string =>
    `p${createHmac('sha256', Buffer.from(secret, 'hex')).update(person).digest('hex').slice(0, 20)}`;

export async function exportEvaluation(exchange: Exchange, wanted: Id): Promise<EvaluationExport> {
  demand(exchange, 'evaluation.export');
  const {storage, signedIn} = exchange;
  const {today, now} = publisherOf(exchange);
  return storage.transaction(signedIn.authority, async store => {
    const {id: scheme} = await schemeNamed(store, wanted);
    const pseudonymOf = pseudonymWith(await store.evaluationSecret(scheme, randomBytes(SECRET_BYTES).toString('hex'), now));
    const files = [...byPerson(await store.recordsOfKinds(READ_FOR_EVALUATION)).values()];
    const {people, rows} = evaluationTable(files, scheme, today, pseudonymOf);
    await store.audit({at: now, account: signedIn.account, action: 'evaluation.export', detail: {scheme, people, rows: rows.length}});
    return {people, columns: [...EVALUATION_COLUMNS], rows: rows.map(row => EVALUATION_COLUMNS.map(column => row[column]))};
  });
}
