/**
 * Before the young person sees a plan, staff see it as they will: each text as it will be shown, which may be other words
 * than staff wrote for themselves. What is not confirmed here stays with staff (domain.md 8).
 */
import {useState, type FormEvent} from 'react';
import {useNavigate} from 'react-router';
import * as z from 'zod/mini';
import {PLAN_WRITABLE} from '#domain/pathway-plan/codes.ts';
import {useText} from '#client/i18n/text.ts';
import {type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {isTooLongText} from '#client/forms/keepable-words.ts';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {wordsInHand, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Page} from '#client/ui/page.tsx';
import {OpenedPlan} from './opened-plan.tsx';
import {seen, type PlanInMaking, type SectionInMaking} from './read-plan.ts';

const words = z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])});
const seenSchema = z.object({needs: z.array(z.string()), goingWell: z.array(z.string()), outcome: z.array(z.string())});
/** By section: the texts as they will be shown, and the ops of what stood in their fields when they were put here. */
const draftSchema = z.object({texts: z.record(z.string(), z.object({needs: words, goingWell: words, outcome: words, seen: seenSchema}))});
type ShareDraft = z.infer<typeof draftSchema>;
const FIELDS = ['needs', 'goingWell', 'outcome'] as const;

const readDraft = readAs(draftSchema);

export function SharePage() {
  const {t} = useText();
  return (
    <OpenedPlan title={t('plan:share.title')} statuses={PLAN_WRITABLE}>
      {({person, found}) => <ShareForm person={person} found={found} />}
    </OpenedPlan>
  );
}

/** Sections of which there is something to show: what was shown before, or what staff have written. */
const toShow = (sections: readonly SectionInMaking[]) => sections.filter(({draft, shown}) => draft !== undefined || shown !== undefined);

/** What would be shown of a part as it stands now. */
function startOf({draft, shown}: SectionInMaking, language: 'cy' | 'en'): ShareDraft['texts'][string] {
  const data = (shown ?? draft)?.data;
  return {
    needs: wordsInHand(data?.needs, language),
    goingWell: wordsInHand(data?.goingWell, language),
    outcome: wordsInHand(data?.outcome, language),
    seen: {needs: seen(shown, 'needs'), goingWell: seen(shown, 'goingWell'), outcome: seen(shown, 'outcome')},
  };
}

function ShareForm({person, found}: {readonly person: PersonOnDevice; readonly found: PlanInMaking}) {
  const {t, language} = useText();
  const navigate = useNavigate();
  const {plan} = found;
  const back = `/people/${person.id}/plan/${plan.id}`;
  const key = `plan-share/${person.id}/${plan.id}`;
  const sections = toShow(found.sections);
  // Only what somebody writes here is kept: what they leave alone is shown as it stands on the day it is confirmed.
  const draft = useDraft<ShareDraft>(key, () => ({texts: {}}), readDraft);
  const saving = useSaving(draft, key, () => void navigate(back));
  const {value} = draft;
  const [attempt, setAttempt] = useState(0);
  const partOf = (section: SectionInMaking) => value.texts[section.key] ?? startOf(section, language);
  const faults: FormError[] = sections.flatMap(section =>
    FIELDS.filter(field => isTooLongText(partOf(section)[field].text)).map(field => ({
      field: `${section.key}-${field}`,
      message: t('common:words.tooLong'),
    })),
  );
  const shownFaults = attempt === 0 ? [] : faults;

  function commands(): readonly NewCommand[] {
    const shows = sections.flatMap((section): NewCommand<'plan-section.show'>[] => {
      const part = partOf(section);
      const texts = Object.fromEntries(FIELDS.map(field => [field, wordsOf(part[field])]));
      const isLeftAlone = section.shown !== undefined && value.texts[section.key] === undefined;
      if (isLeftAlone || (!section.shown && FIELDS.every(field => texts[field] === null))) return [];
      return [
        {
          kind: 'plan-section.show',
          record: section.ids.shown,
          person: person.id,
          body: {plan: plan.id, section: section.key, ...texts},
          bases: part.seen,
        },
      ];
    });
    const share: NewCommand<'plan.share'>[] =
      plan.data.status === 'draft' ? [{kind: 'plan.share', record: plan.id, person: person.id, body: {}}] : [];
    return [...share, ...shows];
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0) return;
    const changes = commands();
    await (changes.length === 0 ? saving.giveUp() : saving.save(...changes));
  }

  return (
    <Page
      title={t('plan:share.title')}
      caption={person.knownAs}
      hasError={shownFaults.length > 0}
      above={
        <ErrorSummary
          attempt={attempt}
          errors={[...shownFaults, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]}
        />
      }
    >
      <p className="govuk-body">{t('plan:share.words', {name: person.knownAs})}</p>
      <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
        {sections.map(section => (
          <Section key={section.key} title={t(`codes:section.${section.key}`)}>
            {section.own?.data.words && (
              <>
                <p className="app-quiet">{t('plan:share.own')}</p>
                <FreeText quoted words={section.own.data.words} />
              </>
            )}
            {FIELDS.filter(field => field !== 'outcome' || partOf(section)[field].text !== '').map(field => (
              <WordsField
                key={field}
                id={`${section.key}-${field}`}
                label={t(`plan:section.${field}`)}
                rows={4}
                error={shownFaults.find(each => each.field === `${section.key}-${field}`)?.message}
                value={partOf(section)[field]}
                onChange={changed => draft.change({texts: {...value.texts, [section.key]: {...partOf(section), [field]: changed}}})}
                onLeave={() => void draft.flush()}
              />
            ))}
          </Section>
        ))}
        {sections.length === 0 && <p className="govuk-body">{t('plan:share.nothing')}</p>}
        <DraftLine keeping={draft.keeping} />
        <ButtonRow>
          <Button submits busy={saving.busy}>
            {t('plan:share.save', {name: person.knownAs})}
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
