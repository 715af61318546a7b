/** One colleague's account: invited with a role by a link that is shown once, switched off and on. */
import {useState} from 'react';
import {STAFF_ROLES} from '#domain/access/roles.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import type {StaffAccounts, StaffInvitation, StaffRole} from '#client/sync/contract.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {Select} from '#client/ui/choice-fields.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {StatusList, StatusText} from '#client/ui/status-text.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {exchangeMessage} from '#client/online/exchange-message.ts';

interface StaffAccountProps {
  readonly member: Id;
  readonly name: string;
  readonly account: StaffAccounts['accounts'][number] | undefined;
  readonly hasLeft: boolean;
  readonly onChanged: () => void;
}

export function StaffAccount({member, name, account, hasLeft, onChanged}: StaffAccountProps) {
  const {t, format} = useText();
  const {vault, syncing} = useOpenVault();
  const today = useToday();
  const [role, setRole] = useState<StaffRole>(account?.role ?? 'adviser');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [invitation, setInvitation] = useState<StaffInvitation | null>(null);
  const isSelf = member === vault.session.holder;

  async function invite() {
    setBusy(true);
    const answer = await syncing.online.inviteStaff(member, role);
    setBusy(false);
    setRefused(answer.ok ? null : exchangeMessage(answer, t));
    setInvitation(answer.ok ? answer.value : null);
    if (answer.ok) onChanged();
  }

  async function switchTo(disabled: boolean) {
    setBusy(true);
    const answer = await syncing.online.switchAccount(member, disabled);
    setBusy(false);
    setRefused(answer.ok ? null : exchangeMessage(answer, t));
    if (answer.ok) onChanged();
  }

  return (
    <>
      <StatusList>
        {account === undefined ? (
          <StatusText>{t('authority:account.none')}</StatusText>
        ) : (
          <StatusText>{t('authority:account.role', {role: t(`codes:role.${account.role}`)})}</StatusText>
        )}
        {account?.disabled === true && <StatusText tone="attention">{t('authority:account.off')}</StatusText>}
        {account && !account.joined && !account.disabled && <StatusText tone="waiting">{t('authority:account.invited')}</StatusText>}
        {account?.lastSeenAt && (
          <StatusText>{t('authority:account.lastSeen', {when: format.moment(account.lastSeenAt, today)})}</StatusText>
        )}
      </StatusList>
      {refused !== null && (
        <p role="alert" className="govuk-error-message">
          {refused}
        </p>
      )}
      {invitation !== null && (
        <Notice tone="good" title={t('authority:account.link')} say>
          <p className="app-words__text" translate="no">
            {`${globalThis.location.origin}/invitation#${invitation.token}`}
          </p>
          <p>{t('authority:account.link.until', {when: format.moment(invitation.expiresAt, today)})}</p>
        </Notice>
      )}
      {!isSelf && !hasLeft && (
        <>
          <Select
            id={`role-${member}`}
            label={t('authority:account.inviteAs')}
            value={role}
            onChange={chosen => setRole(STAFF_ROLES.find(each => each === chosen) ?? 'adviser')}
            choices={STAFF_ROLES.map(each => ({value: each, label: t(`codes:role.${each}`)}))}
          />
          <ButtonRow>
            <Button look="second" busy={busy} label={t('authority:account.inviteFor', {name})} onPress={() => void invite()}>
              {t('authority:account.invite')}
            </Button>
            {account && (
              <Button
                look="quiet"
                busy={busy}
                label={t(account.disabled ? 'authority:account.switchOnFor' : 'authority:account.switchOffFor', {name})}
                onPress={() => void switchTo(!account.disabled)}
              >
                {t(account.disabled ? 'authority:account.switchOn' : 'authority:account.switchOff')}
              </Button>
            )}
          </ButtonRow>
        </>
      )}
    </>
  );
}
