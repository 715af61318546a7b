/** The first sync, counted in people, since that is what somebody waits for. Work can start before it is over. */
import {useText} from '#client/i18n/text.ts';
import {useMemory, useSyncState} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {ProgressBar} from '#client/ui/progress-bar.tsx';

export function FirstSyncPage() {
  const {t} = useText();
  const state = useSyncState();
  const here = useMemory(memory => memory.people().length, []);
  const {firstSync} = state;
  const counting = firstSync !== null && firstSync.expected > 0;
  const words =
    firstSync === null
      ? t('device:first.done')
      : counting
        ? t('device:first.progress', {done: firstSync.received, total: firstSync.expected})
        : t('device:first.waiting');
  return (
    <Page title={t(firstSync === null ? 'device:first.ready' : 'device:first.title')}>
      {firstSync !== null && <p className="govuk-body">{t('device:first.words')}</p>}
      <ProgressBar
        id="progress"
        label={t('device:first.people')}
        words={words}
        done={firstSync?.received ?? 1}
        total={firstSync === null ? 1 : counting ? firstSync.expected : null}
      />
      {firstSync !== null && state.connection === 'offline' && <Notice say>{<p>{t('device:first.paused')}</p>}</Notice>}
      {(firstSync === null || here > 0) && <LinkButton to="/">{t('device:first.start')}</LinkButton>}
    </Page>
  );
}
