/** Routes of the statutory extract: for those who lead the team, and who answers for information; not_found for all others. */
import {exportReturn, lookAtReturn, type WantedReturn} from '#server/operations/make-return.ts';
import {account, exchangeOf, type Asked, type Route} from './route.ts';

function wanted({request}: Asked): WantedReturn {
  const {year = '', ages = ''} = request.params as Record<string, string>;
  return {year, ages};
}

export const RETURN_ROUTES: readonly Route[] = [
  {...account('/api/returns/:year/:ages', 60), method: 'GET', answer: asked => lookAtReturn(exchangeOf(asked), wanted(asked))},
  {...account('/api/returns/:year/:ages/export', 10), method: 'POST', answer: asked => exportReturn(exchangeOf(asked), wanted(asked))},
];
