/**
 * The young person's own way in, from the adviser's side: a one-time code to read out, made online and shown once; and
 * the end of access, asked twice.
 */
import {useState} from 'react';
import type {YoungPersonInvitation} from '#client/sync/contract.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault, useSyncState} from '#client/sync/device-context.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {exchangeMessage} from '#client/online/exchange-message.ts';
import type {PartProps} from './part.ts';

export function YoungPersonApp({person, today}: PartProps) {
  const {t, format} = useText();
  const {syncing} = useOpenVault();
  const {connection} = useSyncState();
  const [busy, setBusy] = useState(false);
  const [invitation, setInvitation] = useState<YoungPersonInvitation | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [ending, setEnding] = useState(false);
  const access = useMemory(
    memory => memory.records(person.id, 'young-person-access').find(({data}) => data.endedOn === null)?.data,
    [person.id],
  );
  if (person.died) return null;

  async function invite() {
    setBusy(true);
    setRefused(null);
    const answer = await syncing.online.inviteYoungPerson(person.id);
    setBusy(false);
    if (answer.ok) setInvitation(answer.value);
    else setRefused(exchangeMessage(answer, t));
  }

  async function end() {
    setBusy(true);
    setRefused(null);
    const answer = await syncing.online.endAccess(person.id);
    setBusy(false);
    setEnding(false);
    if (answer.ok) {
      setInvitation(null);
      await syncing.syncNow();
    } else setRefused(exchangeMessage(answer, t));
  }

  return (
    <Section title={t('person:app.title')}>
      <p>{access ? t('person:app.since', {date: format.longDate(access.from)}) : t('person:app.none')}</p>
      <p className="govuk-hint">{t('person:app.what')}</p>
      {refused !== null && (
        <p role="alert" className="govuk-error-message">
          {refused}
        </p>
      )}
      {invitation !== null && (
        <Notice tone="good" title={t('person:app.code')} say>
          <p className="app-code" translate="no">
            {invitation.code}
          </p>
          <p>{t('person:app.code.how')}</p>
          <p className="app-words__text" translate="no">
            {`${globalThis.location.origin}/join`}
          </p>
          <p>{t('person:app.code.until', {when: format.moment(invitation.expiresAt, today)})}</p>
        </Notice>
      )}
      {connection === 'offline' ? (
        <p className="app-quiet">{t('person:app.offline')}</p>
      ) : (
        <>
          {access && <p className="app-quiet">{t('person:app.again.words')}</p>}
          <ButtonRow>
            <Button look="second" busy={busy} onPress={() => void invite()}>
              {t(access || invitation ? 'person:app.again' : 'person:app.invite')}
            </Button>
            {access && !ending && (
              <Button look="quiet" onPress={() => setEnding(true)}>
                {t('person:app.end')}
              </Button>
            )}
          </ButtonRow>
          {ending && (
            <Notice tone="attention" title={t('person:app.end.sure')} say>
              <p>{t('person:app.end.words')}</p>
              <ButtonRow>
                <Button look="warning" busy={busy} onPress={() => void end()}>
                  {t('person:app.end.yes')}
                </Button>
                <Button look="second" onPress={() => setEnding(false)}>
                  {t('common:cancel')}
                </Button>
              </ButtonRow>
            </Notice>
          )}
        </>
      )}
    </Section>
  );
}
