/**
 * Where this person lives and has lived: how things stand and why, what does not fit, the home now, homelessness, When I am
 * Ready, vacations, and every home before on one line of time.
 */
import {keptRooms} from '#domain/accommodation/kept-room.ts';
import {standingStays} from '#domain/accommodation/spells.ts';
import {presentStay} from '#domain/accommodation/present-stay.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {CardList, Section} from '#client/ui/card.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {HomeNews} from './home-news.tsx';
import {HomeLine} from './home-line.tsx';
import {HomeQuestions} from './home-questions.tsx';
import {HomeReady} from './home-ready.tsx';
import {HomeStandingCard} from './home-standing.tsx';
import {HomeVacations} from './home-vacations.tsx';
import {HomeWay} from './home-way.tsx';
import {HomelessEpisodes} from './homeless-episodes.tsx';
import type {PartProps} from './part.ts';
import {StayCard} from './stay-card.tsx';

export function Homes(part: PartProps) {
  const {person, today} = part;
  const {t} = useText();
  const stays = useMemory(memory => memory.records(person.id, 'stay'), [person.id]);
  const standing = standingStays(stays);
  const now = presentStay(stays, today);
  const kept = keptRooms(stays).filter(({id, data}) => id !== now?.id && (data.endOn === null || data.endOn > today));
  const shown = now === undefined ? kept : [now, ...kept];
  return (
    <>
      <HomeStandingCard {...part} />
      <HomeNews {...part} />
      <HomeQuestions {...part} />
      <Section title={t('home:now')} aside={!person.died && <HomeWay person={person.id} form="move" way="move" look="second" />}>
        {now === undefined && (
          <EmptyState>
            <p>{t(standing.length === 0 ? 'person:home.none' : 'home:noneNow', {name: person.knownAs})}</p>
          </EmptyState>
        )}
        {shown.length > 0 && (
          <CardList>
            {shown.map(stay => (
              <li key={stay.id}>
                <StayCard stay={stay} person={person} isNow isKept={stay.id !== now?.id} />
              </li>
            ))}
          </CardList>
        )}
      </Section>
      <HomelessEpisodes {...part} />
      <HomeReady {...part} />
      <HomeVacations {...part} />
      <HomeLine {...part} />
    </>
  );
}
