/** The sentence that this device shows when it is woken, in its language. */
import {useText} from '#client/i18n/text.ts';
import type {NoticeWords} from '#client/service-worker/notice-words.ts';
import {useOpenVault} from '#client/sync/device-context.ts';

export function useNoticeWords(): NoticeWords {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  return {title: t('common:appName'), body: t('notifications:notice'), lang: language, device: vault.device};
}
