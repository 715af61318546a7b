/** What a colleague has recommended, and what looks like the same request asked before: hints for whoever decides. */
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {staffName, type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {Link} from '#client/ui/link.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import type {FundCase} from './read-request.ts';

export function Recommendation({found}: {readonly found: FundCase}) {
  const {t, format} = useText();
  const recommended = found.assessment?.data.recommendation ?? null;
  const by = recommended?.by ?? null;
  const name = useMemory(memory => staffName(memory, by), [by]) ?? t('common:formerColleague');
  if (recommended === null) return <p className="govuk-body">{t('fund:recommended.none')}</p>;
  return (
    <SummaryList
      compact
      onlyKnown
      facts={[
        {label: t('fund:recommended'), value: t(`fund:recommend.${recommended.outcome}`)},
        {label: t('fund:recommended.amount'), value: recommended.pence === null ? null : format.money(recommended.pence)},
        {label: t('fund:recommended.by'), value: t('common:words.byWhen', {name, when: format.longDate(recommended.on)})},
      ]}
    />
  );
}

export function Duplicates({person, found}: {readonly person: PersonOnDevice; readonly found: FundCase}) {
  const {t, format} = useText();
  if (found.duplicates.length === 0) return null;
  return (
    <Notice tone="attention" title={t('fund:duplicates.title')}>
      <ul className="govuk-list govuk-list--bullet">
        {found.duplicates.map(({because, other: {id, data}}) => (
          <li key={id}>
            <Link className="govuk-link" to={`/people/${person.id}/money/${id}`}>
              {t(`fund:duplicate.${because}`, {date: format.longDate(data.requestedOn)})}
            </Link>
            {data.askedPence !== null && <span className="app-quiet">{` ${format.money(data.askedPence)}`}</span>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
