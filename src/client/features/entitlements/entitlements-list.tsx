/** What somebody is entitled to, in groups: now, next, on a condition, to be asked, and what has ended; each with its reason. */
import type {ReactNode} from 'react';
import {ENTITLEMENT_STATES} from '#domain/entitlements/codes.ts';
import type {EntitlementItem} from '#domain/entitlements/entitlements.ts';
import {endedWords} from '#client/case/entitlements/ended-words.ts';
import {useText} from '#client/i18n/text.ts';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';

interface ListProps {
  readonly items: readonly EntitlementItem[];
  /** Whose words it speaks. */
  readonly reader: 'own' | 'staff';
  /** What the authority pays for a course of higher education; null where this device has not been told. */
  readonly higherEducationPence: number | null;
  /** Where each stands, for whoever has to show it. */
  readonly source?: (item: EntitlementItem) => ReactNode;
}

export function EntitlementsList({items, reader, higherEducationPence, source}: ListProps) {
  const {t} = useText();
  if (items.length === 0)
    return (
      <EmptyState>
        <p>{t(reader === 'staff' ? 'entitlements:none.staff' : 'entitlements:none')}</p>
      </EmptyState>
    );
  return (
    <>
      {ENTITLEMENT_STATES.map(state => {
        const these = items.filter(each => each.state === state);
        return (
          these.length > 0 && (
            <Section key={state} title={t(`entitlements:group.${state}`)}>
              <CardList columns>
                {these.map(each => (
                  <li key={each.what}>
                    <Item item={each} reader={reader} pence={each.what === 'he_amount' ? higherEducationPence : null}>
                      {source?.(each)}
                    </Item>
                  </li>
                ))}
              </CardList>
            </Section>
          )
        );
      })}
    </>
  );
}

interface ItemProps {
  readonly item: EntitlementItem;
  readonly reader: 'own' | 'staff';
  readonly pence: number | null;
  readonly children: ReactNode;
}

function Item({item, reader, pence, children}: ItemProps) {
  const {t, format} = useText();
  const {what, why, from, until} = item;
  // What it was and why is said of what is owed, and would be untrue of what is over.
  if (item.state === 'ended')
    return (
      <Card level={3} title={t(`entitlements:what.${what}`)}>
        <p>{endedWords({t, format}, item, reader)}</p>
        {children}
      </Card>
    );
  return (
    <Card level={3} title={t(`entitlements:what.${what}`)}>
      <p>{t(`entitlements:${reader}.${what}`)}</p>
      <p className="app-quiet">{t(`entitlements:why.${reader}.${why}`)}</p>
      {pence !== null && <p>{t('entitlements:amount', {amount: format.money(pence)})}</p>}
      {item.state === 'next' && from !== null && <p>{t('entitlements:from', {date: format.longDate(from)})}</p>}
      {until !== null && <p>{t('entitlements:until', {date: format.longDate(until)})}</p>}
      {children}
    </Card>
  );
}
