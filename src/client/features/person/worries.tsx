/**
 * Worries that nobody has closed, the most pressing first; the way to put one down for a young person who phoned; and those that
 * were closed, with what was done: an adviser reads in the morning what duty did at night.
 */
import * as z from 'zod/mini';
import {may} from '#domain/access/permissions.ts';
import {WORRY_KINDS, type WorryKind} from '#domain/worry/codes.ts';
import {millisecondsOf} from '#domain/shared/calendar-date.ts';
import {struckOut} from '#domain/shared/record.ts';
import {errorsOf, FoldedForm, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import {readAs} from '#client/forms/use-draft.ts';
import {isTooLong, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import {useNow} from '#client/ui/use-now.ts';
import {WorryCard} from '#client/case/worry/worry-card.tsx';
import {isNews} from '#client/case/worry/worry-story.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {CardList, Section} from '#client/ui/card.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {Details} from '#client/ui/details.tsx';
import type {FormError} from '#client/ui/error-summary.tsx';
import type {Folded} from '#client/vault/contract.ts';
import {HomeWay} from './home-way.tsx';
import type {PartProps} from './part.ts';

export function Worries({person}: PartProps) {
  const {t} = useText();
  const {role} = useOpenVault().vault.session;
  const now = useNow();
  const worries = useMemory(memory => memory.records(person.id, 'worry').filter(worry => !struckOut(worry)), [person.id]);
  const open = worries
    .filter(({data}) => data.closedAt === null)
    .toSorted((one, other) => WORRY_KINDS.indexOf(one.data.about) - WORRY_KINDS.indexOf(other.data.about));
  const closed = worries
    .filter(({data}) => data.closedAt !== null)
    .toSorted((one, other) => millisecondsOf(other.data.closedAt ?? '') - millisecondsOf(one.data.closedAt ?? ''));
  const mayRaise = may(role, 'worry.raise', true) && !person.died;
  return (
    <>
      {open.length > 0 && (
        <Section title={t('person:worries')}>
          <Cards worries={open} person={person} level={3} />
        </Section>
      )}
      {mayRaise && <RaiseWorry id={person.id} name={person.knownAs} />}
      {closed.length > 0 && (
        <Details summary={t('person:worries.closed')} open={closed.some(({data}) => isNews(data, now))}>
          <Cards worries={closed} person={person} level={2} />
        </Details>
      )}
    </>
  );
}

interface CardsProps {
  readonly worries: readonly Folded<'worry'>[];
  readonly person: PartProps['person'];
  readonly level: 2 | 3;
}

function Cards({worries, person, level}: CardsProps) {
  const shared = useMemory(memory => memory.scope(person.id, 'shared'), [person.id]);
  const mayAnswer = may(useOpenVault().vault.session.role, 'worry.answer', true);
  return (
    <CardList>
      {worries.map(worry => (
        <li key={worry.id}>
          <WorryCard level={level} worry={worry} name={person.knownAs} isShared={worry.scope === shared} mayAnswer={mayAnswer}>
            {worry.data.closedAt === null && worry.data.about === 'no_home_tonight' && (
              <HomeWay person={person.id} form="homeless" of="tonight" way="homeless" />
            )}
          </WorryCard>
        </li>
      ))}
    </CardList>
  );
}

const draftSchema = z.object({
  about: z.nullable(z.enum(WORRY_KINDS)),
  words: z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])}),
});
const readDraft = readAs(draftSchema);

interface RaiseProps {
  readonly id: string;
  readonly name: string;
}

function RaiseWorry(props: RaiseProps) {
  const {t} = useText();
  const draftKey = `worry-raise/${props.id}`;
  return (
    <FoldedForm summary={t('person:worry.raise')} draftKey={draftKey}>
      {onClose => <RaiseForm {...props} draftKey={draftKey} onClose={onClose} />}
    </FoldedForm>
  );
}

/** Said on the phone or face to face: the young person reads it, and what comes of it. */
function RaiseForm({id: person, name, draftKey, onClose}: RaiseProps & {readonly draftKey: string; readonly onClose: () => void}) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const start = () => ({about: null, words: {text: '', lang: language}});
  const form = useKeptForm<z.infer<typeof draftSchema>>(draftKey, start, readDraft, onClose);
  const {about, words} = form.value;
  const faults: FormError[] = [];
  if (about === null) faults.push({field: 'worry-about', message: t('person:worry.raise.about.missing')});
  if (isTooLong(words)) faults.push({field: 'worry-words', message: t('common:words.tooLong')});
  const {error} = errorsOf(form, faults);
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('person:worry.raise.save')}
      commands={() => (about === null ? [] : [{kind: 'worry.raise', record: vault.newId(), person, body: {about, words: wordsOf(words)}}])}
    >
      <p>{t('person:worry.raise.what', {name})}</p>
      <RadioGroup<WorryKind>
        id="worry-about"
        label={t('person:worry.raise.about')}
        error={error('worry-about')}
        value={about}
        onChange={chosen => form.change({about: chosen})}
        choices={WORRY_KINDS.map(kind => ({value: kind, label: t(`codes:worry.${kind}`)}))}
      />
      <WordsField
        id="worry-words"
        label={t('person:worry.raise.words')}
        hint={t('person:worry.outcome.shared', {name})}
        rows={4}
        error={error('worry-words')}
        value={words}
        onChange={changed => form.change({words: changed})}
        onLeave={() => void form.draft.flush()}
      />
    </KeptForm>
  );
}
