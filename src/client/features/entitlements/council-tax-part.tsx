/** Council tax explained for the home of the day: the status, who else lives there, what it comes to, and the letter. */
import type {ReactNode} from 'react';
import {presentStay} from '#domain/accommodation/present-stay.ts';
import {councilTaxEffect, type CouncilTaxDays} from '#domain/entitlements/council-tax.ts';
import {isHeld, saidApart} from '#domain/entitlements/household-now.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {struckOut} from '#domain/shared/record.ts';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {endedWords} from '#client/case/entitlements/ended-words.ts';
import {householdWords} from '#client/case/entitlements/household-words.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Card, Section} from '#client/ui/card.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {HouseholdForm} from './household-form.tsx';

interface CouncilTaxProps {
  readonly person: Id;
  readonly days: CouncilTaxDays;
  readonly today: CalendarDate;
  readonly reader: 'own' | 'staff';
  readonly letter: string;
  /** The way to two versions, for whoever chooses between them. */
  readonly clash?: (household: Folded<'household'>) => ReactNode;
}

export function CouncilTaxPart({person, days, today, reader, letter, clash}: CouncilTaxProps) {
  const text = useText();
  const {t, format} = text;
  const household = useMemory(memory => memory.records(person, 'household')[0], [person]);
  const stay = useMemory(
    memory =>
      presentStay(
        memory.records(person, 'stay').filter(each => !struckOut(each)),
        today,
      ),
    [person, today],
  );
  const isAway = isHeld(stay?.data);
  const isNow = today >= days.from && today <= days.until;
  const isOver = today > days.until;
  const isApart = household !== undefined && saidApart(household);
  const effect = household && councilTaxEffect(household.data);
  const hasMoved = household && stay?.data.startOn && household.data.asOf < stay.data.startOn;
  return (
    <Section title={t('entitlements:tax.title')}>
      <Card level={3} title={t('entitlements:what.council_tax')}>
        <p>
          {isOver
            ? endedWords(text, days, reader)
            : t(reader === 'own' ? 'entitlements:tax.notNow.own' : 'entitlements:tax.notNow', {
                from: format.longDate(days.from),
                until: format.longDate(days.until),
              })}
        </p>
        {isOver ? null : isAway ? (
          <p>{t(`entitlements:tax.held.${reader}`)}</p>
        ) : household === undefined || effect === undefined ? (
          <p>
            <StatusText tone="waiting">{t('entitlements:tax.askWho')}</StatusText>
          </p>
        ) : (
          <>
            {isApart && (
              <p>
                <StatusText tone="attention">{t(`entitlements:tax.apart.${reader}`)}</StatusText>
              </p>
            )}
            {isNow && !isApart && !hasMoved && (
              <p>
                <strong>{t(reader === 'own' ? `entitlements:tax.effect.${effect}.own` : `entitlements:tax.effect.${effect}`)}</strong>
              </p>
            )}
            {!isApart && (
              <p>{t('entitlements:tax.said', {date: format.longDate(household.data.asOf), who: householdWords(text, household.data)})}</p>
            )}
            {household.data.payer === 'somebody_else' && !isApart && !hasMoved && <p>{t('entitlements:tax.otherPays')}</p>}
            {hasMoved && (
              <p>
                <StatusText tone="attention">{t('entitlements:tax.moved')}</StatusText>
              </p>
            )}
            {clash?.(household)}
            <DeliveryLine delivery={household.delivery} />
          </>
        )}
        {!isOver && !isAway && <HouseholdForm person={person} household={household} reader={reader} />}
        {isNow && (
          <LinkButton look="second" to={letter}>
            {t('entitlements:tax.letter')}
          </LinkButton>
        )}
      </Card>
    </Section>
  );
}
