/** Rights now and next on paper: for the young person in words to them, for staff with the rule and where it stands. */
import type {ReactNode} from 'react';
import {ENTITLEMENT_STATES} from '#domain/entitlements/codes.ts';
import {ENTITLEMENT_SOURCES} from '#domain/entitlements/entitlement-sources.ts';
import type {EntitlementItem} from '#domain/entitlements/entitlements.ts';
import {entitlementsOnDevice} from '#client/features/entitlements/entitlements-on-device.ts';
import {provisionWords} from '#client/features/entitlements/provision-words.ts';
import {useText, type Text} from '#client/i18n/text.ts';
import type {MemoryStore} from '#client/vault/contract.ts';
import {PaperPart, PaperTable} from './paper.tsx';
import type {PaperFile} from './paper-file.ts';

interface Rights {
  readonly items: readonly EntitlementItem[];
  readonly higherEducationPence: number | null;
}

/** For them: what the server keeps for their phone. For staff: worked out of the whole file. Null: nothing is known. */
function rightsOf(file: PaperFile, memory: MemoryStore): Rights | null {
  if (file.reader === 'staff') return entitlementsOnDevice(memory, file.person, file.today);
  const items = file.records(file.person, 'entitlements')[0]?.data.items;
  const higherEducationPence = file.records(file.person, 'who-helps')[0]?.data.higherEducationPence ?? null;
  return items ? {items, higherEducationPence} : null;
}

export function drawRights(file: PaperFile, memory: MemoryStore): ReactNode | null {
  const rights = rightsOf(file, memory);
  return rights && rights.items.length > 0 ? <RightsPaper rights={rights} reader={file.reader === 'staff' ? 'staff' : 'own'} /> : null;
}

function RightsPaper({rights, reader}: {readonly rights: Rights; readonly reader: 'own' | 'staff'}) {
  const text = useText();
  const {t} = text;
  return (
    <>
      <p>{t(reader === 'own' ? 'entitlements:intro.own' : 'entitlements:intro')}</p>
      {ENTITLEMENT_STATES.map(state => {
        const these = rights.items.filter(each => each.state === state);
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
                    linesOf(text, item, reader, rights.higherEducationPence).map(line => <p key={line}>{line}</p>),
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

function linesOf(text: Text, item: EntitlementItem, reader: 'own' | 'staff', pence: number | null): readonly string[] {
  const {t, format} = text;
  const {what, why, state, from, until, rules} = item;
  const lines = [t(`entitlements:${reader}.${what}`), t(`entitlements:why.${reader}.${why}`)];
  if (what === 'he_amount' && pence !== null) lines.push(t('entitlements:amount', {amount: format.money(pence)}));
  if (state === 'next' && from !== null) lines.push(t('entitlements:from', {date: format.longDate(from)}));
  if (until !== null) lines.push(t('entitlements:until', {date: format.longDate(until)}));
  if (reader === 'staff') {
    const sources = rules.flatMap(rule => ENTITLEMENT_SOURCES[rule].sources.map(source => provisionWords(text, source)));
    lines.push(t('entitlements:source', {source: [...new Set(sources)].join('; ')}));
  }
  return lines;
}
