/** Words of a young person’s screens after the first: of no use before one of them is opened. Loaded as one file. */
import codesOfPages from '#locales/en/codes-page.json';
import codesOfProfile from '#locales/en/codes-profile.json';
import entitlements from '#locales/en/entitlements.json';
import young from '#locales/en/young-page.json';

export const bundle = {codes: {...codesOfPages, ...codesOfProfile}, entitlements, young};
