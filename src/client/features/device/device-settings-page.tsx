/** This device: whose it is, what is kept on it and for how long, when it locks, how to install the app. */
import {useState} from 'react';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault, useSyncState} from '#client/sync/device-context.ts';
import {Button, LinkButton} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {isInstalled, useInstall} from '#client/ui/install-prompt.ts';
import {LiveRegion} from '#client/ui/live-region.tsx';
import {Page} from '#client/ui/page.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useToday} from '#client/ui/use-today.ts';

export function DeviceSettingsPage() {
  const {t, language, format} = useText();
  const {vault, syncing} = useOpenVault();
  const {storagePersisted, leaseUntil} = useSyncState();
  const today = useToday();
  const [asked, setAsked] = useState(false);
  const install = useInstall();
  const {session} = vault;

  async function ask() {
    await syncing.askToKeep();
    setAsked(true);
  }

  return (
    <Page title={t('device:settings.title')}>
      <Section title={t('device:settings.you')}>
        <SummaryList
          facts={[
            {label: t('device:settings.name'), value: session.name},
            {label: t('device:settings.signInName'), value: session.signInName},
            {label: t('device:settings.role'), value: t(`codes:role.${session.role}`)},
            {label: t('device:settings.council'), value: session.authority[language]},
          ]}
        />
      </Section>
      <Section title={t('device:settings.language')}>
        <p>{t('device:settings.language.words')}</p>
      </Section>
      <Section title={t('device:settings.kept')}>
        <SummaryList
          facts={[
            {
              label: t('device:settings.storage'),
              value: t(
                storagePersisted === null ? 'sync:storage.unknown' : storagePersisted ? 'sync:storage.kept' : 'sync:storage.notKept',
              ),
            },
            {label: t('device:settings.readUntil'), value: leaseUntil === null ? null : format.moment(leaseUntil, today)},
          ]}
        />
        {storagePersisted !== true && (
          <Button look="second" onPress={() => void ask()}>
            {t('device:settings.storage.ask')}
          </Button>
        )}
        <LiveRegion visible>{asked ? t('device:settings.storage.asked') : ''}</LiveRegion>
        <p>
          <LinkButton look="quiet" to="/sync">
            {t('device:settings.sending')}
          </LinkButton>
        </p>
      </Section>
      <Section title={t('device:settings.lock')}>
        <p>{t('device:settings.lock.words')}</p>
      </Section>
      <Section title={t('device:settings.install')}>
        <p>{t(isInstalled() ? 'device:settings.install.done' : 'device:settings.install.words')}</p>
        {!isInstalled() &&
          (install === null ? (
            <p>{t('device:settings.install.how')}</p>
          ) : (
            <Button look="second" onPress={install}>
              {t('device:settings.install.do')}
            </Button>
          ))}
      </Section>
    </Page>
  );
}
