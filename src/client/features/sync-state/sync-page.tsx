/**
 * Everything saved on this device and how far each piece has come, in words; what waits for a choice; send now, sign in
 * again, sign out. What needs somebody stands first, what the council has folds away last.
 */
import {useState} from 'react';
import {useText} from '#client/i18n/text.ts';
import {useDevice, useMemory, useOutbox, useOpenVault, useSyncState} from '#client/sync/device-context.ts';
import {Button, LinkButton} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {ProgressBar} from '#client/ui/progress-bar.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {OutboxGroups} from './outbox-groups.tsx';
import {PassedValues} from './passed-values.tsx';

/** A clock that is further out than this is worth a word. */
const CLOCK_MINUTES = 5;

export function SyncPage() {
  const {t, format} = useText();
  const {syncing} = useOpenVault();
  const state = useSyncState();
  const items = useOutbox();
  const device = useDevice();
  const today = useToday();
  const clashes = useMemory(memory => memory.clashes(), []);
  // After the lease nothing of anybody's file is read, not even here.
  const kept = state.leaseEnded ? [] : clashes.filter(({how}) => how === 'both_kept');
  const passed = state.leaseEnded ? [] : clashes.filter(({how}) => how === 'overtaken');
  const [asked, setAsked] = useState(false);
  const when = (at: string | null) => (at === null ? t('sync:never') : format.moment(at, today));

  async function send() {
    setAsked(true);
    await syncing.syncNow();
    setAsked(false);
  }

  return (
    <Page title={t('sync:title')}>
      <p className="govuk-body">{t('sync:intro')}</p>
      {state.connection === 'offline' && (
        <Notice title={t('sync:offline')}>
          <p>{t('sync:offline.words')}</p>
        </Notice>
      )}
      {Math.abs(state.clockAheadMinutes) > CLOCK_MINUTES && (
        <Notice tone="attention" title={t(state.clockAheadMinutes > 0 ? 'sending:clock.ahead' : 'sending:clock.behind')}>
          <p>{t('sending:clock.words')}</p>
        </Notice>
      )}
      {state.signedOut && (
        <Notice tone="attention" title={t('sync:signedOut')}>
          <LinkButton to="/sign-in">{t('sync:signInAgain')}</LinkButton>
        </Notice>
      )}
      {state.leaseEnded && (
        <Notice tone="attention">
          <p>{t('sync:leaseEnded')}</p>
        </Notice>
      )}
      {state.firstSync !== null && (
        <ProgressBar
          id="first-sync"
          label={t('sending:first')}
          done={state.firstSync.received}
          total={state.firstSync.expected || null}
          words={
            state.firstSync.expected > 0
              ? t('device:first.progress', {done: state.firstSync.received, total: state.firstSync.expected})
              : t('device:first.waiting')
          }
        />
      )}
      {kept.length > 0 && (
        <CardList>
          <li>
            <Card level={2} tone="attention" title={t('sending:together.title', {number: kept.length})} to="/together">
              <p>{t('sending:together.words')}</p>
            </Card>
          </li>
        </CardList>
      )}
      <SummaryList
        facts={[
          {label: t('sync:connection'), value: state.connection === 'unknown' ? t('sync:unknown') : t(`sync:${state.connection}`)},
          {label: t('sync:lastContact'), value: when(state.lastReceivedAt)},
          {label: t('sync:unsent.title'), value: t('sync:unsent', {count: state.unsent})},
          {
            label: t('sync:storage'),
            value: t(
              state.storagePersisted === null
                ? 'sync:storage.unknown'
                : state.storagePersisted
                  ? 'sync:storage.kept'
                  : 'sync:storage.notKept',
            ),
          },
        ]}
      />
      <Button busy={asked || state.working} onPress={() => void send()}>
        {asked || state.working ? t('sync:retrying') : t('sync:retry')}
      </Button>
      <PassedValues clashes={passed} />
      {items.length === 0 ? (
        <Section title={t('sync:items.title')}>
          <EmptyState>
            <p>{t('sync:items.none')}</p>
          </EmptyState>
        </Section>
      ) : (
        <OutboxGroups items={state.leaseEnded ? items.map(({body: _words, ...item}) => item) : items} clashes={kept} />
      )}
      <Section title={t('sync:leave')}>
        <p className="govuk-body">{t('sync:leave.words')}</p>
        <Button look="second" onPress={() => void device.leave()}>
          {t('sync:leave')}
        </Button>
      </Section>
    </Page>
  );
}
