/** An address that leads nowhere. */
import {useText} from '#client/i18n/text.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Page} from '#client/ui/page.tsx';

export function NotFoundPage() {
  const {t} = useText();
  return (
    <Page title={t('common:notFound.title')}>
      <EmptyState>
        <p>{t('common:notFound.words')}</p>
        <LinkButton to="/">{t('common:notFound.home')}</LinkButton>
      </EmptyState>
    </Page>
  );
}
