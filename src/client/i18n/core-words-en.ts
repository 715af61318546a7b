/** Words that every screen needs, whoever reads it: frame, signing in, the device, sending, errors, names of codes. Loaded as one file. */
import common from '#locales/en/common.json';
import sync from '#locales/en/sync.json';
import signIn from '#locales/en/sign-in.json';
import device from '#locales/en/device.json';
import errors from '#locales/en/errors.json';
import codes from '#locales/en/codes.json';

export const bundle = {common, sync, 'sign-in': signIn, device, errors, codes};
