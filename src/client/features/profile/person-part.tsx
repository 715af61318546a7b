/** Who the person is: names, date of birth, what they say of themselves, languages and numbers. */
import {must} from '#domain/shared/result.ts';
import {ClashLink} from '#client/case/records/clash-link.tsx';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {HistoryLink} from '#client/case/records/history-link.tsx';
import {useText, type TextKey} from '#client/i18n/text.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {Section} from '#client/ui/card.tsx';
import {LinkButton} from '#client/ui/button.tsx';
import {SummaryList, type Fact} from '#client/ui/summary-list.tsx';
import {WayIn, type PartOfProfile} from './part.tsx';

interface FactsProps {
  readonly part: PartOfProfile;
  readonly form: string;
  readonly facts: readonly Fact[];
}

/** One form's facts, what is not recorded among them, and the way to the form. */
function Facts({part, form, facts}: FactsProps) {
  const {t} = useText();
  const title = t(`profile:part.${form}` as TextKey);
  return (
    <Section title={title} aside={<WayIn person={part.person.id} form={form} what={title} />}>
      <SummaryList facts={facts} />
    </Section>
  );
}

export function PersonPart(part: PartOfProfile) {
  const {t} = useText();
  const {person, own} = part;
  const {data} = own;
  const language = (one: 'cy' | 'en' | null) => t(one === null ? 'person:identity.notAsked' : `codes:language.${one}`);
  return (
    <>
      <div className="app-links">
        <HistoryLink record={own.id} what={t('profile:title')} />
        <LinkButton look="quiet" to={`/people/${person.id}/details`}>
          {t('person:identity.change')}
        </LinkButton>
      </div>
      <ClashLink record={own} label={t('person:together')} />
      <DeliveryLine delivery={own.delivery} />
      <Facts
        part={part}
        form="names"
        facts={[
          {label: t('profile:field.forename'), value: asWritten(data.forename)},
          {label: t('profile:field.surname'), value: asWritten(data.surname)},
          {label: t('profile:field.knownAs'), value: asWritten(data.knownAs)},
          {label: t('profile:field.pronouns'), value: asWritten(data.pronouns)},
        ]}
      />
      <BirthDate {...part} />
      <Facts
        part={part}
        form="about"
        facts={[
          {label: t('profile:field.sex'), value: data.sex === null ? null : t(`codes:sex.${data.sex}`)},
          {label: t('profile:field.genderNote'), value: asWritten(data.genderNote)},
          {label: t('profile:field.ethnicity'), value: asWritten(data.ethnicity)},
          {label: t('profile:field.nationality'), value: asWritten(data.nationality)},
          {label: t('profile:field.disability'), value: asWritten(data.disability)},
          {
            label: t('profile:field.parent'),
            value: data.parent === null ? null : t(data.parent ? 'profile:choice.parent.yes' : 'profile:choice.parent.no'),
          },
        ]}
      />
      <Facts
        part={part}
        form="language"
        facts={[
          {label: t('profile:field.speak'), value: language(data.speak)},
          {label: t('profile:field.write'), value: language(data.write)},
          {label: t('profile:field.firstLanguage'), value: asWritten(data.firstLanguage)},
          {label: t('profile:field.interpreter'), value: asWritten(data.interpreter)},
        ]}
      />
      <Facts
        part={part}
        form="numbers"
        facts={[
          {label: t('profile:field.nhsNumber'), value: asWritten(data.nhsNumber)},
          {label: t('profile:field.nationalInsuranceNumber'), value: asWritten(data.nationalInsuranceNumber)},
          {label: t('profile:field.legacyId'), value: asWritten(data.legacyId)},
        ]}
      />
    </>
  );
}

/** The one that is held, who may correct it, and every one that was held before it. */
function BirthDate({person, own}: PartOfProfile) {
  const {t, format} = useText();
  const title = t('profile:part.birth-date');
  const present = must(own.data.birthDates.at(-1), 'a young person has a date of birth');
  const before = own.data.birthDates.slice(0, -1).toReversed();
  return (
    <Section title={title} aside={<WayIn person={person.id} form="birth-date" what={title} />}>
      <SummaryList
        facts={[
          {label: t('profile:field.birthDate'), value: format.longDate(present.date)},
          {label: t('profile:field.birthStatus'), value: t(`codes:birthDate.${present.status}`)},
          ...before.map((each, index) => ({
            label: t('profile:birth.before', {number: before.length - index}),
            value: t('profile:birth.beforeHeld', {date: format.longDate(each.date), from: format.longDate(each.heldFrom)}),
          })),
        ]}
      />
    </Section>
  );
}
