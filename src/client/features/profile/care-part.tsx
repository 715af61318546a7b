/** The time looked after, on which the category rests, and being detained. */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {struckOut} from '#domain/shared/record.ts';
import {ClashLink} from '#client/case/records/clash-link.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {Section} from '#client/ui/card.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {authorityWords} from '#client/case/records/authority-choices.ts';
import {inOrderOf, RecordCard, WayIn, type PartOfProfile} from './part.tsx';

export function CarePart(part: PartOfProfile) {
  const {t, format} = useText();
  const {person, own} = part;
  const day = (on: CalendarDate | null) => (on === null ? null : format.longDate(on));
  return (
    <>
      <Section title={t('profile:part.category')}>
        <SummaryList
          facts={[
            {label: t('person:identity.category'), value: t(`codes:category.${person.category}`)},
            {label: t('person:identity.sinceLabel'), value: person.categorySince === null ? null : format.longDate(person.categorySince)},
            {
              label: t('person:identity.owes'),
              value: person.duty === null || person.duty === 'full' ? t(`codes:owes.${person.category}`) : t(`codes:duty.${person.duty}`),
            },
          ]}
        />
      </Section>
      <Decided {...part} />
      <Section title={t('profile:part.toldUs')} aside={<WayIn person={person.id} form="told-us" what={t('profile:part.toldUs')} />}>
        <SummaryList facts={[{label: t('profile:field.toldUsOn'), value: day(own.data.toldUsOn)}]} />
      </Section>
      <Section title={t('profile:part.death')} aside={<WayIn person={person.id} form="death" what={t('profile:part.death')} />}>
        <SummaryList facts={[{label: t('profile:field.diedOn'), value: day(own.data.diedOn)}]} />
      </Section>
      <Periods {...part} />
      <Detentions {...part} />
    </>
  );
}

/** What a manager decided in place of what is worked out, with the reason. */
function Decided({person}: PartOfProfile) {
  const {t, format} = useText();
  const decisions = useMemory(memory => inOrderOf(memory.records(person.id, 'category-override'), ({data}) => data.since), [person.id]);
  const title = t('profile:part.decided');
  return (
    <Section title={title} aside={<WayIn person={person.id} form="new-category" way="add" what={title} />}>
      {decisions.every(each => struckOut(each) !== undefined) && <p className="govuk-body">{t('profile:none.decided')}</p>}
      {decisions.map(decision => {
        const {data} = decision;
        const name = t(`codes:category.${data.category}`);
        return (
          <RecordCard
            key={decision.id}
            record={decision}
            title={name}
            isShared={false}
            facts={[
              {label: t('profile:field.categorySince'), value: format.longDate(data.since)},
              {label: t('profile:field.categoryReason'), value: asWritten(data.reason)},
              {label: t('profile:field.categoryEnd'), value: data.endedOn === null ? null : format.longDate(data.endedOn)},
            ]}
            links={data.endedOn === null && <WayIn person={person.id} form="category-end" of={decision.id} way="end" what={name} />}
          />
        );
      })}
    </Section>
  );
}

function Periods({person}: PartOfProfile) {
  const {t, has, format, language} = useText();
  const periods = useMemory(memory => inOrderOf(memory.records(person.id, 'looked-after-period'), ({data}) => data.startOn), [person.id]);
  const title = t('profile:part.periods');
  return (
    <Section title={title} aside={<WayIn person={person.id} form="new-period" way="add" what={title} />}>
      {periods.every(period => struckOut(period) !== undefined) && <p className="govuk-body">{t('profile:none.periods')}</p>}
      {periods.map(period => {
        const {data} = period;
        const home = `codes:home.${data.lastPlacement}`;
        const from = format.longDate(data.startOn);
        const days =
          data.endOn === null ? t('person:home.from', {date: from}) : t('person:home.fromTo', {from, until: format.longDate(data.endOn)});
        return (
          <RecordCard
            key={period.id}
            record={period}
            title={days}
            facts={[
              {label: t('profile:field.legalStatus'), value: data.legalStatus === null ? null : t(`codes:legalStatus.${data.legalStatus}`)},
              {label: t('profile:field.authority'), value: asWritten(authorityWords(data.authority, language))},
              {label: t('profile:field.lastPlacement'), value: has(home) ? t(home) : asWritten(data.lastPlacement)},
              {
                label: t('profile:field.reasonCeased'),
                value: data.reasonCeased === null ? null : t(`codes:reasonCeased.${data.reasonCeased}`),
              },
            ]}
            links={<WayIn person={person.id} form="period" of={period.id} way="changeOrEnd" what={days} />}
          >
            <ClashLink record={period} label={t('person:together')} />
          </RecordCard>
        );
      })}
    </Section>
  );
}

function Detentions({person}: PartOfProfile) {
  const {t, format} = useText();
  const detentions = useMemory(memory => inOrderOf(memory.records(person.id, 'detention'), ({data}) => data.startOn), [person.id]);
  const title = t('profile:part.detention');
  return (
    <Section title={title} aside={<WayIn person={person.id} form="new-detention" way="add" what={title} />}>
      {detentions.every(each => struckOut(each) !== undefined) && <p className="govuk-body">{t('profile:none.detention')}</p>}
      {detentions.map(detention => {
        const {data} = detention;
        return (
          <RecordCard
            key={detention.id}
            record={detention}
            title={data.place}
            isWritten
            isShared={false}
            facts={[
              {
                label: t('profile:field.convicted'),
                value: t(data.convicted ? 'profile:choice.convicted.yes' : 'profile:choice.convicted.no'),
              },
              {label: t('profile:field.detentionStart'), value: format.longDate(data.startOn)},
              {
                label: t('profile:field.expectedReleaseOn'),
                value: data.expectedReleaseOn === null ? null : format.longDate(data.expectedReleaseOn),
              },
              {label: t('profile:field.releasedOn'), value: data.releasedOn === null ? null : format.longDate(data.releasedOn)},
            ]}
            links={
              <>
                <WayIn person={person.id} form="detention" of={detention.id} what={data.place} />
                {data.releasedOn === null && <WayIn person={person.id} form="release" of={detention.id} way="released" what={data.place} />}
              </>
            }
          >
            <ClashLink record={detention} label={t('person:together')} />
          </RecordCard>
        );
      })}
    </Section>
  );
}
