/** Being told that there is an alarm while the app is closed: how it stands on this device, and turning it on and off. */
import {useCallback, useEffect, useState} from 'react';
import {useText} from '#client/i18n/text.ts';
import {standing, turnOff, turnOn, type Standing, type TurnedOn} from '#client/notifications/browser-notifications.ts';
import {useNoticeWords} from '#client/notifications/use-notice-words.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import {Button} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {LiveRegion} from '#client/ui/live-region.tsx';
import {Page} from '#client/ui/page.tsx';
import {StatusText} from '#client/ui/status-text.tsx';

export function NotificationsPage() {
  const {t} = useText();
  const words = useNoticeWords();
  const {
    syncing: {teamwork},
    vault: {device},
  } = useOpenVault();
  const [stands, setStands] = useState<Standing | null>(null);
  const [said, setSaid] = useState<Exclude<TurnedOn, 'on'> | null>(null);
  const [busy, setBusy] = useState(false);
  const look = useCallback(async () => setStands(await standing(device).catch(() => 'not_here' as const)), [device]);
  useEffect(() => void look(), [look]);

  async function press(work: () => Promise<TurnedOn | void>) {
    setBusy(true);
    const outcome = await work().catch(() => 'unreachable' as const);
    setSaid(outcome === undefined || outcome === 'on' ? null : outcome);
    await look();
    setBusy(false);
  }

  return (
    <Page title={t('notifications:title')}>
      <p>{t('notifications:words')}</p>
      <p>{t('notifications:private', {notice: t('notifications:notice')})}</p>
      {stands !== null && (
        <Section title={t('notifications:here')}>
          <p>
            <StatusText tone={stands === 'on' ? 'good' : 'calm'}>{t(`notifications:standing.${stands}`)}</StatusText>
          </p>
          {(stands === 'not_here' || stands === 'refused') && <p>{t(`notifications:standing.${stands}.words`)}</p>}
          {stands === 'off' && (
            <Button busy={busy} onPress={() => void press(() => turnOn(teamwork, words))}>
              {t('notifications:on')}
            </Button>
          )}
          {stands === 'on' && (
            <Button look="second" busy={busy} onPress={() => void press(() => turnOff(teamwork))}>
              {t('notifications:off')}
            </Button>
          )}
          <LiveRegion visible>{said === null ? '' : t(`notifications:said.${said}`)}</LiveRegion>
        </Section>
      )}
      <Section title={t('notifications:limits')}>
        <p>{t('notifications:limits.words')}</p>
      </Section>
    </Page>
  );
}
