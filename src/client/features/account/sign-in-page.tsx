/** Signing in, needed once on a device and again when the server's session has ended. Says plainly when it needs a connection. */
import {useState, type FormEvent} from 'react';
import {exchangeMessage} from '#client/online/exchange-message.ts';
import {useText} from '#client/i18n/text.ts';
import {isYoungPersonsName} from '#client/sync/contract.ts';
import {useDevice, usePhase} from '#client/sync/device-context.ts';
import {Button, LinkButton} from '#client/ui/button.tsx';
import {Details} from '#client/ui/details.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {SecretInput, TextInput} from '#client/ui/field.tsx';
import {Page} from '#client/ui/page.tsx';

interface SignInPageProps {
  readonly onSignedIn?: () => void;
  /** After a reset the server wants a new password, chosen as with an invitation. */
  readonly onChoosePassword: (token: string) => void;
}

export function SignInPage({onSignedIn, onChoosePassword}: SignInPageProps) {
  const {t} = useText();
  const {accounts} = useDevice();
  const phase = usePhase();
  // Signing in again while the vault is open: the device knows whose it is, and only the secret is asked for.
  const [name, setName] = useState(phase.kind === 'open' ? phase.vault.session.signInName : '');
  const [password, setPassword] = useState('');
  const [faults, setFaults] = useState<readonly ('name' | 'password')[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);

  async function signIn(event: FormEvent) {
    event.preventDefault();
    const missing = [name.trim() === '' && 'name', password === '' && 'password'].filter(fault => fault === 'name' || fault === 'password');
    setFaults(missing);
    setRefused(null);
    setAttempt(count => count + 1);
    if (missing.length > 0) return;
    setBusy(true);
    const answer = await accounts.signIn(name.trim(), password);
    setBusy(false);
    if (answer.ok) onSignedIn?.();
    else if (answer.code === 'choose_password' && answer.token !== undefined) onChoosePassword(answer.token);
    else setRefused(exchangeMessage(answer, t));
  }

  const messages = {name: t('sign-in:name.missing'), password: t('sign-in:password.missing')};
  const errors: FormError[] = [
    ...faults.map(field => ({field, message: messages[field]})),
    ...(refused === null ? [] : [{field: null, message: refused}]),
  ];
  const of = (field: 'name' | 'password') => (faults.includes(field) ? messages[field] : undefined);

  return (
    <Page title={t('sign-in:title')} hasError={errors.length > 0} above={<ErrorSummary errors={errors} attempt={attempt} />}>
      <p className="govuk-body">{t('sign-in:intro')}</p>
      <form noValidate autoComplete="off" onSubmit={event => void signIn(event)}>
        <TextInput
          id="name"
          label={t('sign-in:name')}
          hint={t('sign-in:name.hint')}
          value={name}
          onChange={setName}
          type="email"
          autoComplete="username"
          error={of('name')}
        />
        <SecretInput
          id="password"
          label={t(isYoungPersonsName(name) ? 'sign-in:passphrase' : 'sign-in:password')}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          error={of('password')}
        />
        <Button submits busy={busy}>
          {busy ? t('sign-in:busy') : t('sign-in:submit')}
        </Button>
      </form>
      <p>
        <LinkButton look="quiet" to="/join">
          {t('sign-in:join.link')}
        </LinkButton>
      </p>
      <Details summary={t('sign-in:haveInvitation')}>{t('sign-in:invitation.words')}</Details>
      <Details summary={t('sign-in:forgotten')}>
        <p>{t('sign-in:forgotten.words')}</p>
        <p>{t('sign-in:forgotten.young')}</p>
      </Details>
    </Page>
  );
}
