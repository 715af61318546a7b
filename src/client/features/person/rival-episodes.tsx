/** Several episodes of homelessness that are open, as two devices opened them. All are kept, the most serious counts, and a person says which stands. */
import {calendarDateInWales} from '#domain/shared/calendar-date.ts';
import {staffName, type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Notice} from '#client/ui/notice.tsx';
import {HomeWay} from './home-way.tsx';

interface RivalEpisodesProps {
  readonly episodes: readonly Folded<'homeless-episode'>[];
  readonly person: PersonOnDevice;
}

export function RivalEpisodes({episodes, person}: RivalEpisodesProps) {
  const {t} = useText();
  return (
    <Notice tone="attention" title={t('home:rivals')}>
      <p>{t('home:rivals.words')}</p>
      <ul className="govuk-list">
        {episodes.map(each => (
          <li key={each.id}>
            <Rival episode={each} person={person} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Rival({episode, person}: {readonly episode: Folded<'homeless-episode'>; readonly person: PersonOnDevice}) {
  const {t, format} = useText();
  const {data, made} = episode;
  const name = useMemory(memory => staffName(memory, made.author), [made.author]);
  const what = t('home:homeless.since', {date: format.longDate(data.presentedOn)});
  return (
    <>
      <p>
        <strong>{what}</strong>
        <br />
        {data.nowhereTonight === true && (
          <>
            {t('codes:homeDriver.nowhere_tonight')}
            <br />
          </>
        )}
        <span className="app-quiet">
          {t('home:rivals.who', {name: name ?? t('common:formerColleague'), date: format.longDate(calendarDateInWales(made.at))})}
        </span>
      </p>
      {!person.died && <HomeWay person={person.id} form="homeless-end" of={episode.id} way="homelessEnd" what={what} look="second" />}
    </>
  );
}
