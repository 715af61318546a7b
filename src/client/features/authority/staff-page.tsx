/**
 * Colleagues: who there is, how to reach them, when somebody leaves. Details work offline and wait for the server; accounts
 * (who may sign in, as what) are the server's and need a connection.
 */
import {useCallback, useState} from 'react';
import {may} from '#domain/access/permissions.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {compareNames} from '#client/i18n/names-and-order.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {Button} from '#client/ui/button.tsx';
import {Card, CardList} from '#client/ui/card.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {SearchBox} from '#client/ui/search-box.tsx';
import {StatusList, StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {exchangeMessage} from '#client/online/exchange-message.ts';
import {matchesName} from '#client/case/person/people-on-device.ts';
import {useAsked} from '#client/online/use-asked.ts';
import {PeopleToMove, type Accounts} from './people-to-move.tsx';
import {StaffAccount} from './staff-account.tsx';
import {LeaveForm, leaveDraftKey, StaffForm, staffDraftKey} from './staff-form.tsx';

/** Accounts are the administrator's: nobody else asks for them. */
const NOT_ASKED = {ok: false, code: 'offline'} as const;

export function StaffPage() {
  const {t} = useText();
  const {vault, syncing} = useOpenVault();
  const today = useToday();
  const [search, setSearch] = useState('');
  const [adding, setAdding] = useState(() => vault.drafts().some(({key}) => key === staffDraftKey(null)));
  const manages = may(vault.session.role, 'accounts.manage', true);
  const staff = useMemory(
    memory =>
      memory
        .records(null, 'staff-member')
        .toSorted((one, other) => compareNames(`${one.data.surname} ${one.data.forename}`, `${other.data.surname} ${other.data.forename}`)),
    [],
  );
  const {asked, again} = useAsked(useCallback(async () => (manages ? syncing.online.accounts() : NOT_ASKED), [manages, syncing]));
  const accounts: Accounts = asked.is === 'here' ? asked.value : asked.is === 'asking' ? 'asking' : 'offline';
  const shown = staff.filter(({data}) => matchesName({knownAs: data.forename, legalName: `${data.forename} ${data.surname}`}, search));
  return (
    <Page title={t('authority:people')} caption={t('authority:title')}>
      {manages && asked.is === 'failed' && (
        <Notice say>
          <p>{asked.failure.code === 'offline' ? t('authority:account.offline') : exchangeMessage(asked.failure, t)}</p>
          <Button look="second" onPress={again}>
            {t('common:tryAgain')}
          </Button>
        </Notice>
      )}
      <SearchBox
        id="staff-search"
        label={t('people:search.label')}
        hint={t('people:search.hint')}
        value={search}
        found={t('authority:team.count', {number: shown.length})}
        onChange={setSearch}
      />
      <CardList columns>
        {shown.map(member => (
          <li key={member.id}>
            <StaffCard member={member} today={today} accounts={accounts} onChanged={again} />
          </li>
        ))}
      </CardList>
      {may(vault.session.role, 'staff.change', true) &&
        (adding ? (
          <StaffForm member={null} onClose={() => setAdding(false)} />
        ) : (
          <Button look="second" onPress={() => setAdding(true)}>
            {t('authority:staff.new')}
          </Button>
        ))}
    </Page>
  );
}

interface StaffCardProps {
  readonly member: Folded<'staff-member'>;
  readonly today: CalendarDate;
  readonly accounts: Accounts;
  readonly onChanged: () => void;
}

function StaffCard({member, today, accounts, onChanged}: StaffCardProps) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const {data, delivery} = member;
  const name = `${data.forename} ${data.surname}`;
  const [open, setOpen] = useState<'no' | 'change' | 'leave'>(() => {
    const drafts = new Set(vault.drafts().map(({key}) => key));
    return drafts.has(staffDraftKey(member.id)) ? 'change' : drafts.has(leaveDraftKey(member.id)) ? 'leave' : 'no';
  });
  const changes = may(vault.session.role, 'staff.change', true);
  if (open === 'change') return <StaffForm member={member} onClose={() => setOpen('no')} />;
  return (
    <Card title={<span translate="no">{name}</span>}>
      <SummaryList
        compact
        onlyKnown
        facts={[
          {label: t('authority:staff.jobTitle'), value: asWritten(data.jobTitle)},
          {label: t('authority:staff.email'), value: asWritten(data.email)},
          {label: t('authority:staff.phone'), value: asWritten(data.phone)},
          {
            label: t('authority:staff.welshLevel'),
            value: data.welshLevel === null ? null : t(`authority:staff.welshLevel.${data.welshLevel}`),
          },
        ]}
      />
      <StatusList>
        {data.endOn !== null && <StatusText>{t('authority:staff.left', {date: format.longDate(data.endOn)})}</StatusText>}
        {delivery !== 'accepted' && <StatusText tone="waiting">{t('authority:waiting')}</StatusText>}
      </StatusList>
      {data.endOn !== null && open !== 'leave' && <PeopleToMove member={member.id} name={name} lastDay={data.endOn} accounts={accounts} />}
      {typeof accounts !== 'string' && (
        <StaffAccount
          member={member.id}
          name={name}
          account={accounts.accounts.find(({holder}) => holder === member.id)}
          hasLeft={data.endOn !== null && data.endOn < today}
          onChanged={onChanged}
        />
      )}
      {changes && open === 'no' && (
        <>
          <Button look="quiet" label={t('authority:changeFor', {name})} onPress={() => setOpen('change')}>
            {t('authority:change')}
          </Button>
          <Button look="quiet" label={t('authority:staff.leaveFor', {name})} onPress={() => setOpen('leave')}>
            {t('authority:staff.leave')}
          </Button>
        </>
      )}
      {open === 'leave' && <LeaveForm member={member} accounts={accounts} onClose={() => setOpen('no')} />}
    </Card>
  );
}
