/**
 * What somebody should know before a request is sent: whom the fund is for and whether they are among them, what it does not
 * pay for, and what the council may have to pay anyway. None of it keeps anybody from asking.
 */
import type {SpendType} from '#domain/fund/codes.ts';
import {dutiesToConsider} from '#domain/fund/duties.ts';
import {fundEligibility, type Eligibility} from '#domain/fund/eligibility.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {Section} from '#client/ui/card.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {useToday} from '#client/ui/use-today.ts';

interface BeforeAskingProps {
  readonly person: Id;
  readonly help: DataOf<'who-helps'> | undefined;
  readonly type: SpendType | null;
}

export function BeforeAsking({person, help, type}: BeforeAskingProps) {
  const {t, language} = useText();
  const exclusions = help?.fund?.exclusions ?? null;
  return (
    <Section title={t('young:ask.before')}>
      <h3 className="govuk-heading-s">{t('young:ask.for')}</h3>
      <ForWhom person={person} />
      {exclusions !== null && (
        <>
          <h3 className="govuk-heading-s">{t('young:ask.notFor')}</h3>
          <p className="app-words__text">{exclusions[language]}</p>
        </>
      )}
      <Duties person={person} type={type} />
    </Section>
  );
}

/** This phone does not hold everything that the council knows: it never says no for the council. */
const reasonShown = ({reason}: Eligibility) => (reason === 'died' || reason === 'birth_unknown' ? 'unknown' : reason);

function ForWhom({person}: {readonly person: Id}) {
  const {t} = useText();
  const today = useToday();
  const found = useMemory(memory => fundEligibility(memory.file(person), today), [person, today]);
  return (
    <>
      <p>{t(`young:ask.for.${reasonShown(found)}`)}</p>
      {found.answer === 'no' && <p>{t('young:ask.for.still')}</p>}
    </>
  );
}

function Duties({person, type}: Omit<BeforeAskingProps, 'help'>) {
  const {t} = useText();
  const today = useToday();
  const duties = useMemory(memory => dutiesToConsider(memory.file(person), type, today), [person, type, today]);
  if (duties.length === 0) return null;
  return (
    <Notice title={t('young:duty.title')}>
      <ul className="govuk-list govuk-list--bullet">
        {duties.map(({duty}) => (
          <li key={duty}>{t(`young:duty.${duty}`)}</li>
        ))}
      </ul>
      <p>{t('young:duty.send')}</p>
    </Notice>
  );
}
