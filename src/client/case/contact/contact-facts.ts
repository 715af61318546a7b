/** What was said of a contact beside its note: label and value, the same in the file and on paper. Nothing said: not in the list. */
import type {Contact} from '#domain/contact/contact.ts';
import type {Words} from '#domain/shared/fields.ts';
import type {Text} from '#client/i18n/text.ts';

export interface ContactFact {
  readonly label: string;
  readonly value: string;
  /** As somebody entered it, translated by nobody. */
  readonly isWritten: boolean;
}

export function contactFacts(contact: Contact, {t}: Pick<Text, 't'>): readonly ContactFact[] {
  const written = (label: string, value: string | null | undefined) => (value ? [{label, value, isWritten: true}] : []);
  const flag = (name: 'homeSeen' | 'homeConfirmed' | 'activityConfirmed') => {
    const value = contact[name] ?? null;
    return value === null
      ? []
      : [{label: t(`contact:more.${name}`), value: t(value ? `contact:more.${name}.yes` : `contact:more.${name}.no`), isWritten: false}];
  };
  return [
    ...written(t('contact:more.purpose'), contact.purpose),
    ...(contact.direction
      ? [{label: t('contact:more.direction'), value: t(`codes:direction.${contact.direction}`), isWritten: false}]
      : []),
    ...written(t('contact:more.alsoThere'), contact.alsoThere),
    ...flag('homeSeen'),
    ...flag('homeConfirmed'),
    ...flag('activityConfirmed'),
    ...written(t('contact:more.service'), contact.service),
  ];
}

/** The longer texts, each with its label. */
export function contactTexts(contact: Contact, {t}: Pick<Text, 't'>): readonly {readonly label: string; readonly words: Words}[] {
  return (
    [
      ['contact:more.said', contact.saidByYoungPerson],
      ['contact:more.wellbeing', contact.wellbeing],
      ['contact:more.concerns', contact.concerns],
    ] as const
  ).flatMap(([label, words]) => (words ? [{label: t(label), words}] : []));
}
