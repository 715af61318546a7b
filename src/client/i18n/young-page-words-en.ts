/** Words of a young person’s screens after the first: of no use before one of them is opened. Loaded as one file. */
import young from '#locales/en/young-page.json';

export const bundle = {young};
