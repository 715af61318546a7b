/** Words of a young person’s money: asking the fund, one request from asking to what became of it, and the choice about an evaluation. Loaded as one file. */
import evaluation from '#locales/en/young-evaluation.json';
import fund from '#locales/en/young-fund.json';

export const bundle = {young: {...fund, ...evaluation}};
