/** Where this person lives and has lived: one card a stay, with what staff judged of it and why. */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {asWritten} from '#client/ui/as-written.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import type {PartProps} from './part.ts';

export function Homes({person, today}: PartProps) {
  const {t} = useText();
  const stays = useMemory(
    memory => memory.records(person.id, 'stay').toSorted((one, other) => ((one.data.startOn ?? '') < (other.data.startOn ?? '') ? 1 : -1)),
    [person.id],
  );
  if (stays.length === 0)
    return (
      <EmptyState>
        <p>{t('person:home.none', {name: person.knownAs})}</p>
      </EmptyState>
    );
  const isNow = ({data}: Folded<'stay'>) => (data.startOn === null || data.startOn <= today) && (data.endOn === null || data.endOn > today);
  const now = stays.filter(isNow);
  const before = stays.filter(stay => !isNow(stay));
  return (
    <>
      {now.length > 0 && (
        <Section title={t('person:home.now')}>
          <Stays stays={now} />
        </Section>
      )}
      {before.length > 0 && (
        <Section title={t('person:home.before')}>
          <Stays stays={before} />
        </Section>
      )}
    </>
  );
}

function Stays({stays}: {readonly stays: readonly Folded<'stay'>[]}) {
  return (
    <CardList>
      {stays.map(stay => (
        <li key={stay.id}>
          <Stay stay={stay} />
        </li>
      ))}
    </CardList>
  );
}

function Stay({stay}: {readonly stay: Folded<'stay'>}) {
  const {t, format} = useText();
  const {data} = stay;
  const judged = useMemory(
    memory =>
      memory
        .records(stay.person, 'suitability')
        .filter(({data: each}) => each.stay === stay.id)
        .at(-1)?.data,
    [stay.id, stay.person],
  );
  const notes = useMemory(
    memory =>
      memory
        .records(stay.person, 'stay-notes')
        .filter(({data: each}) => each.stay === stay.id)
        .map(({data: each}) => each.words),
    [stay.id, stay.person],
  );
  const date = (on: CalendarDate) => format.longDate(on);
  const when =
    data.startOn === null
      ? null
      : data.endOn === null
        ? t('person:home.from', {date: date(data.startOn)})
        : t('person:home.fromTo', {from: date(data.startOn), until: date(data.endOn)});
  return (
    <Card level={3} title={data.type === null ? t('person:home.typeNotRecorded') : t(`codes:home.${data.type}`)}>
      {when !== null && <p className="app-quiet">{when}</p>}
      <SummaryList
        compact
        onlyKnown
        facts={[
          {label: t('person:home.address'), value: asWritten([data.address, data.town, data.postcode].filter(Boolean).join(', '))},
          {label: t('person:home.landlord'), value: asWritten(data.landlord)},
          {label: t('person:home.tenancy'), value: asWritten(data.tenancyStatus)},
          {label: t('person:home.rent'), value: data.weeklyRentPence === null ? null : format.money(data.weeklyRentPence)},
          {
            label: t('person:home.suitability'),
            value: judged && (
              <StatusText tone={judged.result === 'unsuitable' ? 'attention' : judged.result === 'not_assessed' ? 'calm' : 'good'}>
                {t(`codes:suitability.${judged.result}`)}
              </StatusText>
            ),
          },
          {label: t('person:home.reason'), value: asWritten(judged?.reason)},
          {label: t('person:home.ended'), value: asWritten(data.endReason)},
          {
            label: t('person:home.notes'),
            value:
              notes.length === 0 ? null : (
                <span className="app-words__text" translate="no">
                  {notes.join('\n')}
                </span>
              ),
          },
        ]}
      />
      {judged?.judgedOn && <p className="app-quiet">{t('person:home.judged', {date: date(judged.judgedOn)})}</p>}
      {data.providedByAuthority === true && (
        <p>
          <StatusText>{t('person:home.byCouncil')}</StatusText>
        </p>
      )}
    </Card>
  );
}
