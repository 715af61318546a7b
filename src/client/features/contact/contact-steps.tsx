/** The three taps: who, how, where. Each answered step folds into one line with a way back. */
import {useState} from 'react';
import {compareNames} from '#client/i18n/names-and-order.ts';
import {useText} from '#client/i18n/text.ts';
import {matchesName, peopleOnDevice} from '#client/case/person/people-on-device.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {ChoiceTiles} from '#client/ui/choice-tiles.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import type {FormError} from '#client/ui/error-summary.tsx';
import {SearchBox} from '#client/ui/search-box.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {outcomesOf, WAYS, type ContactDraft, type Way} from './contact-draft.ts';

interface StepsProps {
  readonly draft: ContactDraft;
  readonly errors: readonly FormError[];
  readonly onChange: (draft: ContactDraft) => void;
}

/** Above this many people a search is shown over the list. */
const LIST_LIMIT = 8;

export function ContactSteps({draft, errors, onChange}: StepsProps) {
  const {t} = useText();
  const today = useToday();
  const [search, setSearch] = useState('');
  const people = useMemory(
    memory =>
      peopleOnDevice(memory, today)
        .filter(({holdsFile, died}) => holdsFile && !died)
        .toSorted((one, other) => compareNames(one.knownAs, other.knownAs)),
    [today],
  );
  const shown = people.filter(person => person.id === draft.person || matchesName(person, search));
  const error = (field: string) => errors.find(each => each.field === field)?.message;
  const wayLabel = (way: Way) => (way === 'visit' ? t('contact:how.visit') : t(`codes:contactType.${way}`));

  function chooseWay(way: Way | null) {
    const outcome = way !== null && draft.outcome !== null && outcomesOf(way).includes(draft.outcome) ? draft.outcome : null;
    onChange({...draft, way, outcome, where: way === 'visit' ? draft.where : null});
  }

  return (
    <>
      {draft.person === null && people.length > LIST_LIMIT && (
        <SearchBox
          id="who-search"
          label={t('people:search.label')}
          hint={t('people:search.hint')}
          value={search}
          found={t('people:found', {count: shown.length})}
          onChange={setSearch}
        />
      )}
      {people.length === 0 && (
        <EmptyState>
          <p>{t('contact:who.none')}</p>
          <LinkButton look="second" to="/people">
            {t('common:nav.people')}
          </LinkButton>
        </EmptyState>
      )}
      <ChoiceTiles
        id="who"
        question={t('contact:who.title')}
        chosen={draft.person}
        changeLabel={t('contact:who.change')}
        error={error('who')}
        choices={shown.map(({id, knownAs, legalName}) => ({
          value: id,
          label: knownAs,
          hint: legalName.startsWith(`${knownAs} `) ? legalName.slice(knownAs.length + 1) : legalName,
        }))}
        onChoose={person => onChange({...draft, person})}
      />
      {draft.person !== null && (
        <ChoiceTiles
          id="how"
          question={t('contact:how.title')}
          chosen={draft.way}
          changeLabel={t('contact:stepChange', {step: t('contact:how.title')})}
          error={error('how')}
          choices={WAYS.map(way => ({value: way, label: wayLabel(way)}))}
          onChoose={chooseWay}
        />
      )}
      {draft.person !== null && draft.way === 'visit' && (
        <ChoiceTiles
          id="where"
          question={t('contact:where.title')}
          chosen={draft.where}
          changeLabel={t('contact:stepChange', {step: t('contact:where.title')})}
          error={error('where')}
          choices={[
            {value: 'home', label: t('contact:where.home'), hint: t('contact:where.home.hint')},
            {value: 'elsewhere', label: t('contact:where.elsewhere'), hint: t('contact:where.elsewhere.hint')},
          ]}
          onChoose={where => onChange({...draft, where})}
        />
      )}
    </>
  );
}
