/** After saving: where the words are now, kept up to date while the screen stays open, and where to go next. */
import {may} from '#domain/access/permissions.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';

export function ContactSaved({contact, person, name}: {readonly contact: Id; readonly person: Id; readonly name: string}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const delivery = useMemory(memory => memory.record(contact)?.delivery ?? 'saved_here', [contact]);
  return (
    <Page title={t('contact:titleFor', {name})} windowTitle={t('contact:title')}>
      <Notice tone={delivery === 'accepted' ? 'good' : 'calm'} title={t(`sync:delivery.${delivery}`)} say>
        {delivery === 'saved_here' && <p>{t('contact:saved.words')}</p>}
      </Notice>
      <LinkButton to={`/people/${person}`}>{t('contact:saved.person', {name})}</LinkButton>
      {may(vault.session.role, 'fund.ask', true) && (
        <LinkButton look="second" to={`/people/${person}/new-request`}>
          {t('contact:saved.fund', {name})}
        </LinkButton>
      )}
      <LinkButton look="second" to="/record">
        {t('contact:saved.another')}
      </LinkButton>
      <LinkButton look="quiet" to="/today">
        {t('contact:saved.today')}
      </LinkButton>
    </Page>
  );
}
