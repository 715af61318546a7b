/** What this person has written on this device, by how far it has come: what needs them first, what has arrived last. */
import {useState} from 'react';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {useText, type TextKey} from '#client/i18n/text.ts';
import {ConfirmedButton} from '#client/forms/confirmed-button.tsx';
import {refusalMessage} from '#client/forms/refusal-message.ts';
import type {Clash, OutboxItem} from '#client/vault/contract.ts';
import {ButtonRow, LinkButton} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {StatusText, type Tone} from '#client/ui/status-text.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {OwnWords} from './own-words.tsx';

const TONES: Readonly<Record<OutboxItem['state'], Tone>> = {
  saved_here: 'waiting',
  sending: 'waiting',
  sent: 'waiting',
  accepted: 'good',
  kept_beside_another: 'attention',
  rejected: 'attention',
  parked: 'attention',
  put_away: 'calm',
};

const GROUPS = ['refused', 'parked', 'beside', 'here', 'onTheWay', 'council', 'away'] as const;
type Group = (typeof GROUPS)[number];

const GROUP_OF: Readonly<Record<OutboxItem['state'], Group>> = {
  rejected: 'refused',
  parked: 'parked',
  kept_beside_another: 'beside',
  saved_here: 'here',
  sending: 'onTheWay',
  sent: 'onTheWay',
  accepted: 'council',
  put_away: 'away',
};

/** So many pieces of work that have arrived are in view. */
const NEWEST = 3;

interface OutboxGroupsProps {
  readonly items: readonly OutboxItem[];
  readonly clashes: readonly Clash[];
}

export function OutboxGroups({items, clashes}: OutboxGroupsProps) {
  const {t} = useText();
  const clashOf = ({record}: OutboxItem) => clashes.find(clash => clash.record.id === record);
  // Kept beside another until somebody has chosen: then it has arrived like everything else.
  const shown = items.map(item => (item.state === 'kept_beside_another' && !clashOf(item) ? {...item, state: 'accepted' as const} : item));
  return GROUPS.map(group => {
    const own = shown.filter(({state}) => GROUP_OF[state] === group);
    if (own.length === 0) return null;
    const inView = group === 'council' ? own.slice(0, NEWEST) : group === 'away' ? [] : own;
    const earlier = own.slice(inView.length);
    return (
      <Section key={group} title={t(`sending:group.${group}` satisfies TextKey, {number: own.length})}>
        <p className="govuk-body">{t(`sending:group.${group}.words` satisfies TextKey)}</p>
        <Items items={inView} clashOf={clashOf} />
        {earlier.length > 0 && (
          <Details summary={t(group === 'away' ? 'sending:group.away.show' : 'sync:items.earlier', {number: earlier.length})}>
            <Items items={earlier} clashOf={clashOf} />
          </Details>
        )}
      </Section>
    );
  });
}

interface ItemsProps {
  readonly items: readonly OutboxItem[];
  readonly clashOf: (item: OutboxItem) => Clash | undefined;
}

function Items({items, clashOf}: ItemsProps) {
  return (
    <CardList>
      {items.map(item => (
        <li key={item.op}>
          <Item item={item} clash={clashOf(item)} />
        </li>
      ))}
    </CardList>
  );
}

function Item({item, clash}: {readonly item: OutboxItem; readonly clash: Clash | undefined}) {
  const {t, format} = useText();
  const today = useToday();
  const tone = TONES[item.state];
  const title = item.kind === null ? t('sync:handedOver') : t(`codes:command.${item.kind}`);
  const name = useMemory(
    memory => (item.person === null ? null : (memory.records(item.person, 'summary')[0]?.data.knownAs ?? null)),
    [item.person],
  );
  return (
    <Card level={3} title={title} aside={format.moment(item.at, today)} tone={tone === 'attention' ? 'attention' : 'plain'}>
      <p>
        <StatusText tone={tone}>{t(`sync:state.${item.state}`)}</StatusText>
      </p>
      {item.code !== undefined && <p>{refusalMessage(item.code, t)}</p>}
      {item.body !== undefined && <OwnWords item={item} />}
      <ButtonRow>
        {item.state === 'rejected' && <PutAway op={item.op} title={title} />}
        {item.state === 'kept_beside_another' && clash && (
          <LinkButton look="second" to={`/together/${clash.record.id}/${clash.field}`}>
            {t('sending:choose')}
          </LinkButton>
        )}
        {name === null ? (
          item.person === null && <p>{t('sync:nobody')}</p>
        ) : (
          <LinkButton look="quiet" to={`/people/${item.person}`}>
            {t('sync:openPerson', {name})}
          </LinkButton>
        )}
      </ButtonRow>
    </Card>
  );
}

/** Read, and needed no more: the device and the council keep the words, and the list asks for nothing. */
function PutAway({op, title}: {readonly op: OutboxItem['op']; readonly title: string}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const [busy, setBusy] = useState(false);
  return (
    <ConfirmedButton
      action={t('sending:putAway')}
      label={t('sending:putAway.label', {title})}
      look="quiet"
      question={t('sending:putAway.question')}
      words={t('sending:putAway.words')}
      yes={t('sending:putAway.yes')}
      busy={busy}
      onYes={() => {
        setBusy(true);
        void vault.putAway(op).finally(() => setBusy(false));
      }}
    />
  );
}
