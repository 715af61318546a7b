/** My rights, now and next, as the server keeps them for this phone, which holds a part of the file; who lives in the home is the young person's own to say. */
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Page} from '#client/ui/page.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {CouncilTaxPart} from './council-tax-part.tsx';
import {EntitlementsList} from './entitlements-list.tsx';

export function OwnEntitlementsPage() {
  const {t} = useText();
  const {vault} = useOpenVault();
  const today = useToday();
  const {holder} = vault.session;
  const found = useMemory(memory => memory.records(holder, 'entitlements')[0]?.data, [holder]);
  const pence = useMemory(memory => memory.records(holder, 'who-helps')[0]?.data.higherEducationPence ?? null, [holder]);
  return (
    <Page title={t('entitlements:title.own')}>
      <p>{t('entitlements:intro.own')}</p>
      <EntitlementsList items={found?.items ?? []} reader="own" higherEducationPence={pence} />
      {found?.councilTax && (
        <CouncilTaxPart person={holder} days={found.councilTax} today={today} reader="own" letter="/print?what=council_tax" />
      )}
      {found && (
        <LinkButton look="second" to="/print?what=rights">
          {t('entitlements:print')}
        </LinkButton>
      )}
    </Page>
  );
}
