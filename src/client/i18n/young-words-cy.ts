/** Words of the young person’s own screens. Loaded as one file. */
import young from '#locales/cy/young.json';

export const bundle = {young};
