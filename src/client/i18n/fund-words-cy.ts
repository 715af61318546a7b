/** Words of one request to the fund: loaded with the first of its screens. Loaded as one file. */
import fund from '#locales/cy/fund.json';

export const bundle = {fund};
