/**
 * The fund's money by financial year: what was given to it, what is promised, what is spent, what is left. The sums are the
 * server's own; each figure that was set stays, with who set it and why it changed, and so does what was carried or allowed.
 */
import {useState} from 'react';
import {may} from '#domain/access/permissions.ts';
import {leftOf} from '#domain/fund/budget-commands.ts';
import {calendarDateInWales} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Button} from '#client/ui/button.tsx';
import {Card, CardList} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {Timeline, TimelineEntry} from '#client/ui/timeline.tsx';
import {staffName} from '#client/case/person/people-on-device.ts';
import {BudgetActForm} from './budget-act-form.tsx';
import {BUDGET_DRAFT, BudgetForm} from './budget-form.tsx';
import {keyOf, readBudgets, type BudgetOnDevice} from './read-budgets.ts';

export function BudgetsPage() {
  const {t} = useText();
  const {vault} = useOpenVault();
  const [setting, setSetting] = useState(() => vault.drafts().some(({key}) => key === BUDGET_DRAFT));
  const budgets = useMemory(readBudgets, []);
  return (
    <Page title={t('authority:budgets')} caption={t('authority:title')}>
      {budgets.length === 0 && <p>{t('authority:budget.none')}</p>}
      <CardList>
        {budgets.map(budget => (
          <li key={keyOf(budget.name)}>
            <BudgetCard budget={budget} />
          </li>
        ))}
      </CardList>
      {may(vault.session.role, 'budget.set', true) &&
        (setting ? (
          <BudgetForm onClose={() => setSetting(false)} />
        ) : (
          <Button look="second" onPress={() => setSetting(true)}>
            {t('authority:budget.set')}
          </Button>
        ))}
    </Page>
  );
}

function BudgetCard({budget}: {readonly budget: BudgetOnDevice}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const {name, line, figures, acts} = budget;
  const notes = figures[0]?.data.notes;
  const isWaiting = [...figures, ...acts].some(({delivery}) => delivery !== 'accepted');
  return (
    <Card title={<span translate="no">{name.fundName}</span>} aside={name.financialYear}>
      <PartOf budget={budget} />
      {line ? <Sums line={line} /> : <Pounds pence={figures[0]?.data.allocationPence ?? null} />}
      {line?.data.importedOverspend === true && (
        <Notice tone="attention">
          <p>{t('authority:budget.importedOverspend')}</p>
        </Notice>
      )}
      {notes && (
        <p className="app-words__text" translate="no">
          {notes}
        </p>
      )}
      {isWaiting && <StatusText tone="waiting">{t('authority:waiting')}</StatusText>}
      <Details summary={t('authority:budget.history')}>
        <History budget={budget} />
      </Details>
      {line && may(vault.session.role, 'budget.set', true) && (
        <>
          <BudgetActForm act="carryOver" line={line} />
          <BudgetActForm act="allowOverspend" line={line} />
        </>
      )}
    </Card>
  );
}

/** Which team's or purpose's part of the fund it is. */
function PartOf({budget: {name}}: {readonly budget: BudgetOnDevice}) {
  const {t, language} = useText();
  const team = useMemory(memory => memory.records(null, 'team').find(({id}) => id === name.team)?.data, [name.team]);
  const purpose = name.purpose as 'well_being' | 'development' | 'independence' | null;
  return (
    <SummaryList
      compact
      onlyKnown
      facts={[
        {label: t('authority:budget.team'), value: team === undefined ? null : language === 'cy' ? team.nameCy : team.nameEn},
        {label: t('authority:budget.purpose'), value: purpose === null ? null : t(`codes:purpose.${purpose}`)},
      ]}
    />
  );
}

function Sums({line}: {readonly line: Folded<'budget-line'>}) {
  const {t, format} = useText();
  const {data} = line;
  const some = (pence: number) => (pence === 0 ? null : format.money(pence));
  return (
    <SummaryList
      compact
      figures
      onlyKnown
      facts={[
        {label: t('authority:budget.left'), value: <strong>{format.money(leftOf(line))}</strong>},
        {label: t('authority:budget.allocation'), value: format.money(data.allocationPence)},
        {label: t('authority:budget.carriedIn'), value: some(data.carriedInPence)},
        {label: t('authority:budget.committed'), value: format.money(data.committedPence)},
        {label: t('authority:budget.spent'), value: format.money(data.spentPence)},
        {label: t('authority:budget.overspend'), value: some(data.overspendPence)},
        {label: t('authority:budget.carriedOut'), value: some(data.carriedOutPence)},
      ]}
    />
  );
}

function Pounds({pence}: {readonly pence: number | null}) {
  const {t, format} = useText();
  return <p className="app-next__date">{pence === null ? t('authority:notSet') : format.money(pence)}</p>;
}

function History({budget: {figures, acts}}: {readonly budget: BudgetOnDevice}) {
  const {t, format} = useText();
  const entries = [
    ...figures.map(({id, data, made}) => ({
      id,
      made,
      title: data.allocationPence === null ? t('authority:notSet') : format.money(data.allocationPence),
      reason: data.reason ?? null,
    })),
    ...acts.map(({id, data, made}) => ({
      id,
      made,
      title: `${t(data.what === 'carry_over' ? 'authority:budget.act.carried' : 'authority:budget.act.allowed')}: ${format.money(data.pence)}`,
      reason: data.reason,
    })),
  ].toSorted((one, other) => (one.made.at < other.made.at ? 1 : -1));
  return (
    <Timeline>
      {entries.map(({id, title, made, reason}) => (
        <HistoryEntry key={id} title={title} author={made.author} at={made.at} reason={reason} />
      ))}
    </Timeline>
  );
}

interface HistoryEntryProps {
  readonly title: string;
  readonly author: Id;
  readonly at: string;
  readonly reason: string | null;
}

function HistoryEntry({title, author, at, reason}: HistoryEntryProps) {
  const {t, format} = useText();
  const by = useMemory(memory => staffName(memory, author), [author]);
  return (
    <TimelineEntry
      title={title}
      when={format.longDate(calendarDateInWales(at))}
      by={by === null ? undefined : t('authority:setBy', {name: by})}
    >
      {reason && (
        <p className="app-words__text" translate="no">
          {t('authority:why', {reason})}
        </p>
      )}
    </TimelineEntry>
  );
}
