/**
 * The history of one record in words: who made it, who changed what from what to what, and when. The whole of it is asked
 * of the server; without a connection the page shows what this device knows and says that it is not all.
 */
import {useEffect, useState} from 'react';
import {useParams} from 'react-router';
import type {HistoryAnswer} from '#client/sync/contract.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {LiveRegion} from '#client/ui/live-region.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {Timeline, TimelineEntry} from '#client/ui/timeline.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {changesBetween, type FieldChange} from './changes-between.ts';
import {useFieldWords} from './field-words.ts';

/** Which other record a record belongs to: kept, but no words for anybody. */
const POINTERS: ReadonlySet<string> = new Set([
  'plan',
  'fromContact',
  'request',
  'stay',
  'episode',
  'arrangement',
  'about',
  'amends',
  'fundRequest',
  'legacyId',
  'scheme',
  'backTo',
]);

type Answer = HistoryAnswer | 'asking' | 'offline' | 'not_found';

export function HistoryPage() {
  const {t} = useText();
  const {record: id = ''} = useParams();
  const {syncing} = useOpenVault();
  const [answer, setAnswer] = useState<Answer>('asking');
  useEffect(() => {
    let current = true;
    void syncing.online.history(id).then(found => {
      if (current) setAnswer(found.ok ? found.value : found.code === 'not_found' ? 'not_found' : 'offline');
    });
    return () => {
      current = false;
    };
  }, [syncing, id]);
  const here = useMemory(memory => memory.record(id), [id]);
  const title = t('history:title');
  if (answer === 'asking')
    return (
      <Page title={title}>
        <LiveRegion visible>{t('history:asking')}</LiveRegion>
      </Page>
    );
  if (answer === 'not_found' || (answer === 'offline' && !here))
    return (
      <Page title={title}>
        <EmptyState>
          <p>{t('history:none')}</p>
        </EmptyState>
      </Page>
    );
  const known: HistoryAnswer =
    answer === 'offline' && here
      ? {kind: here.kind, person: here.person, states: [{at: here.made.at, by: here.made.author, name: null, data: here.data}]}
      : (answer as HistoryAnswer);
  return (
    <Page title={title}>
      {answer === 'offline' && (
        <Notice say>
          <p>{t('history:offline')}</p>
        </Notice>
      )}
      <States history={known} />
    </Page>
  );
}

function States({history}: {readonly history: HistoryAnswer}) {
  const {t, format} = useText();
  const today = useToday();
  const {nameOf} = useFieldWords(history.kind);
  const entries = history.states.map((state, index) => ({
    state,
    changes: changesBetween(history.states[index - 1]?.data, state.data),
    isFirst: index === 0,
  }));
  return (
    <>
      <h2 className="govuk-visually-hidden">{t('history:title')}</h2>
      <Timeline>
        {entries
          .filter(({isFirst, changes}) => isFirst || changes.length > 0)
          .toReversed()
          .map(({state, changes, isFirst}) => (
            <TimelineEntry
              key={state.at + changes.length}
              title={t(isFirst ? 'history:made' : 'history:changed')}
              when={format.moment(state.at, today)}
              by={t('history:by', {name: state.name ?? nameOf(state.by)})}
            >
              {changes
                .filter(({field}) => !POINTERS.has(field))
                .map(change => (
                  <Change key={change.field} kind={history.kind} change={change} isFirst={isFirst} />
                ))}
            </TimelineEntry>
          ))}
      </Timeline>
    </>
  );
}

function Change({kind, change, isFirst}: {readonly kind: string; readonly change: FieldChange; readonly isFirst: boolean}) {
  const {t} = useText();
  const {labelOf, valueOf} = useFieldWords(kind);
  const label = labelOf(change.field);
  return (
    <div className="app-change">
      <p>
        <strong>{label}</strong>
      </p>
      {!isFirst && <p className="app-words__text">{t('history:before', {value: valueOf(change.field, change.before)})}</p>}
      <p className="app-words__text">{t('history:now', {value: valueOf(change.field, change.after)})}</p>
    </div>
  );
}
