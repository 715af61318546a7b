/**
 * What the service worker shows when this device is woken. Nothing comes with the waking: the app leaves a sentence here beforehand,
 * in the language of the device, and it says nothing of anybody.
 */
export const NOTICE_CACHE = 'llwybr-notice';
export const NOTICE_ADDRESS = '/notice';

export interface NoticeWords {
  readonly title: string;
  readonly body: string;
  readonly lang: 'cy' | 'en';
  /** The vault's own device id: whoever else opens the app in this browser did not ask for notices. */
  readonly device: string;
}
