/**
 * Who is out on a visit: oneself, with the way to say that one is safe back; or a colleague whom one watches, with what to do
 * when they are late. Looked at again each minute, by this device's clock.
 */
import {useState, useSyncExternalStore} from 'react';
import {useText} from '#client/i18n/text.ts';
import {staffName} from '#client/case/person/people-on-device.ts';
import {refusalMessage} from '#client/forms/refusal-message.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded, NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {useToday} from '#client/ui/use-today.ts';

const MINUTE_MS = 60_000;

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, MINUTE_MS);
  return () => clearInterval(timer);
}

/** The minute that it is now. */
const useMinute = (): number => useSyncExternalStore(subscribe, () => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS);

export function LoneVisits() {
  const {t} = useText();
  const {vault} = useOpenVault();
  const {holder} = vault.session;
  const now = useMinute();
  const open = useMemory(
    memory =>
      memory
        .records(null, 'lone-visit')
        .filter(({data}) => data.safeBackAt === null && (data.worker === holder || data.watcher === holder)),
    [holder],
  );
  if (open.length === 0) return null;
  return (
    <Section title={t('today:out.title')}>
      <CardList>
        {open.map(visit => (
          <li key={visit.id}>
            <LoneVisit visit={visit} now={now} />
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function LoneVisit({visit, now}: {readonly visit: Folded<'lone-visit'>; readonly now: number}) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const today = useToday();
  const {data} = visit;
  const isMine = data.worker === vault.session.holder;
  const name = useMemory(memory => staffName(memory, data.worker), [data.worker]) ?? t('common:formerColleague');
  const phone = useMemory(
    memory => memory.records(null, 'staff-member').find(({id}) => id === data.worker)?.data.phone ?? null,
    [data.worker],
  );
  const isLate = Date.parse(data.expectedBackAt) < now;
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  async function send(command: NewCommand) {
    setBusy(true);
    const done = await vault.save([command]);
    setRefused(done.ok ? null : refusalMessage(done.code, t));
    setBusy(false);
  }
  const half = new Date(Math.max(now, Date.parse(data.expectedBackAt)) + 30 * MINUTE_MS).toISOString();

  return (
    <Card level={3} tone={isLate ? 'attention' : 'plain'} title={isMine ? t('today:out.mine') : <span translate="no">{name}</span>}>
      <p>
        <StatusText tone={isLate ? 'attention' : 'waiting'}>
          {t(isLate ? 'today:out.late' : 'today:out.back', {when: format.moment(data.expectedBackAt, today)})}
        </StatusText>
      </p>
      {visit.delivery !== 'accepted' && <p>{t('today:out.notSent')}</p>}
      {!isMine && isLate && <p>{t('today:out.late.words')}</p>}
      {!isMine && phone !== null && (
        <p>
          <a href={`tel:${phone.replaceAll(' ', '')}`} translate="no">
            {phone}
          </a>
        </p>
      )}
      {refused !== null && <p role="alert">{refused}</p>}
      <ButtonRow>
        <Button
          busy={busy}
          onPress={() =>
            void send({kind: 'lone-visit.safe-back', record: visit.id, person: null, body: {}} satisfies NewCommand<'lone-visit.safe-back'>)
          }
        >
          {t(isMine ? 'today:out.safe' : 'today:out.reached')}
        </Button>
        {isMine && (
          <Button
            look="second"
            busy={busy}
            onPress={() =>
              void send({
                kind: 'lone-visit.extend',
                record: visit.id,
                person: null,
                body: {expectedBackAt: half},
              } satisfies NewCommand<'lone-visit.extend'>)
            }
          >
            {t('today:out.extend')}
          </Button>
        )}
      </ButtonRow>
    </Card>
  );
}
