/** Rights now and next on paper: for the young person in words to them, for staff with where each stands. */
import type {ReactNode} from 'react';
import {ENTITLEMENT_STATES} from '#domain/entitlements/codes.ts';
import type {EntitlementItem} from '#domain/entitlements/entitlements.ts';
import {useText, type Text} from '#client/i18n/text.ts';
import {PaperPart, PaperTable} from './paper.tsx';
import type {PaperFile} from './paper-file.ts';

export interface Rights {
  readonly items: readonly EntitlementItem[];
  readonly higherEducationPence: number | null;
}

/** More of an item for whoever has to show it. */
export type MoreOfRight = (item: EntitlementItem, text: Text) => readonly string[];

/** What the server keeps for the young person's own phone; null where nothing is known. */
export function theirRights(file: PaperFile): Rights | null {
  const items = file.records(file.person, 'entitlements')[0]?.data.items;
  const higherEducationPence = file.records(file.person, 'who-helps')[0]?.data.higherEducationPence ?? null;
  return items ? {items, higherEducationPence} : null;
}

export function drawRights(rights: Rights | null, reader: 'own' | 'staff', more: MoreOfRight = () => []): ReactNode | null {
  return rights && rights.items.length > 0 ? <RightsPaper rights={rights} reader={reader} more={more} /> : null;
}

interface RightsPaperProps {
  readonly rights: Rights;
  readonly reader: 'own' | 'staff';
  readonly more: MoreOfRight;
}

function RightsPaper({rights: {items, higherEducationPence}, reader, more}: RightsPaperProps) {
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
    </>
  );
}

function linesOf({t, format}: Text, item: EntitlementItem, reader: 'own' | 'staff', pence: number | null): readonly string[] {
  const {what, why, state, from, until} = item;
  return [
    t(`entitlements:${reader}.${what}`),
    t(`entitlements:why.${reader}.${why}`),
    ...(what === 'he_amount' && pence !== null ? [t('entitlements:amount', {amount: format.money(pence)})] : []),
    ...(state === 'next' && from !== null ? [t('entitlements:from', {date: format.longDate(from)})] : []),
    ...(until !== null ? [t('entitlements:until', {date: format.longDate(until)})] : []),
  ];
}
