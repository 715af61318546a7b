/** Everything that is not in the bar, by name and with a line of what it is for. */
import {may} from '#domain/access/permissions.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import {Card, CardList} from '#client/ui/card.tsx';
import {Page} from '#client/ui/page.tsx';
import {Noticed} from './noticed.tsx';

export function MorePage() {
  const {t} = useText();
  const {vault} = useOpenVault();
  const settles = may(vault.session.role, 'parked.settle', false);
  return (
    <Page title={t('more:title')}>
      <CardList>
        <li>
          <Card title={t('more:sending')} to="/sync">
            <p>{t('more:sending.words')}</p>
          </Card>
        </li>
        {settles && (
          <>
            <li>
              <Card title={t('team:fund.title')} to="/fund">
                <p>{t('team:fund.words')}</p>
              </Card>
            </li>
            <li>
              <Card title={t('import-holds:title')} to="/import">
                <p>{t('more:import.words')}</p>
              </Card>
            </li>
            <li>
              <Card title={t('parked:title')} to="/parked">
                <p>{t('more:parked.words')}</p>
              </Card>
            </li>
          </>
        )}
        {may(vault.session.role, 'fund.pay', false) && (
          <li>
            <Card title={t('more:payments')} to="/payments">
              <p>{t('more:payments.words')}</p>
            </Card>
          </li>
        )}
        {may(vault.session.role, 'evaluation.report', false) && (
          <li>
            <Card title={t('more:schemes')} to="/schemes">
              <p>{t('more:schemes.words')}</p>
            </Card>
          </li>
        )}
        {may(vault.session.role, 'statutory.export', false) && (
          <li>
            <Card title={t('more:returns')} to="/returns">
              <p>{t('more:returns.words')}</p>
            </Card>
          </li>
        )}
        <li>
          <Card title={t('more:authority')} to="/authority">
            <p>{t('more:authority.words')}</p>
          </Card>
        </li>
        <li>
          <Card title={t('more:settings')} to="/settings">
            <p>{t('more:settings.words')}</p>
          </Card>
        </li>
        {may(vault.session.role, 'notification.receive', false) && (
          <li>
            <Card title={t('more:notifications')} to="/notifications">
              <p>{t('more:notifications.words')}</p>
            </Card>
          </li>
        )}
        <li>
          <Card title={t('more:guide')} to="/guide">
            <p>{t('more:guide.words')}</p>
          </Card>
        </li>
      </CardList>
      {may(vault.session.role, 'alarms.read', false) && <Noticed />}
    </Page>
  );
}
