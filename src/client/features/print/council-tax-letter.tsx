/** A letter to the council-tax office, in the language of whoever reads it: the status and its days, who lives there, and what is asked. */
import type {ReactNode} from 'react';
import {presentStay} from '#domain/accommodation/present-stay.ts';
import {councilTaxDaysOf, councilTaxEffect, type CouncilTaxDays} from '#domain/entitlements/council-tax.ts';
import {householdOf} from '#domain/entitlements/household-now.ts';
import type {PersonSummary} from '#domain/young-person/summary.ts';
import {householdWords} from '#client/case/entitlements/household-words.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import {PaperPart} from './paper.tsx';
import type {PaperFile} from './paper-file.ts';

/** From what this reader's device holds: the server's record on the young person's phone, the category elsewhere. Null: there is no status to write of. */
function daysOf(file: PaperFile, category: PersonSummary['category'] | null): CouncilTaxDays | null {
  const kept = file.records(file.person, 'entitlements')[0]?.data.councilTax;
  const born = file.records(file.person, 'young-person')[0]?.data.birthDates.at(-1)?.date;
  const days = kept ?? (category !== null && born ? councilTaxDaysOf(category, born) : null);
  return days && file.today >= days.from && file.today <= days.until ? days : null;
}

export function drawCouncilTax(file: PaperFile, category: PersonSummary['category'] | null): ReactNode | null {
  const days = daysOf(file, category);
  return days && <Letter file={file} days={days} />;
}

function Letter({file, days}: {readonly file: PaperFile; readonly days: CouncilTaxDays}) {
  const text = useText();
  const {t, format, language} = text;
  const {vault} = useOpenVault();
  const own = file.records(file.person, 'young-person')[0]?.data;
  if (!own) return null;
  const name = `${own.forename} ${own.surname}`;
  const born = own.birthDates.at(-1)?.date;
  const stay = presentStay(file.records(file.person, 'stay'), file.today)?.data;
  // One home's address, never a street of one and a town of another.
  const {address: street, town, postcode} = stay?.address ? stay : own;
  const address = [street, town, postcode].filter(Boolean).join(', ');
  const known = householdOf(file.records(file.person, 'household')[0], stay);
  return (
    <PaperPart title={t('entitlements:letter.title')}>
      <p>{format.longDate(file.today)}</p>
      <p>
        <strong>{t('entitlements:letter.about', {name, date: born ? format.longDate(born) : ''})}</strong>
      </p>
      {address !== '' && <p>{t('entitlements:letter.address', {address})}</p>}
      <p>{t('entitlements:letter.status', {name, from: format.longDate(days.from), until: format.longDate(days.until)})}</p>
      {known && <p>{t('entitlements:letter.household', {date: format.longDate(known.asOf), who: householdWords(text, known)})}</p>}
      <p>{t(`entitlements:letter.ask.${known ? councilTaxEffect(known) : 'unknown'}`, {name})}</p>
      <p>{t('entitlements:letter.sign', {authority: vault.session.authority[language]})}</p>
      <p>{t('entitlements:letter.signed')}</p>
      <p>{t('entitlements:letter.language')}</p>
    </PaperPart>
  );
}
