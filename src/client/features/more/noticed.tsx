/**
 * What the server noticed that smells of a fault or an attack, for the administrator: what, how often and when, never
 * whose. Asked of the server while the page is open, and kept nowhere.
 */
import type {AlarmList} from '#client/sync/contract.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import {Section} from '#client/ui/card.tsx';
import {Timeline, TimelineEntry} from '#client/ui/timeline.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {OnlinePart} from '#client/online/online-part.tsx';
import {useAsked} from '#client/online/use-asked.ts';

export function Noticed() {
  const {t} = useText();
  const {syncing} = useOpenVault();
  const {asked, again} = useAsked(syncing.online.alarms);
  return (
    <Section title={t('more:noticed')}>
      <OnlinePart asked={asked} offlineWords={t('more:noticed.offline')} onAgain={again}>
        {({alarms}) => (alarms.length === 0 ? <p>{t('more:noticed.none')}</p> : <AlarmTimeline alarms={alarms} />)}
      </OnlinePart>
    </Section>
  );
}

function AlarmTimeline({alarms}: AlarmList) {
  const {t, has, format} = useText();
  const today = useToday();
  return (
    <>
      <p>{t('more:noticed.words')}</p>
      <Timeline>
        {alarms.map(({kind, lastAt, times}) => {
          const [title, words] = [`more:noticed.${kind}`, `more:noticed.${kind}.words`];
          return (
            <TimelineEntry
              key={`${kind} ${lastAt}`}
              title={t(has(title) ? title : 'more:noticed.unknown')}
              when={t('more:noticed.last', {when: format.moment(lastAt, today)})}
              by={t('more:noticed.times', {count: times})}
            >
              {has(words) && <p>{t(words)}</p>}
            </TimelineEntry>
          );
        })}
      </Timeline>
    </>
  );
}
