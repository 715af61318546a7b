/** Alerts in the profile: every one there is, also those that are over, with who may read each. */
import {struckOut} from '#domain/shared/record.ts';
import {ClashLink} from '#client/case/records/clash-link.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Section} from '#client/ui/card.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {inOrderOf, RecordCard, WayIn, type PartOfProfile} from './part.tsx';

export function AlertsOfProfile({person, today}: PartOfProfile) {
  const {t} = useText();
  const alerts = useMemory(
    memory => inOrderOf(memory.records(person.id, 'alert'), ({data}) => (data.endOn === null ? '9' : data.endOn)),
    [person.id],
  );
  const title = t('profile:part.alerts');
  return (
    <Section title={title} aside={<WayIn person={person.id} form="new-alert" way="add" what={title} />}>
      {alerts.every(alert => struckOut(alert) !== undefined) && <p className="govuk-body">{t('profile:none.alerts')}</p>}
      {alerts.map(alert => (
        <AlertCard key={alert.id} alert={alert} person={person} today={today} />
      ))}
    </Section>
  );
}

function AlertCard({alert, person, today}: Pick<PartOfProfile, 'person' | 'today'> & {readonly alert: Folded<'alert'>}) {
  const {t, format} = useText();
  const restricted = useMemory(memory => memory.scope(person.id, 'restricted'), [person.id]);
  const {data} = alert;
  const title = t(`codes:alert.${data.code}`);
  const isShared = alert.scope !== restricted;
  const isOver = data.endOn !== null;
  return (
    <RecordCard
      record={alert}
      title={title}
      isShared={isShared}
      facts={[
        {label: t('profile:field.alertStart'), value: data.startOn === null ? null : format.longDate(data.startOn)},
        {
          label: t('profile:field.reviewOn'),
          value:
            data.reviewOn === null || isOver ? null : data.reviewOn < today ? (
              <StatusText tone="attention">{t('person:alerts.reviewPassed', {date: format.longDate(data.reviewOn)})}</StatusText>
            ) : (
              format.longDate(data.reviewOn)
            ),
        },
        {label: t('profile:field.lastDay'), value: data.endOn === null ? null : format.longDate(data.endOn)},
        {label: t('profile:field.alertReaders'), value: t(isShared ? 'person:alerts.shared' : 'person:alerts.restricted')},
      ]}
      links={
        <>
          {!isOver && <WayIn person={person.id} form="alert" of={alert.id} what={title} />}
          {!isOver && <WayIn person={person.id} form="alert-end" of={alert.id} way="end" what={title} />}
        </>
      }
    >
      <p className="app-words__text" translate="no">
        {data.text}
      </p>
      <ClashLink record={alert} label={t('person:together')} />
    </RecordCard>
  );
}
