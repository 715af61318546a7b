/** Words of a young person’s money: the fund, an income scheme, and how it is going. Loaded as one file. */
import income from '#locales/en/income.json';
import young from '#locales/en/young-fund.json';

export const bundle = {income, young};
