/**
 * A new version waits until it is asked for. Forms keep what is typed within half a second, and the page is loaded again
 * only after that, so an update never costs a word.
 */
import {useState, useSyncExternalStore} from 'react';
import {useText} from '#client/i18n/text.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {LiveRegion} from '#client/ui/live-region.tsx';
import {subscribeToUpdates, updateWaiting, takeNewVersion} from './service-worker-registration.ts';

export function UpdatePrompt() {
  const {t} = useText();
  const waiting = useSyncExternalStore(subscribeToUpdates, updateWaiting);
  const [later, setLater] = useState(false);
  if (!waiting || later) return null;
  return (
    <section className="app-update" aria-label={t('common:update.title')}>
      <p>
        <strong>
          <LiveRegion visible>{t('common:update.title')}</LiveRegion>
        </strong>
      </p>
      <p>{t('common:update.words')}</p>
      <ButtonRow>
        <Button onPress={takeNewVersion}>{t('common:update.now')}</Button>
        <Button look="second" onPress={() => setLater(true)}>
          {t('common:update.later')}
        </Button>
      </ButtonRow>
    </section>
  );
}
