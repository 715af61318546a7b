/** What else is known of the young person and is theirs to see: people who matter, their documents, what they agreed to. */
import {useState} from 'react';
import type {Id} from '#domain/shared/ids.ts';
import {struckOut} from '#domain/shared/record.ts';
import {ConfirmedButton} from '#client/forms/confirmed-button.tsx';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {refusalMessage} from '#client/forms/refusal-message.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useToday} from '#client/ui/use-today.ts';

export function AboutMe({own}: {readonly own: Id}) {
  return (
    <>
      <People own={own} />
      <Documents own={own} />
      <Consents own={own} />
    </>
  );
}

function People({own}: {readonly own: Id}) {
  const {t} = useText();
  const people = useMemory(
    memory => memory.records(own, 'important-person').filter(each => !struckOut(each) && each.data.endOn === null),
    [own],
  );
  return (
    <Section title={t('young:me.people')}>
      {people.length === 0 && <p>{t('young:me.people.none')}</p>}
      <CardList>
        {people.map(({id, data}) => (
          <li key={id}>
            <Card level={3} title={asWritten(data.name)}>
              <p>{data.relationWords === null ? t(`codes:relation.${data.relation}`) : asWritten(data.relationWords)}</p>
              {data.organisation !== null && <p className="app-quiet">{asWritten(data.organisation)}</p>}
              {data.phone !== null && (
                <p>
                  <a className="govuk-link" href={`tel:${data.phone.replaceAll(' ', '')}`} translate="no">
                    {data.phone}
                  </a>
                </p>
              )}
            </Card>
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function Documents({own}: {readonly own: Id}) {
  const {t} = useText();
  const documents = useMemory(memory => memory.records(own, 'identity-document').filter(each => !struckOut(each)), [own]);
  return (
    <Section title={t('young:me.documents')}>
      {documents.length === 0 && <p>{t('young:me.documents.none')}</p>}
      <SummaryList
        facts={documents.map(({data}) => ({
          label: t(`codes:identityDocument.${data.document}`),
          value: t(data.held ? 'young:me.documents.have' : 'young:me.documents.not'),
        }))}
      />
    </Section>
  );
}

function Consents({own}: {readonly own: Id}) {
  const {t} = useText();
  const consents = useMemory(memory => memory.records(own, 'consent').filter(each => !struckOut(each)), [own]);
  return (
    <Section title={t('young:me.consents')}>
      {consents.length === 0 && <p>{t('young:me.consents.none')}</p>}
      <CardList>
        {consents.map(consent => (
          <li key={consent.id}>
            <Consent consent={consent} />
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function Consent({consent}: {readonly consent: Folded<'consent'>}) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const today = useToday();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const {purpose, givenOn, withdrawnOn} = consent.data;

  async function withdraw() {
    setBusy(true);
    setRefused(null);
    try {
      const done = await vault.save([{kind: 'consent.withdraw', record: consent.id, person: consent.person, body: {withdrawnOn: today}}]);
      if (!done.ok) setRefused(refusalMessage(done.code, t));
    } catch {
      setRefused(t('errors:notSaved'));
    }
    setBusy(false);
  }

  return (
    <Card level={3} title={asWritten(purpose)}>
      {refused !== null && (
        <p role="alert" className="govuk-error-message">
          {refused}
        </p>
      )}
      <output>
        {withdrawnOn === null
          ? t('young:me.consents.given', {date: format.longDate(givenOn)})
          : t('young:me.consents.withdrawn', {date: format.longDate(withdrawnOn)})}
      </output>
      <DeliveryLine delivery={consent.delivery} />
      {withdrawnOn === null && (
        <ConfirmedButton
          look="quiet"
          action={t('young:me.consents.withdraw')}
          label={t('young:me.consents.withdrawFor', {what: purpose})}
          question={t('young:me.consents.sure')}
          words={t('young:me.consents.words')}
          yes={t('young:me.consents.yes')}
          busy={busy}
          onYes={() => void withdraw()}
        />
      )}
    </Card>
  );
}
