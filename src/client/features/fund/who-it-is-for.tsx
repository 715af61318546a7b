/** Whom the fund is for, why, and what the authority has said of what it pays for: before asking and before deciding. */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Eligibility} from '#domain/fund/eligibility.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {Details} from '#client/ui/details.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {StatusText, type Tone} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';

const TONES: Readonly<Record<Eligibility['answer'], Tone>> = {yes: 'good', decide: 'waiting', no: 'attention'};

export function EligibilityAnswer({eligibility}: {readonly eligibility: Eligibility}) {
  const {t} = useText();
  return (
    <>
      <p>
        <StatusText tone={TONES[eligibility.answer]}>{t(`fund:eligible.${eligibility.answer}`)}</StatusText>
      </p>
      <p className="govuk-body">{t(`fund:because.${eligibility.reason}`)}</p>
    </>
  );
}

/** The rule behind the answer, and what it was worked out from. */
export function EligibilityRule({eligibility, on}: {readonly eligibility: Eligibility; readonly on: CalendarDate}) {
  const {t, format} = useText();
  const {category, age} = eligibility;
  return (
    <Details summary={t('fund:eligible.why')}>
      <p>{t('fund:eligible.rule')}</p>
      <SummaryList
        compact
        onlyKnown
        facts={[
          {label: t('fund:eligible.day'), value: format.longDate(on)},
          {label: t('fund:eligible.category'), value: t(`codes:category.${category}`)},
          {label: t('fund:eligible.age'), value: age > 0 ? format.number(age) : null},
        ]}
      />
    </Details>
  );
}

/** The authority's caps, and in its own words what the fund does not pay for. */
export function AuthorityRules({today, open = false}: {readonly today: CalendarDate; readonly open?: boolean}) {
  const {t, format, language} = useText();
  const {exclusions, request, year} = useMemory(
    memory => {
      const settings = memory.settings();
      return {
        exclusions: settings('fundExclusions', today),
        request: settings('fundCapRequestPence', today),
        year: settings('fundCapYearPence', today),
      };
    },
    [today],
  );
  return (
    <Details summary={t('fund:rules')} open={open}>
      <SummaryList
        compact
        facts={[
          {label: t('fund:cap.request'), value: format.money(request)},
          {label: t('fund:cap.year'), value: format.money(year)},
        ]}
      />
      <h3 className="govuk-heading-s">{t('fund:exclusions')}</h3>
      {exclusions === null ? <p>{t('fund:exclusions.none')}</p> : <FreeText words={{text: exclusions[language], lang: language}} />}
    </Details>
  );
}
