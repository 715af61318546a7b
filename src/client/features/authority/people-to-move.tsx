/**
 * How many young people somebody who leaves still works with, and the way to move them, so that nobody is left behind.
 * Managers hold everybody's headlines; the administrator holds nobody's file and has the number from the server.
 */
import {goesOnAfter} from '#domain/access/allocation.ts';
import {may} from '#domain/access/permissions.ts';
import {HOLDINGS} from '#domain/access/roles.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import type {StaffAccounts} from '#client/sync/contract.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {peopleOnDevice} from '#client/case/person/people-on-device.ts';

/** What the server has said of accounts: not yet, not without a connection, or this. */
export type Accounts = StaffAccounts | 'asking' | 'offline';

interface PeopleToMoveProps {
  readonly member: Id;
  readonly name: string;
  readonly lastDay: CalendarDate;
  readonly accounts: Accounts;
  /** Where there is nothing to do nothing is said, unless the question is being asked. */
  readonly always?: boolean;
}

export function PeopleToMove({member, name, lastDay, accounts, always = false}: PeopleToMoveProps) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const today = useToday();
  const {role} = vault.session;
  const moves = may(role, 'allocation.give', true);
  const onDevice = useMemory(
    memory => peopleOnDevice(memory, today).filter(({adviser, died}) => adviser === member && !died).length,
    [today, member],
  );
  if (!moves && !may(role, 'accounts.manage', true)) return null;
  const told = typeof accounts === 'string' ? undefined : accounts.allocations;
  const count =
    HOLDINGS[role].summary === 'held'
      ? onDevice
      : told?.filter(allocation => allocation.adviser === member && goesOnAfter(allocation, lastDay)).length;
  if (count === undefined) return always && accounts !== 'asking' ? <p>{t('authority:staff.people.unknown')}</p> : null;
  if (count === 0 && !always) return null;
  return (
    <div role={always ? 'status' : undefined}>
      <p>
        <StatusText tone={count === 0 ? 'calm' : 'attention'}>{t('authority:staff.people', {count})}</StatusText>
      </p>
      {count > 0 &&
        (moves ? (
          <LinkButton look="quiet" to={`/team/move?adviser=${member}`} label={t('team:moveFor', {name})}>
            {t('team:move')}
          </LinkButton>
        ) : (
          <p>{t('authority:staff.people.manager')}</p>
        ))}
    </div>
  );
}
