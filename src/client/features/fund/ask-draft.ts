/** What an adviser and a young person have written of a request together: kept as typed, judged before it is saved. */
import * as z from 'zod/mini';
import {SPEND_TYPES, URGENCIES} from '#domain/fund/codes.ts';
import {ALL_SECTIONS} from '#domain/pathway-plan/codes.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {Translate} from '#client/i18n/text.ts';
import {isTooLong, wordsOf} from '#client/forms/words-draft.ts';
import {readAs} from '#client/forms/use-draft.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import type {FormError} from '#client/ui/error-summary.tsx';
import {amountFault, amountOf, wordsPart} from './draft-parts.ts';

const draftSchema = z.object({
  words: wordsPart,
  difference: wordsPart,
  tried: wordsPart,
  spend: z.enum(['', ...SPEND_TYPES]),
  costKnown: z.nullable(z.enum(['yes', 'no'])),
  amount: z.string(),
  urgency: z.nullable(z.enum(URGENCIES)),
  section: z.enum(['', ...ALL_SECTIONS]),
  agreed: z.boolean(),
});
export type AskDraft = z.infer<typeof draftSchema>;

export const readAskDraft = readAs(draftSchema);

/** `language`: the one that they speak with their adviser, until somebody says otherwise. */
export function newAskDraft(language: 'cy' | 'en'): AskDraft {
  const empty = {text: '', lang: language};
  return {words: empty, difference: empty, tried: empty, spend: '', costKnown: null, amount: '', urgency: null, section: '', agreed: false};
}

/** `offered`: the kinds that the authority pays for now; one that it has taken away since is chosen anew. */
export function askFaults(value: AskDraft, offered: readonly string[], name: string, t: Translate): readonly FormError[] {
  const faults: (FormError | null)[] = [];
  if (wordsOf(value.words) === null) faults.push({field: 'words', message: t('fund:ask.words.missing')});
  for (const field of ['words', 'difference', 'tried'] as const)
    if (isTooLong(value[field])) faults.push({field, message: t('common:words.tooLong')});
  if (!offered.includes(value.spend)) faults.push({field: 'spend', message: t('fund:ask.spend.missing')});
  if (value.costKnown === null) faults.push({field: 'cost-known', message: t('fund:ask.cost.missing')});
  else if (value.costKnown === 'yes') faults.push(amountFault('amount', value.amount, t));
  if (value.urgency === null) faults.push({field: 'urgency', message: t('fund:ask.urgency.missing')});
  if (!value.agreed) faults.push({field: 'agreed', message: t('fund:ask.agreed.missing', {name})});
  return faults.filter(fault => fault !== null);
}

/** Null: something is still missing. */
export function askCommand(value: AskDraft, record: Id, person: Id): NewCommand<'fund-request.ask'> | null {
  const words = wordsOf(value.words);
  if (words === null || value.spend === '' || value.urgency === null) return null;
  return {
    kind: 'fund-request.ask',
    record,
    person,
    body: {
      spendType: value.spend,
      askedPence: value.costKnown === 'yes' ? amountOf(value.amount) : null,
      words,
      difference: wordsOf(value.difference),
      triedElsewhere: wordsOf(value.tried),
      urgency: value.urgency,
      section: value.section === '' ? null : value.section,
      agreed: value.agreed,
    },
  };
}
