/** Actions as promises: what, who, by when, how far. */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {ClashLink} from '#client/case/records/clash-link.tsx';
import {HistoryLink} from '#client/case/records/history-link.tsx';
import {useText} from '#client/i18n/text.ts';
import {staffName} from '#client/case/person/people-on-device.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {LabelledAsWritten} from '#client/ui/as-written.tsx';
import {LinkButton} from '#client/ui/button.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {StatusList, StatusText} from '#client/ui/status-text.tsx';
import {Strikeable} from '#client/case/records/strikeable.tsx';

export function ActionList({actions, today}: {readonly actions: readonly Folded<'plan-action'>[]; readonly today: CalendarDate}) {
  const sorted = actions.toSorted((one, other) => ((one.data.dueOn ?? '9999') < (other.data.dueOn ?? '9999') ? -1 : 1));
  return (
    <ul className="app-cards">
      {sorted.map(action => (
        <li key={action.id} className="app-card">
          <Action action={action} today={today} />
        </li>
      ))}
    </ul>
  );
}

function Action({action, today}: {readonly action: Folded<'plan-action'>; readonly today: CalendarDate}) {
  const {t, format} = useText();
  const {data} = action;
  const colleague = useMemory(memory => staffName(memory, data.ownerStaff), [data.ownerStaff]);
  const shared = useMemory(memory => memory.scope(action.person, 'shared'), [action.person]);
  const who = colleague ?? data.owner;
  const isOpen = data.status === 'not_started' || data.status === 'in_progress';
  const passed = isOpen && data.dueOn !== null && data.dueOn < today;
  return (
    <Strikeable
      record={action}
      what={data.what.text}
      isShared={action.scope === shared}
      links={
        <>
          <LinkButton
            look="quiet"
            to={`/people/${action.person}/action/${action.id}`}
            label={t('plan:action.changeFor', {what: data.what.text})}
          >
            {t('plan:action.change')}
          </LinkButton>
          <HistoryLink record={action.id} what={data.what.text} />
        </>
      }
    >
      <FreeText words={data.what} />
      <StatusList>
        <StatusText tone={data.status === 'done' ? 'good' : 'calm'}>{t(`codes:actionStatus.${data.status}`)}</StatusText>
        {data.dueOn !== null && (
          <StatusText tone={passed ? 'attention' : 'calm'}>
            {t(passed ? 'person:promised.passed' : 'person:promised.by', {date: format.longDate(data.dueOn)})}
          </StatusText>
        )}
        {action.delivery !== 'accepted' && <StatusText tone="waiting">{t(`sync:delivery.${action.delivery}`)}</StatusText>}
      </StatusList>
      {who !== null && <LabelledAsWritten label={t('person:promised.owner')}>{who}</LabelledAsWritten>}
      <ClashLink record={action} label={t('person:together')} />
    </Strikeable>
  );
}
