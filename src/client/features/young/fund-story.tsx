/** All that has happened with a request, the latest first: what was asked, said, decided and why, shown, paid, and what it did. */
import type {ReactNode} from 'react';
import {calendarDateInWales, type CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {useText} from '#client/i18n/text.ts';
import type {Folded} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {Timeline, TimelineEntry} from '#client/ui/timeline.tsx';
import {AgreedLine, PaidLine, Why} from './fund-standing.tsx';
import {helperName, type OwnFile} from './own-file.ts';
import {isPart, paidFor, type OwnRequest} from './read-fund.ts';

interface Happened {
  readonly key: string;
  /** Null: an old system did not keep the day. */
  readonly on: CalendarDate | null;
  /** Of two things on one day the later written is the later. */
  readonly at: string;
  readonly title: string;
  readonly by: Id | null;
  readonly words: ReactNode;
}

export function FundStory({own, file}: {readonly own: OwnRequest; readonly file: OwnFile}) {
  const {t, format} = useText();
  const happened = useHappened(own, file);
  const order = ({on, at}: Happened) => `${on ?? own.request.data.requestedOn} ${at}`;
  return (
    <Timeline>
      {happened
        .toSorted((one, other) => (order(one) < order(other) ? 1 : -1))
        .map(({key, on, title, by, words}) => (
          <TimelineEntry
            key={key}
            title={title}
            when={on === null ? null : format.longDate(on)}
            {...(by === null || by === file.id ? {} : {by: t('young:fund.by', {name: helperName(file.help, by) ?? t('young:someone')})})}
          >
            {words}
          </TimelineEntry>
        ))}
    </Timeline>
  );
}

function useHappened(own: OwnRequest, file: OwnFile): readonly Happened[] {
  const {t} = useText();
  const {request, notes, papers, outcomes, decisions} = own;
  const {data, made} = request;
  const paid = paidFor(own);
  const eventOfNote = (note: Folded<'fund-note'>) =>
    note.data.what === 'question' ? 'question' : note.made.author === file.id ? 'myAnswer' : 'answer';
  const beside = (record: Folded, on: CalendarDate | null) => ({key: record.id, on, at: record.made.at, by: record.made.author});
  return [
    {
      key: request.id,
      on: data.requestedOn,
      at: made.at,
      title: t(data.byYoungPerson ? 'young:fund.event.asked' : 'young:fund.event.askedWith'),
      by: data.requestedBy,
      words: <Asked request={request} />,
    },
    ...notes.map(note => ({
      ...beside(note, note.data.on),
      title: t(`young:fund.event.${eventOfNote(note)}`),
      words: <Said record={note} />,
    })),
    ...papers.map(paper => ({
      ...beside(paper, calendarDateInWales(paper.made.at)),
      title: t(`young:fund.event.${paper.data.what}`),
      words: <Paper paper={paper} />,
    })),
    ...decisions.map(decision => ({
      ...beside(decision, decision.data.decidedOn),
      by: decision.data.decidedBy,
      title: t(`young:money.status.${outcomeOf(own, decision)}`),
      words: <Decided own={own} decision={decision} />,
    })),
    ...(paid === null
      ? []
      : [
          {
            key: 'paid',
            on: paid.on,
            // After the decision of the same day.
            at: '9',
            title: t('young:money.status.paid'),
            by: null,
            words: <PaidLine own={own} />,
          },
        ]),
    ...outcomes.map(outcome => ({
      ...beside(outcome, outcome.data.on),
      title: t('young:fund.event.outcome'),
      words: <Outcome outcome={outcome} />,
    })),
    ...(data.withdrawn
      ? [
          {
            key: 'withdrawn',
            on: data.withdrawn.on,
            at: '9',
            title: t('young:money.status.withdrawn'),
            by: null,
            words: (
              <>
                {data.withdrawn.words && <FreeText words={data.withdrawn.words} />}
                <DeliveryLine delivery={request.delivery} />
              </>
            ),
          },
        ]
      : []),
  ];
}

/** An old system kept the outcome as the request's own state. */
function outcomeOf(own: OwnRequest, {data}: Folded<'fund-decision'>): 'approved' | 'part' | 'refused' | 'deferred' {
  if (data.outcome !== undefined) return data.outcome;
  const {status} = own.request.data;
  if (status === 'refused' || status === 'deferred') return status;
  return isPart(own) ? 'part' : 'approved';
}

function Asked({request}: {readonly request: Folded<'fund-request'>}) {
  const {t, format} = useText();
  const {data, delivery} = request;
  return (
    <>
      {data.words !== null && <FreeText words={data.words} />}
      <SummaryList
        compact
        onlyKnown
        facts={[
          {label: t('young:money.asked'), value: data.askedPence === null ? t('young:fund.fact.unknown') : format.money(data.askedPence)},
          {label: t('young:fund.fact.difference'), value: data.difference ? <FreeText words={data.difference} /> : null},
          {label: t('young:fund.fact.tried'), value: data.triedElsewhere ? <FreeText words={data.triedElsewhere} /> : null},
          {label: t('young:fund.fact.section'), value: data.section ? t(`young:section.${data.section}`) : null},
          {label: t('young:fund.fact.urgent'), value: data.urgency === 'urgent' ? t('young:fund.fact.urgent.yes') : null},
        ]}
      />
      {data.withdrawn === undefined && <DeliveryLine delivery={delivery} />}
    </>
  );
}

function Said({record}: {readonly record: Folded<'fund-note'>}) {
  return (
    <>
      <FreeText words={record.data.words} />
      <DeliveryLine delivery={record.delivery} />
    </>
  );
}

function Paper({paper}: {readonly paper: Folded<'fund-paper'>}) {
  const {t, format} = useText();
  const {supplier, pence, on, seenBy} = paper.data;
  return (
    <>
      <SummaryList
        compact
        onlyKnown
        facts={[
          {label: t('young:fund.fact.shop'), value: asWritten(supplier)},
          {label: t('young:fund.fact.amount'), value: pence === null ? null : format.money(pence)},
          {label: t('young:fund.fact.onPaper'), value: format.longDate(on)},
        ]}
      />
      {paper.delivery === 'accepted' ? (
        <p>{t(seenBy === null ? 'young:fund.fact.notSeen' : 'young:fund.fact.seen')}</p>
      ) : (
        <DeliveryLine delivery={paper.delivery} />
      )}
    </>
  );
}

function Decided({own, decision}: {readonly own: OwnRequest; readonly decision: Folded<'fund-decision'>}) {
  const {t} = useText();
  const {refusal = null} = decision.data;
  return (
    <>
      {outcomeOf(own, decision) !== 'refused' && <AgreedLine own={{...own, decision}} />}
      <Why decision={decision} />
      {refusal !== null && <p>{t(`young:fund.refusal.${refusal}`)}</p>}
    </>
  );
}

function Outcome({outcome}: {readonly outcome: Folded<'fund-outcome'>}) {
  const {t} = useText();
  const {words, usedAsPlanned} = outcome.data;
  return (
    <>
      {words !== null && <FreeText words={words} />}
      {usedAsPlanned !== null && (
        <SummaryList compact facts={[{label: t('young:fund.used'), value: t(`young:fund.used.${usedAsPlanned}`)}]} />
      )}
      <DeliveryLine delivery={outcome.delivery} />
    </>
  );
}
