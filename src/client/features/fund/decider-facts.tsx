/** What bears on a decision, side by side: the decider's limit, the caps, what this year has given already, and what is left. */
import {leftOf} from '#domain/fund/budget-commands.ts';
import {awardedInYear, budgetFor, limitOf, ownPart} from '#domain/fund/decision-commands.ts';
import {financialYearOf} from '#domain/fund/ledger.ts';
import type {Role} from '#domain/access/roles.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {staffName} from '#client/case/person/people-on-device.ts';
import type {Folded, MemoryStore, OpenVault} from '#client/vault/contract.ts';
import {StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {readerOf, type FundCase} from './read-request.ts';

export interface Decider {
  readonly role: Role;
  /** The most that they give by themselves (pence); null or nothing: only the panel's decision is theirs to record. */
  readonly limit: number | null;
  /** They asked for it, recommended it, or are the adviser. */
  readonly hasOwnPart: boolean;
  readonly isManager: boolean;
  readonly cap: number;
  readonly yearCap: number;
  readonly year: string;
  readonly awarded: number;
  /** `elsewhere`: this device holds no budgets. `none`: none is set. */
  readonly budget: 'elsewhere' | 'none' | {readonly left: number; readonly fund: string};
  /** Colleagues who lead a team, and could decide in their place. */
  readonly others: readonly Id[];
}

export function readDecider(
  memory: MemoryStore,
  {session, device}: Pick<OpenVault, 'session' | 'device'>,
  request: Folded<'fund-request'>,
  today: CalendarDate,
): Decider {
  const records = readerOf(memory);
  const settings = memory.settings();
  const {role, holder} = session;
  const actor = {holder, role, device};
  const year = financialYearOf(today);
  const line = budgetFor(records, request, today);
  return {
    role,
    limit: limitOf({actor, settings, today}),
    hasOwnPart: ownPart(records, request, {actor, today}),
    isManager: role === 'manager' || role === 'deputy',
    cap: settings('fundCapRequestPence', today),
    yearCap: settings('fundCapYearPence', today),
    year,
    awarded: awardedInYear(records, request, year),
    budget: line
      ? {left: leftOf(line), fund: line.data.fundName}
      : memory.records(null, 'budget-line').length === 0 && !(role === 'manager' || role === 'deputy')
        ? 'elsewhere'
        : 'none',
    others: [...new Set(memory.records(null, 'team').flatMap(({data}) => data.manager ?? []))].filter(id => id !== holder),
  };
}

export function DeciderFacts({decider, found, name}: {readonly decider: Decider; readonly found: FundCase; readonly name: string}) {
  const {t, format} = useText();
  const {limit, cap, yearCap, year, awarded, budget} = decider;
  return (
    <SummaryList
      compact
      facts={[
        ...found.duties.map(({duty, answer}) => ({
          label: t(`codes:fundDuty.${duty}`),
          value: (
            <StatusText tone={answer && !answer.covers ? 'good' : 'attention'}>
              {t(answer ? (answer.covers ? 'fund:duty.covers' : 'fund:duty.notCovers') : 'fund:duty.open')}
            </StatusText>
          ),
        })),
        {
          label: t('fund:papers.title'),
          value:
            found.papers.length === 0
              ? t('fund:papers.none')
              : t('fund:papers.seen', {seen: found.papers.filter(({data}) => data.seenBy !== null).length, number: found.papers.length}),
        },
        {label: t('fund:limit'), value: limit === null || limit === 0 ? t('fund:limit.panel') : format.money(limit)},
        {label: t('fund:cap.request'), value: format.money(cap)},
        {label: t('fund:awarded', {name, year}), value: format.money(awarded)},
        {label: t('fund:cap.year'), value: format.money(yearCap)},
        {label: t('fund:budget.left'), value: typeof budget === 'string' ? t(`fund:budget.${budget}`) : format.money(budget.left)},
      ]}
    />
  );
}

/** Whoever has a part in it does not decide it: who can. */
export function useWhoElse(decider: Decider): string | null {
  const {format} = useText();
  const {others} = decider;
  return useMemory(
    memory => {
      const names = others.flatMap(id => staffName(memory, id) ?? []);
      return names.length === 0 ? null : format.listNames(names);
    },
    [others, format],
  );
}

export function useDecider(request: Folded<'fund-request'>, today: CalendarDate): Decider {
  const {vault} = useOpenVault();
  return useMemory(memory => readDecider(memory, vault, request, today), [vault, request, today]);
}
