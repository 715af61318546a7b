/** Where an entitlement stands: its rules by their ids, and their sources, for whoever has to show it. */
import {ENTITLEMENT_SOURCES} from '#domain/entitlements/entitlement-sources.ts';
import type {EntitlementItem} from '#domain/entitlements/entitlements.ts';
import {provisionWords} from '#client/case/entitlements/provision-words.ts';
import {useText} from '#client/i18n/text.ts';
import {Details} from '#client/ui/details.tsx';

export function EntitlementSource({item}: {readonly item: EntitlementItem}) {
  const text = useText();
  const {t} = text;
  const numbered = item.rules.filter(rule => rule.startsWith('R-'));
  return (
    <Details summary={t('entitlements:why')}>
      {numbered.length > 0 && <p>{t('entitlements:rules', {rules: numbered.join(', ')})}</p>}
      {item.rules.map(rule => {
        const {basis, sources} = ENTITLEMENT_SOURCES[rule];
        return (
          <p key={rule}>
            {t('entitlements:source', {source: sources.map(source => provisionWords(text, source)).join('; ')})}
            <br />
            <span className="app-quiet">{t(`reasons:basis.${basis}`)}</span>
          </p>
        );
      })}
    </Details>
  );
}
