/**
 * The fund's money by financial year. Each figure that was set stays, with who set it and why it changed; the newest of a
 * fund and year is the one that holds.
 */
import {useState, type FormEvent} from 'react';
import * as z from 'zod/mini';
import {may} from '#domain/access/permissions.ts';
import {calendarDateInWales} from '#domain/shared/calendar-date.ts';
import {penceFromTyped} from '#domain/shared/money.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {Page} from '#client/ui/page.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {Timeline, TimelineEntry} from '#client/ui/timeline.tsx';
import {DiscardDraft} from '#client/features/discard-draft.tsx';
import {DraftLine} from '#client/features/draft-line.tsx';
import {isTooLongLine, keepableWords} from '#client/features/keepable-words.ts';
import {staffName} from '#client/features/people-on-device.ts';
import {readAs, useDraft} from '#client/features/use-draft.ts';
import {useSaving} from '#client/features/use-saving.ts';

type Budget = Folded<'budget'>;

/** The newest figure of each fund and year first, with what stood before it. */
function byFund(budgets: readonly Budget[]): readonly {readonly now: Budget; readonly before: readonly Budget[]}[] {
  const groups = new Map<string, Budget[]>();
  for (const budget of budgets.toSorted((one, other) => (one.made.at < other.made.at ? 1 : -1))) {
    const key = `${budget.data.financialYear} ${budget.data.fundName}`;
    groups.set(key, [...(groups.get(key) ?? []), budget]);
  }
  return [...groups.entries()]
    .toSorted(([one], [other]) => (one < other ? 1 : -1))
    .flatMap(([, [now, ...before]]) => (now ? [{now, before}] : []));
}

