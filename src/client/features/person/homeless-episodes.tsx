/** Homelessness in a file: what goes on now, and what was before. */
import {openEpisodes} from '#domain/accommodation/open-episodes.ts';
import {authorityWords} from '#client/case/records/authority-choices.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Card, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {asWritten} from '#client/ui/as-written.tsx';
import {HomeWay} from './home-way.tsx';
import type {PartProps} from './part.ts';
import {RivalEpisodes} from './rival-episodes.tsx';

export function HomelessEpisodes({person, today}: PartProps) {
  const {t} = useText();
  const all = useMemory(
    memory =>
      memory.records(person.id, 'homeless-episode').toSorted((one, other) => (one.data.presentedOn < other.data.presentedOn ? 1 : -1)),
    [person.id],
  );
  const open = openEpisodes(all, today);
  const before = all.filter(each => !open.includes(each));
  if (all.length === 0 && person.died) return null;
  return (
    <Section title={t('home:homeless')} aside={!person.died && <HomeWay person={person.id} form="homeless" way="homeless" />}>
      {open.length > 1 && <RivalEpisodes episodes={open} person={person} />}
      {open.length === 0 && <p className="govuk-body">{t('home:homeless.none')}</p>}
      {open.map(episode => (
        <Episode key={episode.id} episode={episode} isOpen />
      ))}
      {before.length > 0 && (
        <Details summary={t('home:homeless.before', {times: t('counts:time', {count: before.length})})}>
          {before.map(episode => (
            <Episode key={episode.id} episode={episode} isOpen={false} />
          ))}
        </Details>
      )}
    </Section>
  );
}

function Episode({episode, isOpen}: {readonly episode: Folded<'homeless-episode'>; readonly isOpen: boolean}) {
  const {t, format, language} = useText();
  const {data} = episode;
  const to = `/people/${episode.person ?? ''}/homeless/${episode.id}`;
  return (
    <Card
      level={3}
      tone={isOpen ? 'attention' : 'plain'}
      title={t('home:homeless.since', {date: format.longDate(data.presentedOn)})}
      to={to}
    >
      <p>{asWritten(authorityWords(data.housingAuthority, language))}</p>
      {data.endOn !== null && <p className="app-quiet">{t('home:homeless.ended', {date: format.longDate(data.endOn)})}</p>}
      <LinkButton look="second" to={to}>
        {t('home:homeless.open')}
      </LinkButton>
    </Card>
  );
}
