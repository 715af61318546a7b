/**
 * The frame of a form: what is typed is kept from the first key, saved as one step, and what is wrong is
 * said at the top and at its field. Several of them stand on one screen, each with a draft and an id of its own.
 */
import {useState, type FormEvent, type ReactNode} from 'react';
import {useText} from '#client/i18n/text.ts';
import {useDrafts} from '#client/sync/device-context.ts';
import {DiscardDraft} from './discard-draft.tsx';
import {DraftLine} from './draft-line.tsx';
import {useDraft, type DraftInHand} from './use-draft.ts';
import {useSaving, type Saving} from './use-saving.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {Details} from '#client/ui/details.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';

export interface KeptFormState<Value> {
  readonly draft: DraftInHand<Value>;
  readonly value: Value;
  readonly saving: Saving;
  readonly attempt: number;
  readonly change: (changes: Partial<Value>) => void;
  readonly pressed: () => void;
}

export function useKeptForm<Value extends object>(
  key: string,
  start: () => Value,
  read: (stored: unknown) => Value | null,
  onClose: () => void,
): KeptFormState<Value> {
  const draft = useDraft<Value>(key, start, read);
  const saving = useSaving(draft, key, onClose);
  const [attempt, setAttempt] = useState(0);
  return {
    draft,
    value: draft.value,
    saving,
    attempt,
    change: changes => draft.change({...draft.value, ...changes}),
    pressed: () => setAttempt(count => count + 1),
  };
}

/** What is wrong, once somebody has tried to save; before that nobody has done anything wrong. */
export function errorsOf({attempt}: Pick<KeptFormState<object>, 'attempt'>, faults: readonly FormError[]) {
  const shown = attempt === 0 ? [] : faults;
  return {shown, error: (field: string) => shown.find(each => each.field === field)?.message};
}

interface KeptFormProps<Value> {
  readonly form: KeptFormState<Value>;
  readonly faults: readonly FormError[];
  readonly submit: string;
  readonly look?: 'main' | 'second';
  readonly cancels?: boolean;
  /** What a refusal is about, where the domain's own words for it are not enough. */
  readonly refusal?: (refusal: NonNullable<Saving['refusal']>) => FormError | null;
  /** None: nothing was changed, and the draft goes. */
  readonly commands: () => readonly NewCommand[];
  readonly children: ReactNode;
}

export function KeptForm<Value extends object>({form, faults, submit, look, cancels, refusal, commands, children}: KeptFormProps<Value>) {
  const {t} = useText();
  const {saving, attempt} = form;
  const {shown} = errorsOf(form, faults);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    form.pressed();
    saving.forget();
    if (faults.length > 0) return;
    const wanted = commands();
    await (wanted.length === 0 ? saving.giveUp() : saving.save(...wanted));
  }

  const refused = saving.refused === null ? [] : [(saving.refusal && refusal?.(saving.refusal)) ?? {field: null, message: saving.refused}];
  return (
    <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
      <ErrorSummary attempt={attempt} errors={[...shown, ...refused]} />
      {children}
      <DraftLine keeping={form.draft.keeping} />
      <ButtonRow>
        <Button submits busy={saving.busy} look={look ?? 'main'}>
          {submit}
        </Button>
        {cancels === true && (
          <DiscardDraft
            label={t('common:cancel')}
            look="second"
            asks={form.draft.keeping !== 'nothing-yet'}
            onDiscard={() => void saving.giveUp()}
          />
        )}
      </ButtonRow>
    </form>
  );
}

interface FoldedFormProps {
  readonly summary: string;
  readonly draftKey: string;
  readonly open?: boolean;
  readonly children: (onClose: () => void) => ReactNode;
}

/** A form that is folded away until somebody wants it, or has begun it; folded again and empty once it was saved. */
export function FoldedForm({summary, draftKey, open = false, children}: FoldedFormProps) {
  const [round, setRound] = useState(0);
  const isBegun = useDrafts().some(({key}) => key === draftKey);
  return (
    <Details key={round} summary={summary} open={open || isBegun}>
      {children(() => setRound(count => count + 1))}
    </Details>
  );
}
