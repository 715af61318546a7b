/** A decision of a review: what, who and by when; it is an action from then on. */
import {useState, type FormEvent} from 'react';
import * as z from 'zod/mini';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {staffName, type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {NO_OWNER_YET, OWNER_AND_DAY, OwnerAndDayFields, ownerFaults, ownerNamed} from '#client/forms/owner-and-day.tsx';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {isTooLong, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import type {Folded, NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {dateFromParts} from '#client/ui/date-parts.ts';
import {Details} from '#client/ui/details.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';

const draftSchema = z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed']), ...OWNER_AND_DAY});
type DecisionDraft = z.infer<typeof draftSchema>;

const readDraft = readAs(draftSchema);

interface DecisionFormProps {
  readonly person: PersonOnDevice;
  readonly review: Folded<'review'>;
}

export function DecisionForm(props: DecisionFormProps) {
  const {t} = useText();
  const [round, setRound] = useState(0);
  return (
    <Details summary={t('review:decision.add')}>
      <OneDecision key={round} {...props} onClose={() => setRound(count => count + 1)} />
    </Details>
  );
}

function OneDecision({person, review, onClose}: DecisionFormProps & {readonly onClose: () => void}) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const {holder, name: ownName} = vault.session;
  const me = useMemory(memory => staffName(memory, holder) ?? ownName, [holder, ownName]);
  const plan = useMemory(
    memory =>
      memory.records(person.id, 'pathway-plan').findLast(({data}) => data.status === 'current' || data.status === 'under_review')?.id ??
      null,
    [person.id],
  );
  const key = `review-decision/${person.id}/${review.id}`;
  const draft = useDraft<DecisionDraft>(key, () => ({text: '', lang: language, ...NO_OWNER_YET}), readDraft);
  const saving = useSaving(draft, key, onClose);
  const {value} = draft;
  const [attempt, setAttempt] = useState(0);
  const words = wordsOf(value);
  const dueOn = dateFromParts(value.due);
  const faults: FormError[] = [];
  if (words === null) faults.push({field: 'decision', message: t('review:decision.missing')});
  else if (isTooLong(value)) faults.push({field: 'decision', message: t('common:words.tooLong')});
  faults.push(...ownerFaults('decision', value, t));
  if (dueOn === null) faults.push({field: 'decision-due', message: t('plan:action.due.missing')});
  else if (review.data.heldOn !== null && dueOn < review.data.heldOn)
    faults.push({field: 'decision-due', message: t('review:decision.before')});
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === field)?.message;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0 || words === null || dueOn === null) return;
    const owners = {me, young_person: person.knownAs, other: ownerNamed(value)};
    const command: NewCommand<'review-decision.add'> = {
      kind: 'review-decision.add',
      record: vault.newId(),
      person: person.id,
      body: {
        review: review.id,
        words,
        owner: owners[value.owner],
        ownerStaff: value.owner === 'me' ? holder : null,
        dueOn,
        plan,
        section: null,
      },
    };
    await saving.save(command);
  }

  return (
    <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
      <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      <WordsField
        id="decision"
        label={t('review:decision')}
        rows={3}
        error={error('decision')}
        value={value}
        onChange={changed => draft.change({...value, ...changed})}
        onLeave={() => void draft.flush()}
      />
      <OwnerAndDayFields
        id="decision"
        value={value}
        youngPerson={person.knownAs}
        error={error}
        onChange={changed => draft.change({...value, ...changed})}
      />
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <Button submits busy={saving.busy}>
          {t('review:decision.save')}
        </Button>
      </ButtonRow>
    </form>
  );
}
