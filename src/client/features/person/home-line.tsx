/** Every home on one line of time, the latest first, with how long each lasted; above it the years drawn as one bar. */
import {HOME_GROUPS, type HomeGroup} from '#domain/accommodation/codes.ts';
import {presentStay} from '#domain/accommodation/present-stay.ts';
import {keptRooms} from '#domain/accommodation/kept-room.ts';
import {nightsIn, standingStays, type Stay} from '#domain/accommodation/spells.ts';
import {daysBetween, type CalendarDate} from '#domain/shared/calendar-date.ts';
import {struckOut} from '#domain/shared/record.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {Timeline, TimelineEntry} from '#client/ui/timeline.tsx';
import {HomeWay} from './home-way.tsx';
import type {PartProps} from './part.ts';
import {StayCard} from './stay-card.tsx';

type Look = 'home' | 'short' | 'none' | 'away';

const LOOKS: Partial<Record<HomeGroup, Look>> = {
  bed_breakfast: 'short',
  emergency: 'short',
  no_fixed_abode: 'none',
  not_known: 'none',
  custody: 'away',
  abroad: 'away',
  deported: 'away',
};
const lookOf = ({data}: Stay): Look => (data.type === null ? 'none' : (LOOKS[HOME_GROUPS[data.type]] ?? 'home'));

export function HomeLine(part: PartProps) {
  const {person, today} = part;
  const {t, format} = useText();
  const stays = useMemory(memory => memory.records(person.id, 'stay'), [person.id]);
  const line = standingStays(stays).toReversed();
  // A room that was given up while they were away, and in which nothing says that they lived, is not forgotten.
  const givenUp = keptRooms(stays).filter(({id, data}) => data.endOn !== null && data.endOn <= today && !line.some(each => each.id === id));
  const begun = ({data}: Stay) => data.startOn ?? '';
  const whole = [...line, ...givenUp].toSorted((one, other) => (begun(one) < begun(other) ? 1 : begun(one) > begun(other) ? -1 : 0));
  const now = presentStay(line, today)?.id;
  const struck = stays.filter(stay => struckOut(stay) !== undefined);
  if (whole.length + struck.length === 0) return null;
  return (
    <Section title={t('home:line')} aside={<HomeWay person={person.id} form="move" way="earlier" />}>
      <Bar stays={line} today={today} />
      <Timeline>
        {whole.map(stay => {
          const {data} = stay;
          const nights = nightsIn(stay, today);
          const shown = stays.find(({id}) => id === stay.id);
          return (
            <TimelineEntry
              key={stay.id}
              title={data.type === null ? t('person:home.typeNotRecorded') : t(`codes:home.${data.type}`)}
              when={
                data.startOn === null
                  ? t('home:line.noStart')
                  : data.startOn > today
                    ? t('home:line.planned', {date: format.longDate(data.startOn)})
                    : data.endOn === null
                      ? t('person:home.from', {date: format.longDate(data.startOn)})
                      : t('person:home.fromTo', {from: format.longDate(data.startOn), until: format.longDate(data.endOn)})
              }
              by={nights === null ? undefined : t('counts:night', {count: nights})}
            >
              {data.movePlanned === false && (
                <p>
                  <StatusText tone="attention">{t('home:line.unplanned')}</StatusText>
                </p>
              )}
              {shown && stay.id !== now && (
                <Details summary={t('home:line.more')}>
                  <StayCard stay={shown} person={person} />
                </Details>
              )}
            </TimelineEntry>
          );
        })}
      </Timeline>
      {struck.length > 0 && (
        <Details summary={t('home:line.struck', {homes: t('counts:home', {count: struck.length})})}>
          {struck.map(stay => (
            <StayCard key={stay.id} stay={stay} person={person} />
          ))}
        </Details>
      )}
    </Section>
  );
}

/** The same as the list below it, for the eye alone. */
function Bar({stays, today}: {readonly stays: readonly Stay[]; readonly today: CalendarDate}) {
  const begun = stays.filter(({data}) => data.startOn !== null && data.startOn <= today).toReversed();
  const first = begun[0]?.data.startOn;
  if (!first || begun.length < 2) return null;
  const whole = Math.max(1, daysBetween(first, today));
  const share = (from: CalendarDate, until: CalendarDate) => (Math.max(0, daysBetween(from, until)) / whole) * 100;
  return (
    <svg className="app-home-line" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {begun.map(stay => {
        const {startOn, endOn} = stay.data;
        if (startOn === null) return null;
        const end = endOn === null || endOn > today ? today : endOn;
        return (
          <rect
            key={stay.id}
            className={`app-home-line__${lookOf(stay)}`}
            x={share(first, startOn)}
            width={Math.max(0.4, share(startOn, end) - 0.3)}
            y="0"
            height="8"
          />
        );
      })}
    </svg>
  );
}
