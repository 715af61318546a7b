/** All English text, loaded as one file and only when English is the language of the screen. */
import common from '#locales/en/common.json';
import sync from '#locales/en/sync.json';
import signIn from '#locales/en/sign-in.json';
import device from '#locales/en/device.json';
import today from '#locales/en/today.json';
import people from '#locales/en/people.json';
import person from '#locales/en/person.json';
import contact from '#locales/en/contact.json';
import codes from '#locales/en/codes.json';
import errors from '#locales/en/errors.json';
import counts from '#locales/en/counts.json';

export const bundle = {common, sync, 'sign-in': signIn, device, today, people, person, contact, codes, errors, counts};
