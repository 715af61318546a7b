/** Where a plan was to be read or written and there is none any more: what became of it stands in My plan. */
import type {ReactNode} from 'react';
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

/** While a manager reads the plan nobody writes in it: what can be read stands below. */
export function WithManager({title, children}: {readonly title: string; readonly children?: ReactNode}) {
  const {t} = useText();
  return (
    <Page title={title} caption={t('young:newPlan.title')}>
      <p>{t('young:newPlan.manager')}</p>
      {children ?? (
        <LinkButton look="second" to="/my-plan/new">
          {t('young:newPlan.back')}
        </LinkButton>
      )}
    </Page>
  );
}
