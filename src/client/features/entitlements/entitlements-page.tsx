/** Rights now and next, on one page, for whoever works with somebody: worked out on this device, with each rule and its source. */
import {useParams} from 'react-router';
import {ClashLink} from '#client/case/records/clash-link.tsx';
import {entitlementsOnDevice} from '#client/case/entitlements/entitlements-on-device.ts';
import {FileNotHere} from '#client/case/person/file-not-here.tsx';
import {personOnDevice} from '#client/case/person/people-on-device.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Page} from '#client/ui/page.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {EntitlementSource} from './entitlement-source.tsx';
import {CouncilTaxPart} from './council-tax-part.tsx';
import {EntitlementsList} from './entitlements-list.tsx';

export function EntitlementsPage() {
  const {t, format} = useText();
  const {person: id = ''} = useParams();
  const today = useToday();
  const person = useMemory(memory => personOnDevice(memory, id, today), [id, today]);
  const found = useMemory(memory => entitlementsOnDevice(memory, id, today), [id, today]);
  if (!person?.holdsFile || !found)
    return (
      <Page title={t('entitlements:title')} caption={person?.knownAs}>
        <FileNotHere person={person} id={id} part="home" back={t('home:back')} />
      </Page>
    );
  return (
    <Page title={t('entitlements:title')} caption={person.knownAs}>
      <LinkButton look="quiet" to={`/people/${id}`}>
        {t('profile:back')}
      </LinkButton>
      <p className="govuk-body">{t('entitlements:intro')}</p>
      <p className="app-quiet">{t('entitlements:asOf', {date: format.longDate(today)})}</p>
      <EntitlementsList
        items={found.items}
        reader="staff"
        higherEducationPence={found.higherEducationPence}
        source={item => <EntitlementSource item={item} />}
      />
      {found.councilTax && (
        <CouncilTaxPart
          person={id}
          days={found.councilTax}
          today={today}
          reader="staff"
          letter={`/people/${id}/print/council_tax`}
          clash={household => <ClashLink record={household} label={t('person:together')} />}
        />
      )}
      <LinkButton look="second" to={`/people/${id}/print/rights`}>
        {t('entitlements:print')}
      </LinkButton>
    </Page>
  );
}
