/** Words of a young person’s money: the fund, an income scheme, how it is going, and the choice about its evaluation. Loaded as one file. */
import income from '#locales/cy/income.json';
import evaluation from '#locales/cy/young-evaluation.json';
import fund from '#locales/cy/young-fund.json';

export const bundle = {income, young: {...fund, ...evaluation}};
