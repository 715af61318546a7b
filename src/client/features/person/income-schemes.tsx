/** The authority's income schemes on somebody's file: those that are for them or that they have a place in, the others folded away. */
import {may} from '#domain/access/permissions.ts';
import {isClosed} from '#domain/income-scheme/scheme.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {OfferForm} from './offer-form.tsx';
import {schemesOfPerson, type SchemeOfPerson} from '#client/case/income/read-enrolment.ts';
import {Eligibility, SchemeWindow} from '#client/case/income/scheme-eligibility.tsx';

interface SchemesProps {
  readonly person: PersonOnDevice;
  readonly today: CalendarDate;
}

export function IncomeSchemes({person, today}: SchemesProps) {
  const {t} = useText();
  const all = useMemory(memory => schemesOfPerson(memory, person.id, today), [person.id, today]);
  const concerns = ({enrolment, eligibility}: SchemeOfPerson) => enrolment !== undefined || eligibility.answer !== 'no';
  const others = all.filter(found => !concerns(found));
  return (
    <Section title={t('income:schemes')}>
      <CardList>
        {all.filter(concerns).map(found => (
          <li key={found.enrolment?.id ?? found.scheme.id}>
            <SchemeCard found={found} person={person} today={today} />
          </li>
        ))}
      </CardList>
      {others.length > 0 && (
        <Details summary={t('income:others', {name: person.knownAs})}>
          <CardList>
            {others.map(found => (
              <li key={found.enrolment?.id ?? found.scheme.id}>
                <SchemeCard found={found} person={person} today={today} />
              </li>
            ))}
          </CardList>
        </Details>
      )}
    </Section>
  );
}

function SchemeCard({found, person, today}: SchemesProps & {readonly found: SchemeOfPerson}) {
  const {t, language, format} = useText();
  const {vault} = useOpenVault();
  const {scheme, enrolment, eligibility} = found;
  const closed = isClosed(scheme, today);
  const mayOffer = may(vault.session.role, 'income-scheme.enrol', true) && !person.died && !closed && eligibility.answer !== 'no';
  const to = enrolment && `/people/${person.id}/income/${enrolment.id}`;
  return (
    <Card level={3} title={scheme.name[language]} to={to}>
      {closed && (
        <p>
          <StatusText>{t('income:closed')}</StatusText>
        </p>
      )}
      {enrolment === undefined ? (
        <>
          <Eligibility found={found} name={person.knownAs} today={today} />
          {eligibility.answer !== 'no' && <p className="govuk-body">{t('income:none')}</p>}
          <Details summary={t('income:about')}>
            <SchemeWindow found={found} />
          </Details>
          {mayOffer && <OfferForm person={person} scheme={scheme.id} />}
        </>
      ) : (
        <>
          <SummaryList
            compact
            onlyKnown
            facts={[
              {
                label: t('income:place'),
                value: t(enrolment.data.decision === null ? 'income:decision.offered' : `codes:enrolment.${enrolment.data.decision}`),
              },
              {
                label: t('income:made'),
                value: enrolment.data.paymentsMade === null ? null : t('counts:payment', {count: enrolment.data.paymentsMade}),
              },
              {
                label: t('income:final'),
                value: enrolment.data.finalPaymentMonth === null ? null : format.monthAndYear(enrolment.data.finalPaymentMonth),
              },
            ]}
          />
          <LinkButton look="second" to={to ?? ''}>
            {t('income:open')}
          </LinkButton>
        </>
      )}
    </Card>
  );
}
