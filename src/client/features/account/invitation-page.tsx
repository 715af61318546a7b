/**
 * Accepting an invitation. The token stays in the fragment of the address, which browsers never send; it leaves the
 * address bar as soon as it is read, and reaches the server only in the body of a request.
 */
import {useEffect, useState, type FormEvent} from 'react';
import {exchangeMessage} from '#client/online/exchange-message.ts';
import {useText} from '#client/i18n/text.ts';
import {PASSWORD_MINIMUM, type Accounts} from '#client/sync/contract.ts';
import {useDevice} from '#client/sync/device-context.ts';
import {Button} from '#client/ui/button.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {SecretInput} from '#client/ui/field.tsx';
import {LiveRegion} from '#client/ui/live-region.tsx';
import {Page} from '#client/ui/page.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';

type Asked = Awaited<ReturnType<Accounts['invitation']>>;
type InvitationView = Extract<Asked, {ok: true}>['value'];
type Answer = 'asking' | 'no-token' | Asked;

export function InvitationPage({onAccepted}: {readonly onAccepted: () => void}) {
  const {t} = useText();
  const {accounts} = useDevice();
  const [token] = useState(() => globalThis.location.hash.slice(1));
  const [answer, setAnswer] = useState<Answer>(token === '' ? 'no-token' : 'asking');
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    if (token === '') return;
    globalThis.history.replaceState(globalThis.history.state, '', globalThis.location.pathname);
    let current = true;
    void accounts.invitation(token).then(found => {
      if (current) setAnswer(found);
    });
    return () => {
      current = false;
    };
  }, [accounts, token, asked]);

  const title = t('sign-in:invitation.title');
  if (answer === 'asking')
    return (
      <Page title={title}>
        <LiveRegion visible>{t('sign-in:invitation.checking')}</LiveRegion>
      </Page>
    );
  if (answer === 'no-token')
    return (
      <Page title={title}>
        <EmptyState title={t('sign-in:invitation.none')}>
          <p>{t('sign-in:invitation.noneWords')}</p>
        </EmptyState>
      </Page>
    );
  if (!answer.ok) {
    return (
      <Page title={title}>
        {answer.code === 'invitation_invalid' ? (
          <EmptyState title={t('sign-in:invitation.expired')}>
            <p>{t('sign-in:invitation.expiredWords')}</p>
          </EmptyState>
        ) : (
          <EmptyState>
            <p>{exchangeMessage(answer, t)}</p>
            <Button
              look="second"
              onPress={() => {
                setAnswer('asking');
                setAsked(count => count + 1);
              }}
            >
              {t('common:tryAgain')}
            </Button>
          </EmptyState>
        )}
      </Page>
    );
  }
  return <InvitationForm token={token} invitation={answer.value} onAccepted={onAccepted} />;
}

type Fault = 'short' | 'differ';

function InvitationForm({
  token,
  invitation,
  onAccepted,
}: {
  readonly token: string;
  readonly invitation: InvitationView;
  readonly onAccepted: () => void;
}) {
  const {t, language} = useText();
  const {accounts} = useDevice();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const minimum = {minimum: PASSWORD_MINIMUM};

  async function accept(event: FormEvent) {
    event.preventDefault();
    const found: Fault | null = Array.from(password).length < PASSWORD_MINIMUM ? 'short' : password === again ? null : 'differ';
    setFault(found);
    setRefused(null);
    setAttempt(count => count + 1);
    if (found !== null) return;
    setBusy(true);
    const answer = await accounts.accept(token, password);
    setBusy(false);
    if (answer.ok) onAccepted();
    else setRefused(exchangeMessage(answer, t));
  }

  const short = fault === 'short' ? t('sign-in:newPassword.short', minimum) : undefined;
  const differ = fault === 'differ' ? t('sign-in:newPassword.differ') : undefined;
  const errors: FormError[] = [];
  if (short !== undefined) errors.push({field: 'password', message: short});
  if (differ !== undefined) errors.push({field: 'again', message: differ});
  if (refused !== null) errors.push({field: null, message: refused});
  const {authority} = invitation;

  return (
    <Page title={t('sign-in:invitation.title')} hasError={errors.length > 0} above={<ErrorSummary errors={errors} attempt={attempt} />}>
      <SummaryList
        facts={[
          {label: t('sign-in:invitation.for'), value: invitation.name},
          {label: t('sign-in:invitation.role'), value: t(`codes:role.${invitation.role}`)},
          {
            label: t('sign-in:invitation.council'),
            value: (
              <>
                {authority[language]}
                {authority.sample && (
                  <>
                    {' '}
                    <StatusText tone="waiting">{t('common:sample')}</StatusText>
                  </>
                )}
              </>
            ),
          },
          {label: t('sign-in:invitation.signInName'), value: invitation.signInName},
        ]}
      />
      <p className="govuk-body app-quiet">{t('sign-in:notThis')}</p>
      <form noValidate autoComplete="off" onSubmit={event => void accept(event)}>
        <input type="text" name="username" autoComplete="username" value={invitation.signInName} readOnly hidden />
        <SecretInput
          id="password"
          label={t('sign-in:newPassword')}
          hint={t('sign-in:newPassword.hint', minimum)}
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          error={short}
        />
        <SecretInput
          id="again"
          label={t('sign-in:newPassword.again')}
          value={again}
          onChange={setAgain}
          autoComplete="new-password"
          error={differ}
        />
        <Button submits busy={busy}>
          {busy ? t('sign-in:invitation.busy') : t('sign-in:invitation.submit')}
        </Button>
      </form>
    </Page>
  );
}
