/** Words of a young person’s money: the fund, an income scheme, and how it is going. Loaded as one file. */
import income from '#locales/cy/income.json';
import young from '#locales/cy/young-fund.json';

export const bundle = {income, young};
