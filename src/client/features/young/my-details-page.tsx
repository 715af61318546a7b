/** My details: how I like to be called and reached, in which language, and what else is known of me that is mine to see. */
import {DetailsForm} from '#client/case/person/details-form.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Page} from '#client/ui/page.tsx';
import {AboutMe} from './about-me.tsx';
import {MyRights} from './my-rights.tsx';

export function MyDetailsPage() {
  const {t} = useText();
  const {vault} = useOpenVault();
  const own = vault.session.holder;
  const record = useMemory(memory => memory.records(own, 'young-person')[0], [own]);
  return (
    <Page title={t('details:young.title')}>
      {record ? (
        <>
          <p>{t('details:young.intro')}</p>
          <DetailsForm key={record.id} record={record} />
          <AboutMe own={own} />
          <MyRights own={own} />
        </>
      ) : (
        <EmptyState>
          <p>{t('details:none')}</p>
        </EmptyState>
      )}
    </Page>
  );
}
