/** The authority's settings by what they are about. */
import {useText} from '#client/i18n/text.ts';
import {Card, CardList} from '#client/ui/card.tsx';
import {Page} from '#client/ui/page.tsx';
import {GROUP_NAMES} from './setting-groups.ts';

export function AuthorityPage() {
  const {t} = useText();
  return (
    <Page title={t('authority:title')}>
      <p className="govuk-hint">{t('authority:intro')}</p>
      <CardList columns>
        {GROUP_NAMES.map(group => (
          <li key={group}>
            <Card title={t(`authority:group.${group}`)} to={`/authority/${group}`}>
              <p>{t(`authority:group.${group}.words`)}</p>
            </Card>
          </li>
        ))}
        {(['budgets', 'schemes', 'teams', 'people'] as const).map(part => (
          <li key={part}>
            <Card title={t(`authority:${part}`)} to={`/authority/${part}`}>
              <p>{t(`authority:${part}.words`)}</p>
            </Card>
          </li>
        ))}
      </CardList>
    </Page>
  );
}
