/** Words of a young person’s first screen; those of the others are in young-page. Loaded as one file. */
import young from '#locales/en/young.json';

export const bundle = {young};
