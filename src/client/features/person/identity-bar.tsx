/** Who this is, in the words the person chose: name first, then age, category and what the authority owes in plain words. */
import {may} from '#domain/access/permissions.ts';
import {useText} from '#client/i18n/text.ts';
import {staffName, type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {LinkButton} from '#client/ui/button.tsx';
import {Details} from '#client/ui/details.tsx';
import {useFocusOnOpen} from '#client/ui/page.tsx';
import {StatusList, StatusText} from '#client/ui/status-text.tsx';
import {SummaryList, type Fact} from '#client/ui/summary-list.tsx';

/** What the authority owes and which language was chosen. On the overview it follows what to know before a visit. */
export function useStanding(person: PersonOnDevice): readonly Fact[] {
  const {t} = useText();
  const choice = (language: 'cy' | 'en' | null) => (language === null ? t('person:identity.notAsked') : t(`codes:language.${language}`));
  return [
    {
      label: t('person:identity.owes'),
      value: person.duty === null || person.duty === 'full' ? t(`codes:owes.${person.category}`) : t(`codes:duty.${person.duty}`),
    },
    {
      label: t('person:identity.language'),
      value:
        person.speak === null && person.write === null ? null : (
          <>
            {t('person:identity.speak', {language: choice(person.speak)})}
            <br />
            {t('person:identity.write', {language: choice(person.write)})}
          </>
        ),
    },
  ];
}

interface IdentityBarProps {
  readonly person: PersonOnDevice;
  /** Beside a part of the file the rest of who they are folds away, so that the part itself is in view on a phone. */
  readonly brief: boolean;
}

export function IdentityBar({person, brief}: IdentityBarProps) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const heading = useFocusOnOpen<HTMLHeadingElement>();
  const adviser = useMemory(memory => staffName(memory, person.adviser), [person.adviser]);
  const own = useMemory(memory => memory.records(person.id, 'young-person')[0]?.data, [person.id]);
  const category: Fact = {label: t('person:identity.category'), value: t(`codes:category.${person.category}`)};
  const standing = useStanding(person);
  return (
    <section className="app-identity" aria-label={t('person:identity.label', {name: person.knownAs})}>
      <h1 className="app-identity__name" ref={heading} tabIndex={-1}>
        {person.knownAs}
      </h1>
      <p className="app-identity__line">{person.died ? t('people:died') : t('common:age', {age: person.age})}</p>
      {!brief && <p className="app-identity__line">{category.value}</p>}
      <StatusList>
        {person.alerts.map(alert => (
          <StatusText key={alert} tone="attention">
            {t(`codes:alert.${alert}`)}
          </StatusText>
        ))}
        {(person.speak === null || person.write === null) && (
          <StatusText tone="waiting">{t('person:identity.languageNotAsked')}</StatusText>
        )}
      </StatusList>
      <Details summary={t('person:identity.label', {name: person.knownAs})}>
        <SummaryList
          compact
          onlyKnown
          facts={[
            ...(brief ? [category, ...standing] : []),
            {label: t('person:identity.legalName'), value: person.legalName},
            {label: t('person:identity.pronouns'), value: asWritten(person.pronouns)},
            {label: t('person:identity.born'), value: format.longDate(person.bornOn)},
            {label: t('person:identity.adviser'), value: adviser},
            {
              label: t('person:identity.phone'),
              value: own?.phone ? (
                <a className="govuk-link" href={`tel:${own.phone.replaceAll(' ', '')}`}>
                  {own.phone}
                </a>
              ) : null,
            },
            {label: t('person:identity.email'), value: asWritten(own?.email)},
            {label: t('person:home.address'), value: asWritten([own?.address, own?.town, own?.postcode].filter(Boolean).join(', '))},
            {label: t('person:identity.interpreter'), value: own?.interpreter},
            {label: t('person:identity.sinceLabel'), value: person.categorySince === null ? null : format.longDate(person.categorySince)},
          ]}
        />
        {own !== undefined && (
          <LinkButton look="quiet" to={`/people/${person.id}/profile`}>
            {t('profile:open')}
          </LinkButton>
        )}
        {own !== undefined && may(vault.session.role, 'details.change', true) && (
          <LinkButton look="quiet" to={`/people/${person.id}/details`}>
            {t('person:identity.change')}
          </LinkButton>
        )}
      </Details>
    </section>
  );
}
