/** Alerts in force: what to know, since when, whether the young person may read it, and what was struck out of them. */
import {useState} from 'react';
import {may} from '#domain/access/permissions.ts';
import {holdsMoreThanIsShown, struckOut} from '#domain/shared/record.ts';
import {ConfirmedButton} from '#client/forms/confirmed-button.tsx';
import {refusalMessage} from '#client/forms/refusal-message.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {LiveRegion} from '#client/ui/live-region.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import type {PartProps} from './part.ts';
import {Strikeable} from '#client/case/records/strikeable.tsx';

export function Alerts({person, today}: PartProps) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const alerts = useMemory(
    memory => memory.records(person.id, 'alert').filter(({data}) => data.endOn === null || data.endOn >= today),
    [person.id, today],
  );
  const isStruck = (alert: Folded<'alert'>) => struckOut(alert) !== undefined;
  return (
    <Section
      title={t('person:alerts.title')}
      aside={
        may(vault.session.role, 'alert.write', true) && (
          <LinkButton look="quiet" to={`/people/${person.id}/profile/new-alert`} label={t('profile:form.new-alert')}>
            {t('profile:form.new-alert')}
          </LinkButton>
        )
      }
    >
      {alerts.every(isStruck) && <p className="govuk-body">{t('person:alerts.none', {name: person.knownAs})}</p>}
      <CardList>
        {[...alerts.filter(alert => !isStruck(alert)), ...alerts.filter(isStruck)].map(alert => (
          <li key={alert.id}>
            <Alert alert={alert} today={today} />
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function Alert({alert, today}: {readonly alert: Folded<'alert'>; readonly today: PartProps['today']}) {
  const {t, format} = useText();
  const {data} = alert;
  const name = t(`codes:alert.${data.code}`);
  const shared = useMemory(memory => memory.scope(alert.person, 'shared'), [alert.person]);
  const restricted = useMemory(memory => memory.scope(alert.person, 'restricted'), [alert.person]);
  const isShared = alert.scope !== restricted;
  const isStruck = struckOut(alert) !== undefined;
  return (
    <Card level={3} tone={isStruck ? 'plain' : 'attention'} title={name}>
      <Strikeable
        record={alert}
        what={name}
        isShared={isShared}
        links={
          !isStruck && (
            <>
              <Ways alert={alert} name={name} />
              {shared !== undefined && restricted !== undefined && <Move alert={alert} name={name} isShared={isShared} />}
            </>
          )
        }
      >
        <p className="app-words__text" translate="no">
          {data.text}
        </p>
        {data.startOn !== null && <p className="app-quiet">{t('person:alerts.since', {date: format.longDate(data.startOn)})}</p>}
        {data.reviewOn !== null && data.reviewOn >= today && (
          <p className="app-quiet">{t('person:alerts.review', {date: format.longDate(data.reviewOn)})}</p>
        )}
        {data.reviewOn !== null && data.reviewOn < today && (
          <p>
            <StatusText tone="attention">{t('person:alerts.reviewPassed', {date: format.longDate(data.reviewOn)})}</StatusText>
          </p>
        )}
        <p>
          <StatusText>{t(isShared ? 'person:alerts.shared' : 'person:alerts.restricted')}</StatusText>
        </p>
        {alert.delivery !== 'accepted' && (
          <p>
            <StatusText tone={alert.delivery === 'needs_attention' ? 'attention' : 'waiting'}>
              {t(`sync:delivery.${alert.delivery}`)}
            </StatusText>
          </p>
        )}
      </Strikeable>
    </Card>
  );
}

/** To its words and review date, and to its last day. */
function Ways({alert, name}: Pick<MoveProps, 'alert' | 'name'>) {
  const {t} = useText();
  const {vault} = useOpenVault();
  if (!may(vault.session.role, 'alert.write', true)) return null;
  const ways = [
    ['alert', t('profile:way.change')],
    ['alert-end', t('profile:way.end')],
  ] as const;
  return ways.map(([form, words]) => (
    <LinkButton key={form} look="quiet" to={`/people/${alert.person}/profile/${form}?of=${alert.id}`} label={[words, name].join(': ')}>
      {words}
    </LinkButton>
  ));
}

interface MoveProps {
  readonly alert: Folded<'alert'>;
  readonly name: string;
  readonly isShared: boolean;
}

function Move({alert, name, isShared}: MoveProps) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [moved, setMoved] = useState(false);
  if (!may(vault.session.role, 'alert.move', true)) return null;
  if (!isShared && holdsMoreThanIsShown(alert)) return <p className="app-quiet">{t('person:alerts.heldBack')}</p>;
  const way = isShared ? 'hide' : 'show';

  async function move() {
    setBusy(true);
    setRefused(null);
    try {
      const to = isShared ? 'restricted' : 'shared';
      const done = await vault.save([{kind: 'alert.move', record: alert.id, person: alert.person, body: {to}}]);
      if (done.ok) setMoved(true);
      else setRefused(refusalMessage(done.code, t));
    } catch {
      setRefused(t('errors:notSaved'));
    }
    setBusy(false);
  }

  return (
    <>
      {refused !== null && (
        <p role="alert" className="govuk-error-message">
          {refused}
        </p>
      )}
      <LiveRegion>{moved ? t(isShared ? 'person:alerts.shared' : 'person:alerts.restricted') : ''}</LiveRegion>
      <ConfirmedButton
        key={way}
        look="quiet"
        action={t(`person:alerts.${way}`)}
        label={t(`person:alerts.${way}For`, {name})}
        question={t(`person:alerts.${way}.sure`)}
        words={t(`person:alerts.${way}.words`)}
        yes={t(`person:alerts.${way}.yes`)}
        busy={busy}
        onYes={() => void move()}
      />
    </>
  );
}
