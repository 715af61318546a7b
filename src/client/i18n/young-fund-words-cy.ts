/** Words of a young person’s money: asking the fund, one request from asking to what became of it, and the choice about an evaluation. Loaded as one file. */
import evaluation from '#locales/cy/young-evaluation.json';
import fund from '#locales/cy/young-fund.json';

export const bundle = {young: {...fund, ...evaluation}};
