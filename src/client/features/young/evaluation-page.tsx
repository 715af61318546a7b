/**
 * A young person's own choice whether those who study a scheme may use their check-in answers: what is given, to whom, that nothing
 * else depends on it and that it can be taken back, all before they choose. Works offline.
 */
import {useState} from 'react';
import {EVALUATION_WAYS} from '#domain/income-scheme/evaluation-consent.ts';
import {PILOT_ID} from '#domain/income-scheme/scheme.ts';
import {enrolmentIn, evaluationConsentId} from '#domain/income-scheme/taking-part.ts';
import type {Id} from '#domain/shared/ids.ts';
import {ConfirmedButton} from '#client/forms/confirmed-button.tsx';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {refusalMessage} from '#client/forms/refusal-message.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded, NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow, LinkButton} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {Page} from '#client/ui/page.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {useOwnFile} from './own-file.ts';

const [ALONE] = EVALUATION_WAYS;

/** Schemes that they were in, by the records on their own device. */
function useSchemesOf(own: Id): readonly Id[] {
  return useMemory(
    memory => {
      const enrolments = memory.records(own, 'income-enrolment');
      const schemes = [...new Set(enrolments.map(({data}) => data.scheme ?? PILOT_ID))];
      return schemes.filter(scheme => enrolmentIn(enrolments, scheme) !== undefined);
    },
    [own],
  );
}

export function EvaluationLink() {
  const {t} = useText();
  const {id} = useOwnFile();
  const schemes = useSchemesOf(id);
  if (schemes.length === 0) return null;
  return (
    <LinkButton look="quiet" to="/my-money/evaluation">
      {t('young:evaluation.link')}
    </LinkButton>
  );
}

const GETS = ['answers', 'about', 'scheme', 'code'] as const;
const NEVER = ['name', 'words', 'control'] as const;

export function EvaluationPage() {
  const {t} = useText();
  const {id} = useOwnFile();
  const schemes = useSchemesOf(id);
  return (
    <Page title={t('young:evaluation.title')}>
      <LinkButton look="quiet" to="/my-money">
        {t('young:money.title')}
      </LinkButton>
      {schemes.length === 0 ? (
        <p>{t('young:evaluation.nothing')}</p>
      ) : (
        <>
          <p>{t('young:evaluation.intro')}</p>
          <Section title={t('young:evaluation.gets')}>
            <ul className="govuk-list govuk-list--bullet">
              {GETS.map(each => (
                <li key={each}>{t(`young:evaluation.gets.${each}`)}</li>
              ))}
            </ul>
          </Section>
          <Section title={t('young:evaluation.never')}>
            <ul className="govuk-list govuk-list--bullet">
              {NEVER.map(each => (
                <li key={each}>{t(`young:evaluation.never.${each}`)}</li>
              ))}
            </ul>
            <p>{t('young:evaluation.hidden')}</p>
          </Section>
          <Section title={t('young:evaluation.free')}>
            <p>{t('young:evaluation.free.words')}</p>
            <p>{t('young:evaluation.free.back')}</p>
          </Section>
          {schemes.map(scheme => (
            <Choice key={scheme} scheme={scheme} own={id} isOnly={schemes.length === 1} />
          ))}
        </>
      )}
    </Page>
  );
}

interface ChoiceProps {
  readonly scheme: Id;
  readonly own: Id;
  readonly isOnly: boolean;
}

function Choice({scheme, own, isOnly}: ChoiceProps) {
  const {t, language} = useText();
  const {help} = useOwnFile();
  const {vault} = useOpenVault();
  const today = useToday();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const record = evaluationConsentId(own, scheme);
  const consent = useMemory(memory => memory.records(own, 'evaluation-consent').find(({id}) => id === record), [own, record]);
  const name = help?.schemes?.find(({id}) => id === scheme)?.name[language];
  const question = t(consent ? 'young:evaluation.answer' : 'young:evaluation.ask');
  const isGiven = consent !== undefined && consent.data.withdrawnOn === null;

  async function save(command: NewCommand) {
    setBusy(true);
    setRefused(null);
    try {
      const done = await vault.save([command]);
      if (!done.ok) setRefused(refusalMessage(done.code, t));
    } catch {
      setRefused(t('errors:notSaved'));
    }
    setBusy(false);
  }

  return (
    <>
      <Section title={t('young:evaluation.who')}>
        {name !== undefined && (
          <p>
            <strong>{name}</strong>
          </p>
        )}
        <p>{t(scheme === PILOT_ID ? 'young:evaluation.who.pilot' : 'young:evaluation.who.other')}</p>
      </Section>
      <Section title={isOnly || name === undefined ? question : [name, question].join(': ')}>
        {refused !== null && (
          <p role="alert" className="govuk-error-message">
            {refused}
          </p>
        )}
        <Standing consent={consent} />
        {isGiven ? (
          <ConfirmedButton
            look="second"
            action={t('young:me.consents.withdraw')}
            label={t('young:me.consents.withdrawFor', {what: t('young:evaluation.title')})}
            question={t('young:me.consents.sure')}
            words={t('young:evaluation.takeBack')}
            yes={t('young:me.consents.yes')}
            busy={busy}
            onYes={() =>
              void save({
                kind: 'evaluation-consent.withdraw',
                record,
                person: own,
                body: {withdrawnOn: today, withdrawnHow: ALONE},
              } satisfies NewCommand<'evaluation-consent.withdraw'>)
            }
          />
        ) : (
          <ButtonRow>
            <Button
              look="second"
              busy={busy}
              onPress={() =>
                void save({
                  kind: 'evaluation-consent.give',
                  record,
                  person: own,
                  body: {scheme, givenOn: today, givenHow: ALONE},
                } satisfies NewCommand<'evaluation-consent.give'>)
              }
            >
              {t('young:evaluation.yes')}
            </Button>
            <LinkButton look="second" to="/my-money">
              {t('young:evaluation.notNow')}
            </LinkButton>
          </ButtonRow>
        )}
      </Section>
    </>
  );
}

function Standing({consent}: {readonly consent: Folded<'evaluation-consent'> | undefined}) {
  const {t, format} = useText();
  if (!consent) return <output>{t('young:evaluation.none')}</output>;
  const {givenOn, givenHow, withdrawnOn, withdrawnHow} = consent.data;
  const how = withdrawnOn === null ? givenHow : withdrawnHow;
  return (
    <>
      <output>
        {withdrawnOn === null
          ? t('young:me.consents.given', {date: format.longDate(givenOn)})
          : t('young:me.consents.withdrawn', {date: format.longDate(withdrawnOn)})}
      </output>
      {withdrawnOn !== null && <p>{t('young:evaluation.gone')}</p>}
      {how !== null && <SummaryList compact facts={[{label: t('young:evaluation.how'), value: t(`codes:evaluationWay.${how}`)}]} />}
      <DeliveryLine delivery={consent.delivery} />
    </>
  );
}
