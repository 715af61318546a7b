/**
 * A duty worker's one screen: going on shift, and on it the open alarms that have come to duty, each with the emergency contact
 * card. Online by nature: what is seen belongs to the shift and is kept in memory only; what is typed is kept from the first key.
 */
import {useCallback, useEffect, useRef} from 'react';
import type {RecordOf} from '#domain/record-kinds.ts';
import {isOn} from '#domain/worry/duty-shift.ts';
import type {DutyList} from '#client/sync/contract.ts';
import {LeftDrafts} from '#client/forms/left-drafts.tsx';
import {OnlinePart} from '#client/online/online-part.tsx';
import {useAsked} from '#client/online/use-asked.ts';
import {useNow} from '#client/ui/use-now.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault, useSyncState} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {CardList, Section} from '#client/ui/card.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {DutyAlarm} from './duty-alarm.tsx';
import {OnShift, StartShift} from './shift.tsx';

/** How often it is asked whether there is anything new. */
const LOOKED_AT_MS = 15_000;

export function DutyPage() {
  const {t} = useText();
  const {vault} = useOpenVault();
  const now = useNow();
  const {holder} = vault.session;
  const shift = useMemory(
    memory =>
      memory
        .records(null, 'duty-shift')
        // One that was ended is over at once, and not when this page next looks at the clock.
        .find(
          each =>
            each.data.worker === holder && each.data.endedAt === null && isOn(each as RecordOf<'duty-shift'>, new Date(now).toISOString()),
        ),
    [holder, now],
  );
  return (
    <Page title={t('duty:title')}>
      {shift ? (
        <>
          <OnShift shift={shift} />
          <Alarms key={shift.id} />
        </>
      ) : (
        <>
          <p>{t('duty:off.words')}</p>
          <StartShift now={now} />
          <Left list={null} />
        </>
      )}
    </Page>
  );
}

function Alarms() {
  const {t} = useText();
  const {syncing} = useOpenVault();
  const {connection, unsent} = useSyncState();
  const {asked, again} = useAsked(syncing.teamwork.duty);
  useEffect(() => {
    const timer = setInterval(again, LOOKED_AT_MS);
    return () => clearInterval(timer);
  }, [again]);
  // What was sent from here has changed how things stand.
  useEffect(() => {
    if (unsent === 0) again();
  }, [again, unsent]);
  return (
    <>
      {connection === 'offline' && asked.is === 'here' && (
        <Notice tone="attention">
          <p>{t('duty:offline.here')}</p>
        </Notice>
      )}
      <OnlinePart asked={asked} offlineWords={t('duty:offline')} onAgain={again}>
        {list => <Listed list={list} isOffline={connection === 'offline'} />}
      </OnlinePart>
      <p>
        <LinkButton look="quiet" to="/notifications">
          {t('duty:notify')}
        </LinkButton>
      </p>
      <Left list={asked.is === 'here' ? asked.value : null} />
    </>
  );
}

/** Each is opened when it comes, and again when something has happened to it; every opening is noted. */
function Listed({list, isOffline}: {readonly list: DutyList; readonly isOffline: boolean}) {
  const {t} = useText();
  const {syncing} = useOpenVault();
  const opened = useRef(new Map<string, number>());
  const open = useCallback(
    async (person: string, steps: number) => {
      if ((opened.current.get(person) ?? -1) >= steps) return;
      opened.current.set(person, steps);
      const answer = await syncing.openFile(person);
      if (!answer.ok) opened.current.delete(person);
    },
    [syncing],
  );
  useEffect(() => {
    const steps = new Map<string, number>();
    for (const each of list.alarms) steps.set(each.person, (steps.get(each.person) ?? 0) + each.steps + 1);
    for (const [person, count] of steps) void open(person, count);
  }, [list, open]);
  const here = useMemory(
    memory =>
      list.alarms.filter(({worry}) => {
        const record = memory.record(worry);
        return record === undefined || record.data['closedAt'] === null;
      }),
    [list],
  );
  if (list.shift === null) return <p>{t('duty:waiting')}</p>;
  if (here.length === 0)
    return (
      <EmptyState title={t(isOffline ? 'duty:none.offline' : 'duty:none')}>
        <p>{t(isOffline ? 'duty:none.offline.words' : 'duty:none.words')}</p>
      </EmptyState>
    );
  return (
    <Section title={t('duty:alarms')}>
      <CardList>
        {here.map(({worry, person}) => (
          <li key={worry}>
            <DutyAlarm worry={worry} person={person} />
          </li>
        ))}
      </CardList>
    </Section>
  );
}

const FORMS = ['worry-act', 'worry-pass', 'worry-close'] as const;

/** What was being written about an alarm that is with duty no more stays within reach. */
function Left({list}: {readonly list: DutyList | null}) {
  const open = (list?.alarms ?? []).flatMap(({person, worry}) => FORMS.map(form => `${form}/${person}/${worry}`));
  return FORMS.map(form => <LeftDrafts key={form} prefix={`${form}/`} open={open} textsOf={writtenIn} />);
}

function writtenIn(stored: unknown): readonly string[] {
  const {outcome, words} = (stored ?? {}) as {outcome?: unknown; words?: {text?: unknown}};
  return [outcome, words?.text].filter(text => typeof text === 'string');
}