export function BudgetsPage() {
  const {t} = useText();
  const {vault} = useOpenVault();
  const [setting, setSetting] = useState(() => vault.drafts().some(({key}) => key === KEY));
  const funds = useMemory(memory => byFund(memory.records(null, 'budget')), []);
  return (
    <Page title={t('authority:budgets')} caption={t('authority:title')}>
      {funds.length === 0 && <p>{t('authority:budget.none')}</p>}
      <CardList>
        {funds.map(({now, before}) => (
          <li key={now.id}>
            <Card title={<span translate="no">{now.data.fundName}</span>} aside={now.data.financialYear}>
              <p className="app-next__date">
                <Pounds pence={now.data.allocationPence} />
              </p>
              {now.data.notes && (
                <p className="app-words__text" translate="no">
                  {now.data.notes}
                </p>
              )}
              {now.delivery !== 'accepted' && <StatusText tone="waiting">{t('authority:waiting')}</StatusText>}
              <Details summary={t('authority:budget.history')}>
                <Timeline>
                  {[now, ...before].map(each => (
                    <BudgetEntry key={each.id} budget={each} />
                  ))}
                </Timeline>
              </Details>
            </Card>
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

function Pounds({pence}: {readonly pence: number | null}) {
  const {t, format} = useText();
  return pence === null ? t('authority:notSet') : format.money(pence);
}

function BudgetEntry({budget: {data, made}}: {readonly budget: Budget}) {
  const {t, format} = useText();
  const by = useMemory(memory => staffName(memory, made.author), [made.author]);
  return (
    <TimelineEntry
      title={<Pounds pence={data.allocationPence} />}
      when={format.longDate(calendarDateInWales(made.at))}
      by={by === null ? undefined : t('authority:setBy', {name: by})}
    >
      {data.reason && (
        <p className="app-words__text" translate="no">
          {t('authority:why', {reason: data.reason})}
        </p>
      )}
    </TimelineEntry>
  );
}

const KEY = 'budget/new';
const draftSchema = z.object({year: z.string(), fund: z.string(), amount: z.string(), notes: z.string(), reason: z.string()});
type BudgetDraft = z.infer<typeof draftSchema>;

const readDraft = readAs(draftSchema);

/** '2026-27', whatever dash was typed; null where the second year does not follow the first. */
function yearFromTyped(typed: string): string | null {
  const [, first = '', second = ''] = /^(\d{4})\s*[-/–]\s*(?:\d{2})?(\d{2})$/u.exec(typed.trim()) ?? [];
  return first !== '' && Number(second) === (Number(first) + 1) % 100 ? `${first}-${second}` : null;
}

function BudgetForm({onClose}: {readonly onClose: () => void}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  // A fund keeps the name it has: one name for each reader's language would make two funds of it.
  const known = useMemory(memory => byFund(memory.records(null, 'budget'))[0]?.now.data.fundName, []);
  const draft = useDraft<BudgetDraft>(
    KEY,
    () => ({year: '', fund: known ?? t('authority:budgets.fund'), amount: '', notes: '', reason: ''}),
    readDraft,
  );
  const saving = useSaving(draft, KEY, onClose);
  const [attempt, setAttempt] = useState(0);
  const {value} = draft;
  const change = (part: Partial<BudgetDraft>) => draft.change({...value, ...part});
  const [year, pence, fund] = [yearFromTyped(value.year), penceFromTyped(value.amount), keepableWords(value.fund).trim()];
  const reason = keepableWords(value.reason).trim();
  const changesFigure = useMemory(
    memory => memory.records(null, 'budget').some(({data}) => data.financialYear === year && data.fundName === fund),
    [year, fund],
  );
  const faults: FormError[] = [];
  if (year === null) faults.push({field: 'budget-year', message: t('authority:budget.year.wrong')});
  if (fund === '' || isTooLongLine(fund)) faults.push({field: 'budget-fund', message: t('authority:budget.fund.missing')});
  if (pence === null) faults.push({field: 'budget-amount', message: t('authority:form.amount.wrong')});
  if (changesFigure && reason === '') faults.push({field: 'budget-reason', message: t('authority:budget.reason.missing')});
  if (isTooLongLine(reason)) faults.push({field: 'budget-reason', message: t('authority:form.reason.tooLong')});
  if (isTooLongLine(value.notes)) faults.push({field: 'budget-notes', message: t('authority:budget.notes.tooLong')});
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === field)?.message;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0 || year === null || pence === null) return;
    const notes = keepableWords(value.notes).trim();
    await saving.save({
      kind: 'budget.set',
      record: vault.newId(),
      person: null,
      body: {
        financialYear: year,
        fundName: fund,
        allocationPence: pence,
        notes: notes === '' ? null : notes,
        reason: reason === '' ? null : reason,
      },
    });
  }

  return (
    <Section title={t('authority:budget.set')}>
      <form noValidate autoComplete="off" inert={saving.busy} className="app-action-form" onSubmit={event => void save(event)}>
        <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
        <TextInput
          id="budget-year"
          label={t('authority:budget.year')}
          hint={t('authority:budget.year.hint')}
          value={value.year}
          error={error('budget-year')}
          onChange={typed => change({year: typed})}
        />
        <TextInput
          id="budget-fund"
          label={t('authority:budget.fund')}
          value={value.fund}
          error={error('budget-fund')}
          onChange={typed => change({fund: typed})}
        />
        <TextInput
          id="budget-amount"
          label={t('authority:budget.allocation')}
          hint={t('authority:form.amount.hint')}
          value={value.amount}
          error={error('budget-amount')}
          onChange={amount => change({amount})}
        />
        <TextInput
          id="budget-reason"
          label={t('authority:budget.reason')}
          hint={t('authority:budget.reason.hint')}
          value={value.reason}
          error={error('budget-reason')}
          onChange={typed => change({reason: typed})}
        />
        <TextInput
          id="budget-notes"
          label={t('authority:budget.notes')}
          value={value.notes}
          error={error('budget-notes')}
          onChange={notes => change({notes})}
        />
        <DraftLine keeping={draft.keeping} />
        <ButtonRow>
          <Button submits busy={saving.busy}>
            {t('authority:form.save')}
          </Button>
          <DiscardDraft label={t('common:cancel')} look="second" asks={value.amount !== ''} onDiscard={() => void saving.giveUp()} />
        </ButtonRow>
      </form>
    </Section>
  );
}
