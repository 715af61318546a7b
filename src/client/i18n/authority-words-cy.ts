/** Words of the authority’s settings, teams and colleagues, its payments and its returns: an administrator’s screens, which no adviser opens. Loaded as one file. */
import authority from '#locales/cy/authority.json';
import payments from '#locales/cy/payments.json';
import returns from '#locales/cy/returns.json';

export const bundle = {authority, payments, returns};
