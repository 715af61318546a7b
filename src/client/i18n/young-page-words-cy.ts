/** Words of a young person’s screens after the first: of no use before one of them is opened. Loaded as one file. */
import codesOfPages from '#locales/cy/codes-page.json';
import codesOfProfile from '#locales/cy/codes-profile.json';
import entitlements from '#locales/cy/entitlements.json';
import young from '#locales/cy/young-page.json';

export const bundle = {codes: {...codesOfPages, ...codesOfProfile}, entitlements, young};
