/** Routes of an income scheme's report and of its evaluation: for those who lead, or answer for information; not_found for all others. */
import {exportEvaluation, reportScheme} from '#server/operations/evaluate-scheme.ts';
import {account, exchangeOf, type Asked, type Route} from './route.ts';

const scheme = ({request}: Asked) => (request.params as Record<string, string>)['scheme'] ?? '';

export const EVALUATION_ROUTES: readonly Route[] = [
  {...account('/api/evaluation/:scheme', 60), method: 'GET', answer: asked => reportScheme(exchangeOf(asked), scheme(asked))},
  {...account('/api/evaluation/:scheme/export', 10), method: 'POST', answer: asked => exportEvaluation(exchangeOf(asked), scheme(asked))},
];
