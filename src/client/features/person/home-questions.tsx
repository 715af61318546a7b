/** What does not fit in the homes of a file: two at once, days without one, none that is open, a room kept with nobody away. Nothing is mended by itself: a person says what is right. */
import {spellQuestions, type SpellQuestion} from '#domain/accommodation/spells.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useSaveNow} from '#client/forms/use-save-now.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {HomeWay} from './home-way.tsx';
import type {PartProps} from './part.ts';

export function HomeQuestions({person, today}: PartProps) {
  const {t} = useText();
  const questions = useMemory(
    memory => {
      const died = memory.records(person.id, 'young-person')[0]?.data.diedOn ?? null;
      return spellQuestions(memory.records(person.id, 'stay'), today, died);
    },
    [person.id, today],
  );
  if (questions.length === 0) return null;
  return (
    <Section title={t('home:questions')}>
      <CardList>
        {questions.map(question => (
          <li key={[question.what, ...question.stays].join(' ')}>
            <Question question={question} person={person.id} />
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function Question({question, person}: {readonly question: SpellQuestion; readonly person: Id}) {
  const {t, format} = useText();
  const nameOf = useStayNames(person);
  const {vault} = useOpenVault();
  const saving = useSaveNow();
  const [one = '', other] = question.stays;
  const names = {one: nameOf(one), other: other === undefined ? '' : nameOf(other)};
  const known = () => vault.memory.records(person, 'stay').map(({id}) => id);
  const dates =
    'from' in question
      ? {from: format.longDate(question.from), until: 'until' in question && question.until !== null ? format.longDate(question.until) : ''}
      : {from: '', until: ''};
  const isOpen = question.what === 'overlap' && question.until === null;
  return (
    <Card level={3} tone="attention" title={t(isOpen ? 'home:question.twoOpen' : `home:question.${question.what}`)}>
      <p>{t(isOpen ? 'home:question.twoOpen.words' : `home:question.${question.what}.words`, {...names, ...dates})}</p>
      {question.what === 'gap' && (
        <ButtonRow>
          <Button
            look="second"
            busy={saving.busy}
            onPress={() =>
              void saving.save({
                kind: 'stay.enter',
                record: vault.newId(),
                person,
                body: {startOn: question.from, endOn: question.until, ends: null, known: known(), facts: {type: 'not_known'}},
              })
            }
          >
            {t('home:question.gap.notKnown')}
          </Button>
          <HomeWay person={person} form="move" way="gap" look="second" />
        </ButtonRow>
      )}
      {question.what === 'none_open' && (
        <ButtonRow>
          <Button
            look="second"
            busy={saving.busy}
            onPress={() => void saving.save({kind: 'stay.correct-days', record: one, person, body: {endOn: null, known: known()}})}
          >
            {t('home:question.none_open.still')}
          </Button>
          <HomeWay person={person} form="move" way="move" look="second" />
        </ButtonRow>
      )}
      {question.what === 'room_kept' && (
        <ButtonRow>
          <Button
            look="second"
            busy={saving.busy}
            onPress={() => void saving.save({kind: 'stay.change', record: one, person, body: {keptWhileAway: false}})}
          >
            {t('home:question.room_kept.there')}
          </Button>
          <HomeWay person={person} form="move" way="move" look="second" />
        </ButtonRow>
      )}
      {saving.refused !== null && <p role="alert">{saving.refused}</p>}
      {question.stays.map(stay => (
        <p key={stay}>
          <HomeWay person={person} form="days" of={stay} way="days" what={nameOf(stay)} />
        </p>
      ))}
    </Card>
  );
}

/** A home by what it is and when it began, as people would tell it from another. */
function useStayNames(person: Id): (stay: Id) => string {
  const {t, format} = useText();
  const stays = useMemory(memory => memory.records(person, 'stay'), [person]);
  return id => {
    const data = stays.find(stay => stay.id === id)?.data;
    const type = data?.type ? t(`codes:home.${data.type}`) : t('person:home.typeNotRecorded');
    return data?.startOn ? t('home:named', {type, date: format.longDate(data.startOn)}) : type;
  };
}
