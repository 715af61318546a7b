/**
 * One part of the new plan: their own words to it, with what the team wrote below. How it is going can be said in one of
 * five words, or left out: it is for them to say, and nothing reckons with it.
 */
import {useState, type FormEvent, type ReactNode} from 'react';
import {useNavigate, useParams} from 'react-router';
import {ALL_SECTIONS} from '#domain/pathway-plan/codes.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow, LinkButton} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {Page} from '#client/ui/page.tsx';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {isTooLong, wordsInHand, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import {NoNewPlan, WithManager} from './no-new-plan.tsx';
import {newPlan, useOwnFile, type OwnFile} from './own-file.ts';
import {isSame, OWN_WORDS, readOwnWordsDraft, type OwnWordsDraft} from './plan-drafts.ts';
import {OwnWordsShown, TeamWords, WhoDoesWhat} from './plan-parts-shown.tsx';
import {readOwnPlan, seen, type OwnPlan, type OwnSection} from '#client/case/plan/read-own-plan.ts';

export function OwnWordsPage() {
  const {t} = useText();
  const {section: named} = useParams();
  const key = ALL_SECTIONS.find(each => each === named);
  const file = useOwnFile();
  const found = useMemory(
    memory => {
      const plan = newPlan(memory, file.id);
      return plan ? readOwnPlan(memory, plan) : null;
    },
    [file.id],
  );
  const section = found?.sections.find(each => each.key === key);
  if (!found || !section) return <NoNewPlan />;
  const rest = <RestOfPart found={found} section={section} file={file} />;
  if (found.plan.data.status !== 'shared')
    return (
      <WithManager title={t(`young:section.${section.key}`)}>
        <OwnWordsShown own={section.own} level={2} />
        {rest}
      </WithManager>
    );
  return <OwnWordsForm key={section.key} found={found} section={section} file={file} rest={rest} />;
}

interface PartProps {
  readonly found: OwnPlan;
  readonly section: OwnSection;
  readonly file: OwnFile;
}

/** What others wrote of it and who does what, and on to the next part: so that a plan can be read one thing at a time. */
function RestOfPart({found, section, file}: PartProps) {
  const {t} = useText();
  const next = found.sections[found.sections.indexOf(section) + 1];
  return (
    <>
      {(section.staff.length > 0 || section.actions.length > 0) && (
        <Section title={t('young:own.plan')}>
          <TeamWords section={section} />
          <WhoDoesWhat section={section} file={file} ticks={false} />
        </Section>
      )}
      <nav className="app-section" aria-label={t('young:own.parts')}>
        {next && (
          <p>
            <LinkButton look="second" to={`/my-plan/new/${next.key}`}>
              {t('young:own.next', {section: t(`young:section.${next.key}`)})}
            </LinkButton>
          </p>
        )}
        <p>
          <LinkButton look="quiet" to="/my-plan/new">
            {t('young:newPlan.back')}
          </LinkButton>
        </p>
      </nav>
    </>
  );
}

const HOW = ['1', '2', '3', '4', '5', 'none'] as const;
const ratingOf = (chosen: OwnWordsDraft['rating']): number | null => (chosen === null || chosen === 'none' ? null : Number(chosen));

function OwnWordsForm({found, section, file, rest}: PartProps & {readonly rest: ReactNode}) {
  const {t, language} = useText();
  const navigate = useNavigate();
  const {own} = section;
  const key = `${OWN_WORDS}/${found.plan.id}/${section.key}`;
  const [start] = useState<OwnWordsDraft>(() => {
    const rating = own?.data.rating ?? null;
    const began = {
      words: wordsInHand(own?.data.words, language),
      rating: rating === null ? null : (String(rating) as OwnWordsDraft['rating']),
    };
    return {...began, began, seenWords: seen(own, 'words'), seenRating: seen(own, 'rating')};
  });
  const draft = useDraft<OwnWordsDraft>(key, () => start, readOwnWordsDraft);
  const saving = useSaving(draft, key, () => void navigate('/my-plan/new'));
  const {value} = draft;
  const [attempt, setAttempt] = useState(0);
  const faults: FormError[] = isTooLong(value.words) ? [{field: 'words', message: t('common:words.tooLong')}] : [];
  const shown = attempt === 0 ? [] : faults;
  const words = wordsOf(value.words);
  const wordsChanged = !isSame(value.words, value.began.words);
  const ratingChanged = ratingOf(value.rating) !== ratingOf(value.began.rating);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0) return;
    if (!wordsChanged && !ratingChanged) return saving.giveUp();
    const command: NewCommand<'own-words.write'> = {
      kind: 'own-words.write',
      record: section.ownId,
      person: file.id,
      body: {
        plan: found.plan.id,
        section: section.key,
        ...(wordsChanged ? {words} : {}),
        ...(ratingChanged ? {rating: ratingOf(value.rating)} : {}),
      },
      bases: {words: value.seenWords, rating: value.seenRating},
    };
    await saving.save(command);
  }

  return (
    <Page
      title={t(`young:section.${section.key}`)}
      caption={t('young:newPlan.title')}
      hasError={shown.length > 0}
      above={
        <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      }
    >
      <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
        <WordsField
          id="words"
          label={t('young:own.words')}
          hint={t('young:own.words.hint')}
          error={shown[0]?.message}
          value={value.words}
          onChange={changed => draft.change({...value, words: changed})}
          onLeave={() => void draft.flush()}
        />
        <RadioGroup
          id="rating"
          label={t('young:own.rating')}
          hint={t('young:own.rating.hint')}
          value={value.rating}
          onChange={rating => draft.change({...value, rating})}
          choices={HOW.map(each => ({value: each, label: t(`young:own.rating.${each}`)}))}
        />
        <DraftLine keeping={draft.keeping} />
        <ButtonRow>
          <Button submits busy={saving.busy}>
            {t('young:own.save')}
          </Button>
          <DiscardDraft
            label={t('common:cancel')}
            look="second"
            asks={wordsChanged && words !== null}
            onDiscard={() => void saving.giveUp()}
          />
        </ButtonRow>
      </form>
      {rest}
    </Page>
  );
}
