/** Holl destun Cymraeg yr ap: all Welsh text, loaded as one file and only when Welsh is the language of the screen. */
import common from '#locales/cy/common.json';
import sync from '#locales/cy/sync.json';
import signIn from '#locales/cy/sign-in.json';
import device from '#locales/cy/device.json';
import today from '#locales/cy/today.json';
import people from '#locales/cy/people.json';
import person from '#locales/cy/person.json';
import contact from '#locales/cy/contact.json';
import codes from '#locales/cy/codes.json';
import errors from '#locales/cy/errors.json';
import counts from '#locales/cy/counts.json';

export const bundle = {common, sync, 'sign-in': signIn, device, today, people, person, contact, codes, errors, counts};
