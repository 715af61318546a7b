/** Words of the few screens that staff and young people share, loaded with the first of them. Loaded as one file. */
import details from '#locales/en/details.json';
import sending from '#locales/en/sending.json';
import sync from '#locales/en/sync-page.json';
import together from '#locales/en/together.json';

export const bundle = {details, sending, sync, together};
