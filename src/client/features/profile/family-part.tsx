/** Own children and immigration, as they are known. Both lie where the young person’s device never has them. */
import {ClashLink} from '#client/case/records/clash-link.tsx';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {HistoryLink} from '#client/case/records/history-link.tsx';
import {struckOut} from '#domain/shared/record.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {Section} from '#client/ui/card.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {inOrderOf, RecordCard, WayIn, type PartOfProfile} from './part.tsx';

export function FamilyPart({person}: PartOfProfile) {
  const {t, format} = useText();
  const children = useMemory(memory => inOrderOf(memory.records(person.id, 'own-child'), ({data}) => data.bornOrDueOn), [person.id]);
  const immigration = useMemory(memory => memory.records(person.id, 'immigration').at(-1), [person.id]);
  const date = (on: (typeof children)[number]['data']['bornOrDueOn'] | undefined) =>
    on === null || on === undefined ? null : format.longDate(on);
  const data = immigration?.data;
  return (
    <>
      <Section
        title={t('profile:part.children')}
        aside={<WayIn person={person.id} form="new-child" way="add" what={t('profile:part.children')} />}
      >
        {children.every(each => struckOut(each) !== undefined) && <p className="govuk-body">{t('profile:none.children')}</p>}
        {children.map(child => (
          <RecordCard
            key={child.id}
            record={child}
            title={child.data.name ?? t('profile:child.unnamed')}
            isShared={false}
            isWritten={child.data.name !== null}
            links={<WayIn person={person.id} form="child" of={child.id} what={child.data.name ?? t('profile:child.unnamed')} />}
            facts={[
              {label: t('profile:field.bornOrDueOn'), value: date(child.data.bornOrDueOn)},
              {label: t('profile:field.childSocialWorker'), value: asWritten(child.data.socialWorker)},
              {label: t('profile:field.personNotes'), value: asWritten(child.data.note)},
            ]}
          />
        ))}
      </Section>
      <Section
        title={t('profile:part.immigration')}
        aside={<WayIn person={person.id} form="immigration" what={t('profile:part.immigration')} />}
      >
        {immigration && (
          <>
            <div className="app-links">
              <HistoryLink record={immigration.id} what={t('profile:part.immigration')} />
            </div>
            <ClashLink record={immigration} label={t('person:together')} />
            <DeliveryLine delivery={immigration.delivery} />
          </>
        )}
        <SummaryList
          facts={[
            {
              label: t('profile:field.immigrationStatus'),
              value: data?.status === null || data === undefined ? null : t(`codes:immigration.${data.status}`),
            },
            {
              label: t('profile:field.unaccompanied'),
              value:
                data === undefined || data.unaccompanied === null
                  ? null
                  : t(data.unaccompanied ? 'profile:choice.unaccompanied.yes' : 'profile:choice.unaccompanied.no'),
            },
            {label: t('profile:field.leaveExpiresOn'), value: date(data?.leaveExpiresOn)},
            {label: t('profile:field.appealRightsExhaustedOn'), value: date(data?.appealRightsExhaustedOn)},
            {
              label: t('profile:field.schedule3'),
              value:
                data === undefined || data.schedule3 === null
                  ? null
                  : t(data.schedule3 ? 'profile:choice.schedule3.yes' : 'profile:choice.schedule3.no'),
            },
          ]}
        />
      </Section>
    </>
  );
}
