/** The worklists of a team manager, of a duty worker and of finance: what an import left, parked work, what is to be paid. Needs a connection, and keeps nothing. */
import * as z from 'zod/mini';
import {dutyListSchema} from '#protocol/duty-messages.ts';
import {evaluationExportSchema, schemeReportSchema} from '#protocol/evaluation-messages.ts';
import {fundAnswerSchema, fundLedgerSchema, fundReportSchema, fundWorkSchema} from '#protocol/fund-messages.ts';
import {importGroupViewSchema, importListSchema, settleAnswerSchema} from '#protocol/import-messages.ts';
import {notificationKeySchema} from '#protocol/notification-messages.ts';
import {parkedAnswerSchema, parkedListSchema} from '#protocol/parked-messages.ts';
import {returnExportSchema, returnViewSchema} from '#protocol/return-messages.ts';
import type {Exchange, Teamwork} from './contract.ts';
import type {HttpTransport} from './transport.ts';

export function teamwork(transport: Pick<HttpTransport, 'ask'>): Teamwork {
  const asked = async <Schema extends z.ZodMiniType>(
    method: 'GET' | 'POST',
    url: string,
    schema: Schema,
    body?: object,
  ): Promise<Exchange<z.infer<Schema>>> => {
    const answered = await transport.ask(method, url, schema, body);
    return answered.ok ? answered : {ok: false, code: answered.error.code};
  };
  return {
    notificationKey: () => asked('GET', '/api/notifications', notificationKeySchema),
    keepNotificationAddress: endpoint => asked('POST', '/api/notifications', z.object({}), {endpoint}),
    dropNotificationAddress: () => asked('POST', '/api/notifications/end', z.object({}), {}),
    duty: () => asked('GET', '/api/duty', dutyListSchema),
    importWaiting: () => asked('GET', '/api/import/waiting', importListSchema),
    importGroup: group => asked('GET', `/api/import/waiting/${group}`, importGroupViewSchema),
    settleImport: request => asked('POST', '/api/import/settle', settleAnswerSchema, request),
    parked: state => asked('GET', state === 'open' ? '/api/parked' : '/api/parked/closed', parkedListSchema),
    ownParked: request => asked('POST', '/api/parked/owner', parkedAnswerSchema, request),
    fundWork: () => asked('GET', '/api/fund/work', fundWorkSchema),
    fundReport: year => asked('GET', `/api/fund/report/${year}`, fundReportSchema),
    fundLedger: () => asked('GET', '/api/fund/ledger', fundLedgerSchema),
    payRequest: request => asked('POST', '/api/fund/payments', fundAnswerSchema, request),
    refundPayment: request => asked('POST', '/api/fund/refunds', fundAnswerSchema, request),
    schemeReport: scheme => asked('GET', `/api/evaluation/${scheme}`, schemeReportSchema),
    exportEvaluation: scheme => asked('POST', `/api/evaluation/${scheme}/export`, evaluationExportSchema, {}),
    lookAtReturn: (year, ages) => asked('GET', `/api/returns/${year}/${ages}`, returnViewSchema),
    exportReturn: (year, ages) => asked('POST', `/api/returns/${year}/${ages}/export`, returnExportSchema, {}),
    settleParked: request => asked('POST', '/api/parked/settle', parkedAnswerSchema, request),
  };
}
