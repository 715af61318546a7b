/**
 * Everything saved on this device and how far each piece has come, in words; send now, sign in again, sign out. What the
 * council has folds away behind the newest few, so that what waits is never below the fold.
 */
import {useState} from 'react';
import {useText} from '#client/i18n/text.ts';
import {useDevice, useMemory, useOutbox, useOpenVault, useSyncState} from '#client/sync/device-context.ts';
import type {OutboxItem} from '#client/vault/contract.ts';
import {Button, LinkButton} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {StatusText, type Tone} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {refusalMessage} from '#client/features/refusal-message.ts';

const TONES: Readonly<Record<OutboxItem['state'], Tone>> = {
  saved_here: 'waiting',
  sending: 'waiting',
  sent: 'waiting',
  accepted: 'good',
  kept_beside_another: 'attention',
  rejected: 'attention',
  parked: 'attention',
};

/** So many accepted pieces of work are in view. */
const NEWEST = 3;

export function SyncPage() {
  const {t, format} = useText();
  const {syncing} = useOpenVault();
  const state = useSyncState();
  const items = useOutbox();
  const device = useDevice();
  const today = useToday();
  const accepted = items.filter(item => item.state === 'accepted');
  const earlier = accepted.slice(NEWEST);
  const shown = [...items.filter(item => item.state !== 'accepted'), ...accepted.slice(0, NEWEST)];
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
      <Section title={t('sync:items.title')}>
        {items.length === 0 ? (
          <EmptyState>
            <p>{t('sync:items.none')}</p>
          </EmptyState>
        ) : (
          <CardList>
            {shown.map(item => (
              <li key={item.op}>
                <Item item={item} />
              </li>
            ))}
          </CardList>
        )}
        {earlier.length > 0 && (
          <Details summary={t('sync:items.earlier', {number: earlier.length})}>
            <CardList>
              {earlier.map(item => (
                <li key={item.op}>
                  <Item item={item} />
                </li>
              ))}
            </CardList>
          </Details>
        )}
      </Section>
      <Section title={t('sync:leave')}>
        <p className="govuk-body">{t('sync:leave.words')}</p>
        <Button look="second" onPress={() => void device.leave()}>
          {t('sync:leave')}
        </Button>
      </Section>
    </Page>
  );
}

function Item({item}: {readonly item: OutboxItem}) {
  const {t, format} = useText();
  const today = useToday();
  const title = item.kind === null ? t('sync:handedOver') : t(`codes:command.${item.kind}`);
  const name = useMemory(
    memory => (item.person === null ? null : (memory.records(item.person, 'summary')[0]?.data.knownAs ?? null)),
    [item.person],
  );
  return (
    <Card level={3} title={title} aside={format.moment(item.at, today)} tone={TONES[item.state] === 'attention' ? 'attention' : 'plain'}>
      <p>
        <StatusText tone={TONES[item.state]}>{t(`sync:state.${item.state}`)}</StatusText>
      </p>
      <p className="app-quiet">{t(`sync:stateWords.${item.state}`)}</p>
      {item.code !== undefined && <p>{refusalMessage(item.code, t)}</p>}
      {name === null ? (
        item.person === null && <p>{t('sync:nobody')}</p>
      ) : (
        <LinkButton look="quiet" to={`/people/${item.person}`}>
          {t('sync:openPerson', {name})}
        </LinkButton>
      )}
    </Card>
  );
}
