/** Whether somebody takes part in the evaluation of a scheme that they were in: a consent of its own, beside all others. */
import {schemesOf} from '#domain/income-scheme/scheme.ts';
import {enrolmentIn, evaluationConsentId} from '#domain/income-scheme/taking-part.ts';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {HistoryLink} from '#client/case/records/history-link.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {Card, Section} from '#client/ui/card.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {WayIn, type PartOfProfile} from './part.tsx';

export function EvaluationPart({person}: PartOfProfile) {
  const {t, format, language} = useText();
  const schemes = useMemory(
    memory => {
      const enrolments = memory.records(person.id, 'income-enrolment');
      return schemesOf(memory.records(null, 'income-scheme'))
        .filter(({id}) => enrolmentIn(enrolments, id) !== undefined)
        .map(({id, name}) => ({
          id,
          name: name[language],
          consent: memory.records(person.id, 'evaluation-consent').find(each => each.id === evaluationConsentId(person.id, id)),
        }));
    },
    [person.id, language],
  );
  if (schemes.length === 0) return null;
  const day = (on: Parameters<typeof format.longDate>[0] | null) => (on === null ? null : format.longDate(on));
  return (
    <Section title={t('profile:part.evaluation')}>
      {schemes.map(({id, name, consent}) => (
        <Card key={id} level={3} title={name}>
          {!consent && <p>{t('profile:none.evaluation')}</p>}
          {consent && (
            <>
              <SummaryList
                compact
                onlyKnown
                facts={[
                  {label: t('profile:field.givenOn'), value: day(consent.data.givenOn)},
                  {label: t('profile:field.givenHow'), value: t(`codes:evaluationWay.${consent.data.givenHow}`)},
                  {label: t('profile:field.withdrawnOn'), value: day(consent.data.withdrawnOn)},
                  {
                    label: t('profile:field.withdrawnHow'),
                    value: consent.data.withdrawnHow === null ? null : t(`codes:evaluationWay.${consent.data.withdrawnHow}`),
                  },
                ]}
              />
              <DeliveryLine delivery={consent.delivery} />
            </>
          )}
          {consent && consent.data.withdrawnOn === null ? (
            <WayIn person={person.id} form="evaluation-end" of={id} way="withdraw" what={t('profile:part.evaluation')} />
          ) : (
            <WayIn person={person.id} form="evaluation-give" of={id} way="add" what={t('profile:part.evaluation')} />
          )}
          {consent && <HistoryLink record={consent.id} what={t('profile:part.evaluation')} />}
        </Card>
      ))}
    </Section>
  );
}
