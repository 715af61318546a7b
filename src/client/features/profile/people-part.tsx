/** Important people and professionals: who is there now, who was before, and whether the young person sees them here. */
import {PROFESSIONAL_RELATIONS} from '#domain/young-person/profile-codes.ts';
import {struckOut} from '#domain/shared/record.ts';
import {ClashLink} from '#client/case/records/clash-link.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {Section} from '#client/ui/card.tsx';
import {inOrderOf, RecordCard, WayIn, type PartOfProfile} from './part.tsx';

const isProfessional = ({data}: Folded<'important-person'>) => (PROFESSIONAL_RELATIONS as readonly string[]).includes(data.relation);

export function PeoplePart({person}: PartOfProfile) {
  const {t} = useText();
  const people = useMemory(
    // Who is there now comes before those who were.
    memory => inOrderOf(memory.records(person.id, 'important-person'), ({data}) => (data.endOn === null ? '9' : data.endOn)),
    [person.id],
  );
  const groups = [
    {form: 'new-person', part: 'people', members: people.filter(each => !isProfessional(each))},
    {form: 'new-professional', part: 'professionals', members: people.filter(isProfessional)},
  ] as const;
  return groups.map(({form, part, members}) => {
    const title = t(`profile:part.${part}`);
    return (
      <Section key={part} title={title} aside={<WayIn person={person.id} form={form} way="add" what={title} />}>
        {members.every(each => struckOut(each) !== undefined) && <p className="govuk-body">{t(`profile:none.${part}`)}</p>}
        {members.map(each => (
          <PersonCard key={each.id} one={each} person={person} />
        ))}
      </Section>
    );
  });
}

function PersonCard({one, person}: Pick<PartOfProfile, 'person'> & {readonly one: Folded<'important-person'>}) {
  const {t, format} = useText();
  const shared = useMemory(memory => memory.scope(person.id, 'shared'), [person.id]);
  const {data} = one;
  const isShared = one.scope === shared;
  return (
    <RecordCard
      record={one}
      title={data.name}
      isWritten
      isShared={isShared}
      facts={[
        {label: t('profile:field.relation'), value: t(`codes:relation.${data.relation}`)},
        {label: t('profile:field.relationWords'), value: asWritten(data.relationWords)},
        {label: t('profile:field.organisation'), value: asWritten(data.organisation)},
        {
          label: t('profile:field.phone'),
          value:
            data.phone === null ? null : (
              <a className="govuk-link" href={`tel:${data.phone.replaceAll(' ', '')}`} translate="no">
                {data.phone}
              </a>
            ),
        },
        {label: t('profile:field.email'), value: asWritten(data.email)},
        {
          label: t('profile:field.mayContact'),
          value: data.mayContact === null ? null : t(data.mayContact ? 'profile:choice.mayContact.yes' : 'profile:choice.mayContact.no'),
        },
        {label: t('profile:field.personNotes'), value: asWritten(data.notes)},
        {label: t('profile:field.personStart'), value: data.startOn === null ? null : format.longDate(data.startOn)},
        {label: t('profile:field.lastDay'), value: data.endOn === null ? null : format.longDate(data.endOn)},
        {
          label: t('profile:field.personReaders'),
          value: t(isShared ? 'profile:choice.personReaders.shared' : 'profile:choice.personReaders.staff'),
        },
      ]}
      links={
        <>
          <WayIn person={person.id} form={isProfessional(one) ? 'professional' : 'person'} of={one.id} what={data.name} />
          {data.endOn === null && <WayIn person={person.id} form="person-end" of={one.id} way="end" what={data.name} />}
        </>
      }
    >
      <ClashLink record={one} label={t('person:together')} />
    </RecordCard>
  );
}
