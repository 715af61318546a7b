/** Words of a young person’s money: asking the fund, and one request from asking to what became of it. Loaded as one file. */
import young from '#locales/cy/young-fund.json';

export const bundle = {young};
