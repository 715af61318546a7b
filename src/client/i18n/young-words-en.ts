/** Words of the young person’s own screens. Loaded as one file. */
import young from '#locales/en/young.json';

export const bundle = {young};
