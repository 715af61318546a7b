/** Contact details of one person, for those who work with them. */
import {useParams} from 'react-router';
import {may} from '#domain/access/permissions.ts';
import {DetailsForm} from '#client/case/person/details-form.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Page} from '#client/ui/page.tsx';
import {SafeCall} from './safe-call-form.tsx';

export function DetailsPage() {
  const {t} = useText();
  const {vault} = useOpenVault();
  const {person = ''} = useParams();
  const record = useMemory(memory => memory.records(person, 'young-person')[0], [person]);
  const name = useMemory(memory => memory.records(person, 'summary')[0]?.data.knownAs, [person]);
  if (!record || !may(vault.session.role, 'details.change', true))
    return (
      <Page title={t('details:title')}>
        <EmptyState>
          <p>{t('details:none')}</p>
          <LinkButton look="quiet" to="/people">
            {t('people:title')}
          </LinkButton>
        </EmptyState>
      </Page>
    );
  return (
    <Page title={t('details:title')} caption={name}>
      <LinkButton look="quiet" to={`/people/${person}`}>
        {t('details:back')}
      </LinkButton>
      <p className="govuk-body">{t('details:intro')}</p>
      <DetailsForm key={record.id} record={record} />
      <SafeCall person={person} />
    </Page>
  );
}
