/** Words that every screen needs, whoever reads it: frame, signing in, the device, sending, errors, names of codes. Loaded as one file. */
import common from '#locales/cy/common.json';
import sync from '#locales/cy/sync.json';
import signIn from '#locales/cy/sign-in.json';
import device from '#locales/cy/device.json';
import errors from '#locales/cy/errors.json';
import codes from '#locales/cy/codes.json';

export const bundle = {common, sync, 'sign-in': signIn, device, errors, codes};
