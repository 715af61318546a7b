/** Where a plan was to be read or written and there is none any more: what became of it stands in My plan. */
import {useText} from '#client/i18n/text.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Page} from '#client/ui/page.tsx';

export function NoNewPlan() {
  const {t} = useText();
  return (
    <Page title={t('young:newPlan.title')}>
      <EmptyState>
        <p>{t('young:newPlan.none')}</p>
        <LinkButton to="/my-plan">{t('young:answer.back')}</LinkButton>
      </EmptyState>
    </Page>
  );
}

/** While a manager reads the plan nobody writes in it. */
export function WithManager({title}: {readonly title: string}) {
  const {t} = useText();
  return (
    <Page title={title}>
      <p>{t('young:newPlan.manager')}</p>
      <p>{t('young:newPlan.manager.ask')}</p>
      <LinkButton to="/my-plan/new">{t('young:newPlan.back')}</LinkButton>
      <p>
        <LinkButton look="second" to="/ask-review">
          {t('young:plan.review')}
        </LinkButton>
      </p>
    </Page>
  );
}
