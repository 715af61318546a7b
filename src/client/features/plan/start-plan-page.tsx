/** Beginning a plan: the few facts that it needs at once. What is in force stays in force until a manager signs the new one off. */
import {useState, type FormEvent} from 'react';
import {useNavigate, useParams} from 'react-router';
import * as z from 'zod/mini';
import {PLAN_IN_FORCE} from '#domain/pathway-plan/codes.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {personOnDevice} from '#client/case/person/people-on-device.ts';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import type {MemoryStore, NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, NO_DATE} from '#client/ui/date-parts.ts';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {Page} from '#client/ui/page.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {ownWordsId, staffSectionId} from '#domain/pathway-plan/part-ids.ts';

const draftSchema = z.object({
  id: z.string(),
  language: z.nullable(z.enum(['cy', 'en'])),
  assessed: z.object({day: z.string(), month: z.string(), year: z.string()}),
  weeks: z.string(),
  copy: z.boolean(),
});
type StartDraft = z.infer<typeof draftSchema>;

const readDraft = readAs(draftSchema);

const MOST_WEEKS = 52;
const weeksOf = (typed: string): number | null | undefined => {
  if (typed.trim() === '') return null;
  const weeks = Number(typed);
  return Number.isInteger(weeks) && weeks >= 1 && weeks <= MOST_WEEKS ? weeks : undefined;
};

/** Words that go on in the new plan: the young person's as theirs, the shown text as the staff's beginning. */
function carriedOver(memory: MemoryStore, person: Id, from: Id, to: Id): readonly NewCommand[] {
  const shared = memory.scope(person, 'shared');
  const own = memory.records(person, 'own-words').filter(({data}) => data.plan === from && data.words !== null);
  const texts = memory.records(person, 'plan-section').filter(({data}) => data.plan === from && (data.needs ?? data.goingWell) !== null);
  const staffs = texts.filter(({scope}) => scope !== shared);
  // Where staff have a text of their own it is the fuller one.
  const fullest = [
    ...staffs,
    ...texts.filter(({scope, data}) => scope === shared && !staffs.some(each => each.data.section === data.section)),
  ];
  return [
    ...own.map(({data}): NewCommand<'own-words.write'> => ({
      kind: 'own-words.write',
      record: ownWordsId(to, data.section),
      person,
      // How it was going is of the day on which it was said.
      body: {plan: to, section: data.section, words: data.words},
    })),
    ...fullest.map(({data}): NewCommand<'plan-section.write'> => ({
      kind: 'plan-section.write',
      record: staffSectionId(to, data.section),
      person,
      body: {plan: to, section: data.section, needs: data.needs, goingWell: data.goingWell},
    })),
  ];
}

export function StartPlanPage() {
  const {t} = useText();
  const {person: id = ''} = useParams();
  const today = useToday();
  const navigate = useNavigate();
  const {vault} = useOpenVault();
  const person = useMemory(memory => personOnDevice(memory, id, today), [id, today]);
  const base = useMemory(memory => memory.records(id, 'pathway-plan').findLast(({data}) => PLAN_IN_FORCE.includes(data.status)), [id]);
  const key = `plan-start/${id}`;
  const draft = useDraft<StartDraft>(
    key,
    () => ({
      id: vault.newId(),
      language: person?.write ?? null,
      assessed: NO_DATE,
      weeks: String(base?.data.contactEveryWeeks ?? ''),
      copy: true,
    }),
    readDraft,
  );
  const {value} = draft;
  const saving = useSaving(draft, key, () => void navigate(`/people/${id}/plan/${value.id}`, {replace: true}));
  const [attempt, setAttempt] = useState(0);
  const assessedOn = dateFromParts(value.assessed);
  const hasDate = Object.values(value.assessed).some(part => part !== '');
  const weeks = weeksOf(value.weeks);
  const faults: FormError[] = [];
  if (value.language === null) faults.push({field: 'language', message: t('plan:start.language.missing')});
  if (hasDate && assessedOn === null) faults.push({field: 'assessed', message: t('plan:start.assessed.wrong')});
  else if (assessedOn !== null && assessedOn > today) faults.push({field: 'assessed', message: t('plan:start.assessed.future')});
  if (weeks === undefined) faults.push({field: 'weeks', message: t('plan:start.weeks.wrong')});
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === field)?.message;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0 || value.language === null || weeks === undefined) return;
    const start: NewCommand<'plan.start'> = {
      kind: 'plan.start',
      record: value.id,
      person: id,
      body: {
        language: value.language,
        assessedOn,
        categoryAtPlan: person?.category ?? null,
        basedOn: base?.id ?? null,
        contactEveryWeeks: weeks,
      },
    };
    await saving.save(start, ...(base && value.copy ? carriedOver(vault.memory, id, base.id, value.id) : []));
  }

  return (
    <Page
      title={t('plan:start.title')}
      caption={person?.knownAs}
      hasError={shown.length > 0}
      above={
        <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      }
    >
      <p className="govuk-body">{t(base ? 'plan:start.next' : 'plan:start.first')}</p>
      <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
        <RadioGroup
          id="language"
          label={t('plan:start.language')}
          hint={t('plan:start.language.hint')}
          look="inline"
          error={error('language')}
          value={value.language}
          onChange={language => draft.change({...value, language})}
          choices={[
            {value: 'cy', label: t('codes:language.cy')},
            {value: 'en', label: t('codes:language.en')},
          ]}
        />
        <DateField
          id="assessed"
          label={t('plan:start.assessed')}
          hint={t('plan:start.assessed.hint')}
          error={error('assessed')}
          value={value.assessed}
          onChange={assessed => draft.change({...value, assessed})}
        />
        <TextInput
          id="weeks"
          label={t('plan:start.weeks')}
          hint={t('plan:start.weeks.hint')}
          error={error('weeks')}
          value={value.weeks}
          onChange={typed => draft.change({...value, weeks: typed})}
        />
        {base && (
          <RadioGroup
            id="copy"
            label={t('plan:start.copy')}
            value={value.copy ? 'yes' : 'no'}
            onChange={chosen => draft.change({...value, copy: chosen === 'yes'})}
            choices={[
              {value: 'yes', label: t('plan:start.copy.yes')},
              {value: 'no', label: t('plan:start.copy.no')},
            ]}
          />
        )}
        <DraftLine keeping={draft.keeping} />
        <ButtonRow>
          <Button submits busy={saving.busy}>
            {t('plan:start.save')}
          </Button>
          <DiscardDraft
            label={t('common:cancel')}
            look="second"
            asks={hasDate}
            onDiscard={() => void saving.giveUp().then(() => navigate(`/people/${id}/plan`))}
          />
        </ButtonRow>
      </form>
    </Page>
  );
}
