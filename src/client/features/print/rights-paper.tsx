/** Rights now and next on paper: for the young person in words to them, for staff with where each stands. */
import type {ReactNode} from 'react';
import {presentStay} from '#domain/accommodation/present-stay.ts';
import {ENTITLEMENT_STATES} from '#domain/entitlements/codes.ts';
import {councilTaxEffect, type CouncilTaxDays} from '#domain/entitlements/council-tax.ts';
import {householdOf, isHeld, saidApart} from '#domain/entitlements/household-now.ts';
import type {EntitlementItem, Entitlements} from '#domain/entitlements/entitlements.ts';
import {endedWords} from '#client/case/entitlements/ended-words.ts';
import {householdWords} from '#client/case/entitlements/household-words.ts';
import {useText, type Text} from '#client/i18n/text.ts';
import {PaperPart, PaperTable} from './paper.tsx';
import type {PaperFile} from './paper-file.ts';

export interface Rights extends Entitlements {
  readonly higherEducationPence: number | null;
}

/** More of an item for whoever has to show it. */
export type MoreOfRight = (item: EntitlementItem, text: Text) => readonly string[];

/** What the server keeps for the young person's own phone; null where nothing is known. */
export function theirRights(file: PaperFile): Rights | null {
  const kept = file.records(file.person, 'entitlements')[0]?.data;
  const higherEducationPence = file.records(file.person, 'who-helps')[0]?.data.higherEducationPence ?? null;
  return kept ? {...kept, higherEducationPence} : null;
}

export function drawRights(file: PaperFile, rights: Rights | null, more: MoreOfRight = () => []): ReactNode | null {
  return rights && rights.items.length > 0 ? <RightsPaper file={file} rights={rights} more={more} /> : null;
}

interface RightsPaperProps {
  readonly file: PaperFile;
  readonly rights: Rights;
  readonly more: MoreOfRight;
}

function RightsPaper({file, rights: {items, councilTax, higherEducationPence}, more}: RightsPaperProps) {
  const reader = file.reader === 'staff' ? 'staff' : 'own';
  const text = useText();
  const {t} = text;
  return (
    <>
      <p>{t(reader === 'own' ? 'entitlements:intro.own' : 'entitlements:intro')}</p>
      {ENTITLEMENT_STATES.map(state => {
        const these = items.filter(each => each.state === state);
        return (
          these.length > 0 && (
            <PaperPart key={state} title={t(`entitlements:group.${state}`)}>
              <PaperTable
                caption={t(`entitlements:group.${state}`)}
                head={[t('entitlements:paper.what'), t('entitlements:paper.means')]}
                look="happened"
                rows={these.map(item => ({
                  key: item.what,
                  cells: [
                    t(`entitlements:what.${item.what}`),
                    [...linesOf(text, item, reader, higherEducationPence), ...more(item, text)].map(line => <p key={line}>{line}</p>),
                  ],
                }))}
              />
            </PaperPart>
          )
        );
      })}
      {councilTax && <CouncilTax file={file} days={councilTax} reader={reader} />}
    </>
  );
}

interface CouncilTaxProps {
  readonly file: PaperFile;
  readonly days: CouncilTaxDays;
  readonly reader: 'own' | 'staff';
}

/** What it comes to in the home of the day, as far as somebody has said who lives there. */
function CouncilTax({file, days, reader}: CouncilTaxProps) {
  const text = useText();
  const {t, format} = text;
  if (file.today > days.until) return null;
  const stay = presentStay(file.records(file.person, 'stay'), file.today)?.data;
  const household = file.records(file.person, 'household')[0];
  const known = householdOf(household, stay);
  const effect = known && councilTaxEffect(known);
  return (
    <PaperPart title={t('entitlements:tax.title')}>
      <p>
        {t(reader === 'own' ? 'entitlements:tax.notNow.own' : 'entitlements:tax.notNow', {
          from: format.longDate(days.from),
          until: format.longDate(days.until),
        })}
      </p>
      {known === undefined && (
        <p>
          {t(
            isHeld(stay)
              ? `entitlements:tax.held.${reader}`
              : household !== undefined && saidApart(household)
                ? `entitlements:tax.apart.${reader}`
                : 'entitlements:tax.askWho',
          )}
        </p>
      )}
      {effect !== undefined && file.today >= days.from && (
        <p>{t(reader === 'own' ? `entitlements:tax.effect.${effect}.own` : `entitlements:tax.effect.${effect}`)}</p>
      )}
      {known && <p>{t('entitlements:tax.said', {date: format.longDate(known.asOf), who: householdWords(text, known)})}</p>}
    </PaperPart>
  );
}

function linesOf(text: Text, item: EntitlementItem, reader: 'own' | 'staff', pence: number | null): readonly string[] {
  const {t, format} = text;
  const {what, why, state, from, until} = item;
  if (state === 'ended') return [endedWords(text, item, reader)];
  return [
    t(`entitlements:${reader}.${what}`),
    t(`entitlements:why.${reader}.${why}`),
    ...(what === 'he_amount' && pence !== null ? [t('entitlements:amount', {amount: format.money(pence)})] : []),
    ...(state === 'next' && from !== null ? [t('entitlements:from', {date: format.longDate(from)})] : []),
    ...(until !== null ? [t('entitlements:until', {date: format.longDate(until)})] : []),
  ];
}
