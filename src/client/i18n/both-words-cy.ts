/** Words of the few screens that staff and young people share, loaded with the first of them. Loaded as one file. */
import details from '#locales/cy/details.json';
import sending from '#locales/cy/sending.json';
import sync from '#locales/cy/sync-page.json';
import together from '#locales/cy/together.json';

export const bundle = {details, sending, sync, together};
