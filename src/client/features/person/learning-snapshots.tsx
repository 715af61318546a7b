/**
 * What was known at the birthdays that are counted, and 12 and 24 months after leaving care: frozen with the day of the information,
 * or what is known so far. Where the file has come to say otherwise, it is told and can be corrected with a reason; nothing is changed
 * in silence.
 */
import type {ReactNode} from 'react';
import {snapshotsOfOtherDays, snapshotStories, saysOtherwise, type SnapshotStory} from '#domain/learning-work/freeze-snapshots.ts';
import {freezesOn} from '#domain/learning-work/snapshot-moments.ts';
import type {InformationSource, KnownThen} from '#domain/learning-work/snapshot.ts';
import {may} from '#domain/access/permissions.ts';
import type {RecordOf} from '#domain/record-kinds.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import {keptPerFile} from '#client/case/person/kept-per-file.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {CorrectSnapshot} from './snapshot-correct-form.tsx';
import type {PartProps} from './part.ts';

const storiesOnDevice = keptPerFile((memory, person, today) => {
  const file = memory.file(person);
  if (!file.some(record => isKind(record, 'young-person'))) return {stories: [], others: []};
  return {
    stories: snapshotStories(file, memory.settings(), today).toReversed(),
    others: snapshotsOfOtherDays(file, memory.settings(), today),
  };
});

export function LearningSnapshots({person, today}: PartProps) {
  const {t} = useText();
  const {stories, others} = useMemory(memory => storiesOnDevice(memory, person.id, today), [person.id, today]);
  if (stories.length === 0 && others.length === 0) return null;
  return (
    <Section title={t('learning:snapshots')}>
      <p className="govuk-hint">{t('learning:snapshots.words')}</p>
      <CardList columns>
        {stories.map(story => (
          <li key={`${story.moment.moment} ${story.moment.on}`}>
            <Story story={story} person={person} today={today} />
          </li>
        ))}
      </CardList>
      {others.length > 0 && (
        <Details summary={t('learning:snapshots.others')}>
          <CardList>
            {others.map(({id, data}) => (
              <li key={id}>
                <Moment of={data} level={3}>
                  <Known known={data} />
                </Moment>
              </li>
            ))}
          </CardList>
        </Details>
      )}
    </Section>
  );
}

interface MomentProps {
  readonly of: {readonly moment: RecordOf<'snapshot'>['data']['moment']; readonly on: CalendarDate};
  readonly level: 3 | 4;
  readonly tone?: 'plain' | 'attention';
  readonly children: ReactNode;
}

function Moment({of, level, tone = 'plain', children}: MomentProps) {
  const {t, format} = useText();
  return (
    <Card level={level} title={t(`codes:snapshotMoment.${of.moment}`)} aside={format.longDate(of.on)} tone={tone}>
      {children}
    </Card>
  );
}

function Story({story, person, today}: PartProps & {readonly story: SnapshotStory}) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const {moment, standing, earlier, rivals, now} = story;
  const other = saysOtherwise(story);
  if (!standing)
    return (
      <Moment of={moment} level={3}>
        <p>
          <StatusText tone="waiting">{t('learning:snapshot.open', {date: format.longDate(freezesOn(moment))})}</StatusText>
        </p>
        <Known known={now} />
      </Moment>
    );
  return (
    <Moment of={moment} level={3} tone={other || rivals.length > 0 ? 'attention' : 'plain'}>
      <Frozen snapshot={standing} />
      {rivals.length > 0 && <p>{t('learning:snapshot.rivals')}</p>}
      {other && (
        <Notice tone="attention" title={t('learning:snapshot.otherwise')}>
          <Known known={now} />
        </Notice>
      )}
      {earlier.length > 0 && (
        <Details summary={t('learning:snapshot.earlier')}>
          {earlier.map(each => (
            <div key={each.id} className="app-section">
              <Frozen snapshot={each} />
            </div>
          ))}
        </Details>
      )}
      {may(vault.session.role, 'snapshot.correct', true) && (
        <CorrectSnapshot snapshot={standing} rivals={rivals} now={now} person={person} today={today} />
      )}
    </Moment>
  );
}

function Frozen({snapshot: {data}}: {readonly snapshot: RecordOf<'snapshot'>}) {
  const {t, format} = useText();
  return (
    <>
      <p>
        <StatusText tone={data.reconstructed ? 'waiting' : 'good'}>
          {t(
            data.version > 1
              ? 'learning:snapshot.corrected'
              : data.reconstructed
                ? 'learning:snapshot.reconstructed'
                : 'learning:snapshot.frozen',
            {date: format.longDate(data.frozenOn)},
          )}
        </StatusText>
      </p>
      <Known known={data} />
      {data.reason !== null && <FreeText words={{text: data.reason, lang: 'not_stated'}} />}
      {data.activity.disputed && <p>{t('learning:snapshot.disputed')}</p>}
    </>
  );
}

function Known({known: {activity, inTouch, home}}: {readonly known: KnownThen}) {
  const {t} = useText();
  const unknown = t('learning:snapshot.notKnown');
  return (
    <SummaryList
      compact
      facts={[
        {
          label: t('learning:snapshot.activity'),
          value: <Heard words={activity.code === null ? unknown : t(`codes:activity.${activity.code}`)} heard={activity} />,
        },
        {label: t('learning:snapshot.inTouch'), value: <Heard words={t(`codes:inTouch.${inTouch.status}`)} heard={inTouch} />},
        {
          label: t('learning:snapshot.home'),
          value: <Heard words={home.type === null ? unknown : t(`codes:home.${home.type}`)} heard={home} />,
        },
        ...(home.type === null
          ? []
          : [
              {
                label: t('learning:snapshot.suitability'),
                value: home.suitability === null ? unknown : t(`codes:suitability.${home.suitability}`),
              },
            ]),
      ]}
    />
  );
}

function Heard({
  words,
  heard,
}: {
  readonly words: string;
  readonly heard: {readonly on: CalendarDate | null; readonly source: InformationSource};
}) {
  const {t, format} = useText();
  return (
    <>
      {words}
      <br />
      <span className="app-quiet">
        {heard.on === null
          ? t('codes:informationSource.nothing_heard')
          : [t(`codes:informationSource.${heard.source}`), format.longDate(heard.on)].join(', ')}
      </span>
    </>
  );
}
