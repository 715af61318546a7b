/** Words of the authority’s settings, teams and colleagues: an administrator’s screens, which no adviser opens. Loaded as one file. */
import authority from '#locales/en/authority.json';
import payments from '#locales/en/payments.json';

export const bundle = {authority, payments};
