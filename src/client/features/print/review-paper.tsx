/** A review on paper: what was arranged, who was there, what was talked about, what was decided, and lines to sign on. */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {useText} from '#client/i18n/text.ts';
import type {Folded} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {KeptCell, KeptWords} from './kept-words.tsx';
import {PaperFacts, PaperPart, PaperTable, PaperWords, SignatureLines} from './paper.tsx';
import type {PaperFile} from './paper-file.ts';

export function ReviewPaper({file, review}: {readonly file: PaperFile; readonly review: Folded<'review'>}) {
  const {t, format} = useText();
  const {data} = review;
  const day = (on: CalendarDate | null | undefined) => (on ? format.longDate(on) : null);
  const decisions = file.records(file.person, 'review-decision').filter(each => each.data.review === review.id);
  const advocate = data.advocateOffered ?? null;
  return (
    <>
      <PaperFacts
        facts={[
          [t('review:type'), t(`codes:reviewType.${data.type}`)],
          [t('review:planned'), day(data.plannedOn)],
          [t('review:held'), day(data.heldOn)],
          [t('review:how'), asWritten(data.how)],
          [t('review:chair'), asWritten(data.chair)],
          [t('review:invited'), asWritten((data.invited ?? []).join(', '))],
          [t('review:present'), asWritten(data.present.join(', '))],
          [t('review:language'), data.language ? t(`codes:language.${data.language}`) : null],
          [t('review:advocate'), advocate === null ? null : t(advocate ? 'review:advocate.yes' : 'review:advocate.no')],
          [t('review:views'), data.views === null ? null : t(`codes:viewsGiven.${data.views}`)],
          [t('print:review.late'), data.lateReason ? <KeptCell key="late" file={file} record={review} field="lateReason" /> : null],
          [t('print:review.copy'), day(data.copyGivenOn)],
        ]}
      />
      {data.cancelledBecause && <PaperWords level={3} label={t('review:cancel.why')} words={data.cancelledBecause} />}
      {data.heldOn !== null && (
        <>
          {!data.coversEverySection && <p className="app-paper__notice">{t('review:partial.title')}</p>}
          <KeptWords level={3} label={t('review:outcome')} file={file} record={review} field="outcome" />
          {(data.covered ?? []).length > 0 && (
            <PaperPart title={t('review:covered')}>
              <ul className="app-paper__list">
                {(data.covered ?? []).map(section => (
                  <li key={section}>{t(file.reader === 'them' ? `young:section.${section}` : `codes:section.${section}`)}</li>
                ))}
              </ul>
            </PaperPart>
          )}
        </>
      )}
      <PaperPart title={t('review:decisions')}>
        {decisions.length === 0 && <p>{t('review:decisions.none')}</p>}
        <PaperTable
          caption={t('review:decisions')}
          look="promises"
          head={[t('review:decision'), t('young:action.who'), t('print:action.by')]}
          rows={decisions.map(({id, data: decided}) => ({
            key: id,
            cells: [
              <span key="what" translate="no">
                {decided.words}
              </span>,
              asWritten(decided.owner),
              format.longDate(decided.dueOn),
            ],
          }))}
        />
      </PaperPart>
      <SignatureLines who={[t('print:sign.young'), t('print:sign.adviser'), t('print:sign.chair')]} />
    </>
  );
}
