/** Words of a young person’s money: the fund, an income scheme, how it is going, and the choice about its evaluation. Loaded as one file. */
import income from '#locales/en/income.json';
import evaluation from '#locales/en/young-evaluation.json';
import fund from '#locales/en/young-fund.json';

export const bundle = {income, young: {...fund, ...evaluation}};
