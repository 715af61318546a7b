/** One review: what was arranged, what was talked about, the young person's part in it, what was decided, and the copy. */
import {useParams} from 'react-router';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {personOnDevice, type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {WordsForm} from '#client/forms/words-form.tsx';
import type {Folded} from '#client/vault/contract.ts';
import {LabelledAsWritten} from '#client/ui/as-written.tsx';
import {LinkButton} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {DecisionForm} from './decision-form.tsx';
import {HoldForm} from './hold-form.tsx';
import {ReviewCopy} from './review-copy.tsx';

export function ReviewPage() {
  const {t} = useText();
  const {person: id = '', review: reviewId = ''} = useParams();
  const today = useToday();
  const person = useMemory(memory => personOnDevice(memory, id, today), [id, today]);
  const review = useMemory(memory => memory.records(id, 'review').find(each => each.id === reviewId), [id, reviewId]);
  if (!person || !review)
    return (
      <Page title={t('review:title')}>
        <EmptyState>
          <p>{t('errors:refusal.unknown_record')}</p>
          <LinkButton to={`/people/${id}/plan`}>{t('review:backToFile')}</LinkButton>
        </EmptyState>
      </Page>
    );
  const {data} = review;
  const isCancelled = (data.cancelledBecause ?? null) !== null;
  return (
    <Page title={t('review:title')} caption={person.knownAs}>
      <p>
        <StatusText tone={data.heldOn !== null ? 'good' : isCancelled ? 'calm' : 'waiting'}>
          {t(data.heldOn !== null ? 'review:state.held' : isCancelled ? 'review:state.cancelled' : 'review:state.arranged')}
        </StatusText>
      </p>
      <Facts review={review} />
      <LinkButton look="second" to={`/people/${person.id}/print/review/${review.id}`}>
        {t('person:print')}
      </LinkButton>
      {isCancelled && data.cancelledBecause && (
        <Section title={t('review:cancel.why')}>
          <FreeText words={data.cancelledBecause} />
        </Section>
      )}
      {data.heldOn === null && !isCancelled && <ToHold person={person} review={review} today={today} />}
      {data.heldOn !== null && <Held person={person} review={review} today={today} />}
    </Page>
  );
}

interface PartProps {
  readonly person: PersonOnDevice;
  readonly review: Folded<'review'>;
  readonly today: CalendarDate;
}

function Facts({review: {data}}: {readonly review: Folded<'review'>}) {
  const {t, format} = useText();
  const day = (on: CalendarDate | null | undefined) => (on ? format.longDate(on) : null);
  const names = (people: readonly string[] | undefined) =>
    people && people.length > 0 ? <span translate="no">{people.join(', ')}</span> : null;
  return (
    <SummaryList
      onlyKnown
      facts={[
        {label: t('review:type'), value: t(`codes:reviewType.${data.type}`)},
        {label: t('review:planned'), value: day(data.plannedOn)},
        {label: t('review:held'), value: day(data.heldOn)},
        {label: t('review:how'), value: data.how === null ? null : <span translate="no">{data.how}</span>},
        {label: t('review:chair'), value: data.chair === null ? null : <span translate="no">{data.chair}</span>},
        {label: t('review:invited'), value: names(data.invited)},
        {label: t('review:present'), value: names(data.present)},
        {label: t('review:language'), value: data.language ? t(`codes:language.${data.language}`) : null},
        {
          label: t('review:advocate'),
          value:
            data.advocateOffered === null || data.advocateOffered === undefined
              ? null
              : t(data.advocateOffered ? 'review:advocate.yes' : 'review:advocate.no'),
        },
        {label: t('review:views'), value: data.views === null ? null : t(`codes:viewsGiven.${data.views}`)},
      ]}
    />
  );
}

/** Before it is held: what changed since the last one is in the file; here is what is put down on the day. */
function ToHold({person, review, today}: PartProps) {
  const {t} = useText();
  return (
    <>
      <Section title={t('review:hold.title')}>
        <HoldForm person={person} review={review} today={today} />
      </Section>
      <Details summary={t('review:cancel')}>
        <WordsForm
          id="cancel"
          draftKey={`review-cancel/${person.id}/${review.id}`}
          label={t('review:cancel.label')}
          submit={t('review:cancel.send')}
          missing={t('review:cancel.missing')}
          command={words => ({
            kind: 'review.cancel',
            record: review.id,
            person: person.id,
            body: {because: words ?? {text: '', lang: 'en'}},
          })}
          onClose={() => undefined}
        />
      </Details>
    </>
  );
}

function Held({person, review, today}: PartProps) {
  const {t, format} = useText();
  const {data} = review;
  const decisions = useMemory(
    memory => memory.records(person.id, 'review-decision').filter(each => each.data.review === review.id),
    [person.id, review.id],
  );
  return (
    <>
      {!data.coversEverySection && (
        <Notice tone="attention" title={t('review:partial.title')}>
          <p>{t('review:partial.words')}</p>
        </Notice>
      )}
      {data.outcome && (
        <Section title={t('review:outcome')}>
          <FreeText words={data.outcome} />
        </Section>
      )}
      <Section title={t('review:covered')}>
        <ul className="govuk-list govuk-list--bullet">
          {(data.covered ?? []).map(section => (
            <li key={section}>{t(`codes:section.${section}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('review:decisions')}>
        {decisions.length === 0 && <p className="govuk-body">{t('review:decisions.none')}</p>}
        <ul className="app-cards">
          {decisions.map(({id, data: decided}) => (
            <li key={id} className="app-card">
              <p translate="no">{decided.words}</p>
              <LabelledAsWritten label={t('plan:action.owner')}>{decided.owner}</LabelledAsWritten>
              <p className="app-quiet">{t('deadlines:due', {date: format.longDate(decided.dueOn)})}</p>
            </li>
          ))}
        </ul>
        <DecisionForm person={person} review={review} />
      </Section>
      <Section title={t('review:copy')}>
        <ReviewCopy person={person} review={review} today={today} />
      </Section>
    </>
  );
}
