/** Help, always one press away: danger first, then people, then rights, then how the app works. */
import {Link} from '#client/ui/link.tsx';
import {useText} from '#client/i18n/text.ts';
import {MEIC} from '#client/case/contact/national-numbers.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {Page} from '#client/ui/page.tsx';
import {CallLink, CallList} from './call-list.tsx';
import {useOwnFile} from './own-file.ts';

export function HelpPage() {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const {help} = useOwnFile();
  return (
    <Page title={t('young:help.title')}>
      <Section title={t('young:help.emergency')}>
        <p>{t('young:help.999')}</p>
        <CallLink number="999" />
        <p>{t('young:help.111')}</p>
        <CallLink number="111" />
        <LinkButton to="/help-now">{t('young:alarm.title')}</LinkButton>
      </Section>
      <Section title={t('young:help.people')}>
        <CallList help={help} />
      </Section>
      {(help?.helpText || help?.welcomeText) && (
        <Section title={t('young:help.council')}>
          {[help.welcomeText, help.helpText].map(
            text =>
              text && (
                <p key={text.en} className="app-words__text">
                  {text[language]}
                </p>
              ),
          )}
        </Section>
      )}
      <Section title={t('young:help.rights')}>
        <LinkButton look="second" to="/my-rights">
          {t('entitlements:title.own')}
        </LinkButton>
        <p>{t('young:help.rights.advocate')}</p>
        <p>{t('young:help.meic')}</p>
        <CallLink number={MEIC} />
        <p>{help?.complaintText ? help.complaintText[language] : t('young:help.rights.complain')}</p>
      </Section>
      <Section title={t('young:help.app')}>
        <p>{t('young:help.app.offline')}</p>
        <p>{t('young:help.app.lock')}</p>
        <p>{t('young:help.app.forgot')}</p>
        <p>{t('young:help.name', {name: vault.session.signInName})}</p>
        <p>
          <Link className="govuk-link" to="/settings">
            {t('young:help.settings')}
          </Link>
        </p>
      </Section>
    </Page>
  );
}
