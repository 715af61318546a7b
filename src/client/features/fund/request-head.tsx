/** Who asks, for what and why: the young person's own words first, then the facts on which everything else rests. */
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {ClashLink} from '#client/case/records/clash-link.tsx';
import {deadlineWords} from '#client/case/deadlines/deadline-words.ts';
import {decisionsOf, FundStatus} from '#client/case/money/fund-status.tsx';
import {staffName} from '#client/case/person/people-on-device.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {Section} from '#client/ui/card.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import type {OpenedRequestProps} from './opened-request.tsx';

const TEXTS = ['words', 'difference', 'triedElsewhere'] as const;

export function RequestHead({person, found, today}: OpenedRequestProps) {
  const text = useText();
  const {t, format} = text;
  const {request, deadline} = found;
  const {data} = request;
  const onItsWay = useMemory(memory => decisionsOf(memory, request).onItsWay, [request]);
  const asker = useMemory(memory => staffName(memory, data.requestedBy), [data.requestedBy]);
  const isLate = deadline?.state === 'overdue' || deadline?.state === 'due_today';
  return (
    <>
      <FundStatus request={request} onItsWay={onItsWay} />
      <SummaryList
        compact
        onlyKnown
        facts={[
          {label: t('person:money.asked'), value: data.askedPence === null ? t('fund:notKnownYet') : format.money(data.askedPence)},
          {
            label: t('person:money.askedBy'),
            value: data.byYoungPerson ? person.knownAs : asker === null ? null : format.listNames([person.knownAs, asker]),
          },
          {label: t('fund:askedOn'), value: format.longDate(data.requestedOn)},
          {
            label: t('fund:urgency'),
            value:
              data.urgency === null ? null : (
                <StatusText tone={data.urgency === 'urgent' ? 'attention' : 'calm'}>{t(`codes:urgency.${data.urgency}`)}</StatusText>
              ),
          },
          {
            label: deadline ? t(`deadlines:what.${deadline.what}`) : null,
            value:
              deadline && !onItsWay ? (
                <StatusText tone={isLate ? 'attention' : 'waiting'}>{deadlineWords(text, deadline, today)}</StatusText>
              ) : null,
          },
          {
            label: t('fund:section'),
            value: data.section ? t(`codes:section.${data.section}`) : found.isUndecided ? t('fund:section.notNamed') : null,
          },
          {label: t('fund:purpose'), value: data.purpose === null ? null : t(`codes:purpose.${data.purpose}`)},
          {label: t('person:money.year'), value: data.financialYear},
          {label: t('fund:reference'), value: asWritten(data.reference)},
        ]}
      />
      <Section title={t('fund:ask.own')}>
        {TEXTS.map(field => {
          const words = data[field];
          return words ? (
            <div key={field}>
              <h3 className="govuk-heading-s">{t(`fund:said.${field}`)}</h3>
              <FreeText quoted words={words} />
            </div>
          ) : null;
        })}
        {!data.words && <p className="app-quiet">{t('common:notRecorded')}</p>}
        <ClashLink record={request} label={t('fund:twoVersions')} />
      </Section>
    </>
  );
}
