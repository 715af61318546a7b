/** Changing an action: how far it has come, by when, and in what words. What was not done says why; nothing is erased. */
import {useState, type FormEvent} from 'react';
import {useNavigate, useParams} from 'react-router';
import * as z from 'zod/mini';
import {ACTION_STATUSES} from '#domain/pathway-plan/codes.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {personOnDevice, type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {isTooLongText, keepableWords} from '#client/forms/keepable-words.ts';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import type {Folded, NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow, LinkButton} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, isEmptyDate, NO_DATE, partsFromDate} from '#client/ui/date-parts.ts';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {TextArea} from '#client/ui/field.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Page} from '#client/ui/page.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {seen} from './read-plan.ts';

const progressSchema = z.object({
  status: z.enum(ACTION_STATUSES),
  why: z.string(),
  due: z.object({day: z.string(), month: z.string(), year: z.string()}),
});
/** With what stood there when it was begun, and the ops that were in view: only what was changed goes out, also days later. */
const draftSchema = z.extend(progressSchema, {began: progressSchema, seen: z.record(z.string(), z.array(z.string()))});
type ActionDraft = z.infer<typeof draftSchema>;

const readDraft = readAs(draftSchema);

export function ActionPage() {
  const {t} = useText();
  const {person: id = '', action: actionId = ''} = useParams();
  const today = useToday();
  const person = useMemory(memory => personOnDevice(memory, id, today), [id, today]);
  const action = useMemory(memory => memory.records(id, 'plan-action').find(each => each.id === actionId), [id, actionId]);
  if (!person || !action)
    return (
      <Page title={t('plan:action.title')}>
        <EmptyState>
          <p>{t('errors:refusal.unknown_record')}</p>
          <LinkButton to={`/people/${id}/plan`}>{t('plan:backToFile')}</LinkButton>
        </EmptyState>
      </Page>
    );
  return <ActionForm person={person} action={action} />;
}

const FIELDS = ['status', 'dueOn', 'whyNotDone'] as const;

function ActionForm({person, action}: {readonly person: PersonOnDevice; readonly action: Folded<'plan-action'>}) {
  const {t} = useText();
  const navigate = useNavigate();
  const key = `action/${person.id}/${action.id}`;
  const {data} = action;
  const draft = useDraft<ActionDraft>(
    key,
    () => {
      const began = {status: data.status, why: data.whyNotDone ?? '', due: data.dueOn === null ? NO_DATE : partsFromDate(data.dueOn)};
      return {...began, began, seen: Object.fromEntries(FIELDS.map(field => [field, seen(action, field)]))};
    },
    readDraft,
  );
  const saving = useSaving(draft, key, () => void navigate(`/people/${person.id}/plan`));
  const {value} = draft;
  const [attempt, setAttempt] = useState(0);
  const dueOn = dateFromParts(value.due);
  const why = keepableWords(value.why);
  const faults: FormError[] = [];
  if (!isEmptyDate(value.due) && dueOn === null) faults.push({field: 'due', message: t('plan:action.due.wrong')});
  if (value.status === 'not_done' && why.trim() === '') faults.push({field: 'why', message: t('plan:action.why.missing')});
  if (isTooLongText(why)) faults.push({field: 'why', message: t('common:words.tooLong')});
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === field)?.message;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0) return;
    const {began} = value;
    const body = {
      ...(value.status === began.status ? {} : {status: value.status}),
      ...(dueOn === dateFromParts(began.due) ? {} : {dueOn}),
      ...(value.status === 'not_done' && why !== began.why ? {whyNotDone: why} : {}),
    };
    if (Object.keys(body).length === 0) return saving.giveUp();
    const command: NewCommand<'plan-action.change'> = {
      kind: 'plan-action.change',
      record: action.id,
      person: person.id,
      body,
      bases: value.seen,
    };
    await saving.save(command);
  }

  return (
    <Page
      title={t('plan:action.title')}
      caption={person.knownAs}
      hasError={shown.length > 0}
      above={
        <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      }
    >
      <FreeText quoted words={data.what} />
      <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
        <RadioGroup
          id="status"
          label={t('plan:action.status')}
          value={value.status}
          onChange={status => draft.change({...value, status})}
          choices={ACTION_STATUSES.map(each => ({value: each, label: t(`codes:actionStatus.${each}`)}))}
        />
        {value.status === 'not_done' && (
          <TextArea
            id="why"
            label={t('plan:action.why')}
            rows={3}
            error={error('why')}
            value={value.why}
            onChange={typed => draft.change({...value, why: typed})}
            onLeave={() => void draft.flush()}
          />
        )}
        <DateField
          id="due"
          label={t('plan:action.due')}
          error={error('due')}
          value={value.due}
          onChange={due => draft.change({...value, due})}
        />
        <DraftLine keeping={draft.keeping} />
        <ButtonRow>
          <Button submits busy={saving.busy}>
            {t('plan:action.saveChange')}
          </Button>
          <DiscardDraft
            label={t('common:cancel')}
            look="second"
            asks={draft.keeping !== 'nothing-yet'}
            onDiscard={() => void saving.giveUp()}
          />
        </ButtonRow>
      </form>
    </Page>
  );
}
