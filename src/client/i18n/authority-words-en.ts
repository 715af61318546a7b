/** Words of the authority’s settings, teams and colleagues, its payments and its returns: an administrator’s screens, which no adviser opens. Loaded as one file. */
import authority from '#locales/en/authority.json';
import payments from '#locales/en/payments.json';
import returns from '#locales/en/returns.json';

export const bundle = {authority, payments, returns};
