/** The authority's income schemes: what each pays and to whom, which are closed, and the way to set up another with no code. */
import {may} from '#domain/access/permissions.ts';
import {isClosed, schemesOf, type KnownScheme} from '#domain/income-scheme/scheme.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Card, CardList} from '#client/ui/card.tsx';
import {Page} from '#client/ui/page.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {SchemeFacts} from './scheme-facts.tsx';

export function SchemesPage() {
  const {t} = useText();
  const {vault} = useOpenVault();
  const schemes = useMemory(memory => schemesOf(memory.records(null, 'income-scheme')), []);
  return (
    <Page title={t('authority:schemes')} caption={t('authority:title')}>
      <CardList>
        {schemes.map(scheme => (
          <li key={scheme.id}>
            <SchemeCard scheme={scheme} />
          </li>
        ))}
      </CardList>
      {may(vault.session.role, 'income-scheme.set', true) && (
        <LinkButton look="second" to="/authority/schemes/new">
          {t('authority:scheme.new')}
        </LinkButton>
      )}
    </Page>
  );
}

function SchemeCard({scheme}: {readonly scheme: KnownScheme}) {
  const {t, language} = useText();
  const today = useToday();
  const isWaiting = useMemory(
    memory => memory.records(null, 'income-scheme').some(({id, delivery}) => id === scheme.id && delivery !== 'accepted'),
    [scheme.id],
  );
  return (
    <Card title={scheme.name[language]} to={`/authority/schemes/${scheme.id}`}>
      {isClosed(scheme, today) && (
        <p>
          <StatusText>{t('authority:scheme.closed')}</StatusText>
        </p>
      )}
      <SchemeFacts scheme={scheme} />
      {isWaiting && <StatusText tone="waiting">{t('authority:waiting')}</StatusText>}
    </Card>
  );
}
