/** Routes of finance: for those who pay, not_found for all others. */
import {fundPaymentSchema, fundRefundSchema} from '#protocol/fund-messages.ts';
import {fundWork, payOnline} from '#server/operations/pay-requests.ts';
import {readLedger, reportFund} from '#server/operations/report-fund.ts';
import {account, exchangeOf, posted, type Route} from './route.ts';

export const FUND_ROUTES: readonly Route[] = [
  {...account('/api/fund/work', 120), method: 'GET', answer: asked => fundWork(exchangeOf(asked))},
  {
    ...account('/api/fund/report/:year', 60),
    method: 'GET',
    answer: asked => reportFund(exchangeOf(asked), (asked.request.params as Record<string, string>)['year'] ?? ''),
  },
  {...account('/api/fund/ledger', 60), method: 'GET', answer: asked => readLedger(exchangeOf(asked))},
  posted(account('/api/fund/payments', 120), fundPaymentSchema, (request, asked) =>
    payOnline(exchangeOf(asked), 'fund-payment.record', request),
  ),
  posted(account('/api/fund/refunds', 120), fundRefundSchema, (request, asked) =>
    payOnline(exchangeOf(asked), 'fund-refund.record', request),
  ),
];
