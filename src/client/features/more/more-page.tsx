/** Everything that is not in the bar, by name and with a line of what it is for. */
import {useText} from '#client/i18n/text.ts';
import {Card, CardList} from '#client/ui/card.tsx';
import {Page} from '#client/ui/page.tsx';

export function MorePage() {
  const {t} = useText();
  return (
    <Page title={t('more:title')}>
      <CardList>
        <li>
          <Card title={t('more:sending')} to="/sync">
            <p>{t('more:sending.words')}</p>
          </Card>
        </li>
        <li>
          <Card title={t('more:settings')} to="/settings">
            <p>{t('more:settings.words')}</p>
          </Card>
        </li>
        <li>
          <Card title={t('more:guide')} to="/guide">
            <p>{t('more:guide.words')}</p>
          </Card>
        </li>
      </CardList>
    </Page>
  );
}
