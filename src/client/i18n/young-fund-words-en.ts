/** Words of a young person’s money: asking the fund, and one request from asking to what became of it. Loaded as one file. */
import young from '#locales/en/young-fund.json';

export const bundle = {young};
