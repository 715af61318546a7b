/**
 * Everything on this device of which there are several versions, newest first: each leads to reading and choosing. For staff
 * also what of a whole file waits to be put together, with the way to where that is done.
 */
import {Fragment} from 'react';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {fileQuestions} from '#domain/young-person/file-questions.ts';
import {FileQuestionCard} from '#client/case/records/file-question-card.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {useContextOf, useWhatOf, useWriterName} from '#client/case/records/version-words.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Clash, MemoryStore} from '#client/vault/contract.ts';
import {Card, CardList} from '#client/ui/card.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Page} from '#client/ui/page.tsx';
import {useToday} from '#client/ui/use-today.ts';

export function TogetherPage() {
  const {t} = useText();
  const today = useToday();
  const {role} = useOpenVault().vault.session;
  const clashes = useMemory(memory => memory.clashes().filter(({how}) => how === 'both_kept'), []);
  const questions = useMemory(memory => (role === 'young_person' ? [] : questionsOnDevice(memory, today)), [role, today]);
  return (
    <Page title={t('together:title')}>
      {clashes.length + questions.length === 0 ? (
        <EmptyState>
          <p>{t('together:none')}</p>
        </EmptyState>
      ) : (
        <>
          <p className="govuk-body">{t('together:intro')}</p>
          <CardList>
            {clashes.map(clash => (
              <li key={`${clash.record.id} ${clash.field}`}>
                <ClashCard clash={clash} />
              </li>
            ))}
            {questions.map(each => (
              <li key={`${each.person.id} ${each.question}`}>
                <FileQuestionCard {...each} level={2} />
              </li>
            ))}
          </CardList>
        </>
      )}
    </Page>
  );
}

const questionsOnDevice = (memory: MemoryStore, today: CalendarDate) =>
  memory.people().flatMap(id => {
    const knownAs = memory.records(id, 'summary')[0]?.data.knownAs;
    const asked = knownAs === undefined ? [] : fileQuestions(memory.file(id), today);
    return asked.map(question => ({person: {id, knownAs: knownAs ?? ''}, question}));
  });

function ClashCard({clash: {record, field, heads}}: {readonly clash: Clash}) {
  const {t, format} = useText();
  const whatOf = useWhatOf();
  const contextOf = useContextOf();
  const nameOf = useWriterName();
  const name = useMemory(
    memory => (record.person === null ? null : (memory.records(record.person, 'summary')[0]?.data.knownAs ?? null)),
    [record.person],
  );
  const context = contextOf(record);
  const writers = [...new Set(heads.map(({author}) => nameOf(author, record.person) ?? t('together:you')))];
  return (
    <Card level={2} tone="attention" title={whatOf(record, field)} to={`/together/${record.id}/${field}`}>
      {name !== null && <p>{t('together:about', {name})}</p>}
      {context !== null && (typeof context === 'string' ? <p>{context}</p> : <FreeText words={context} />)}
      <p className="app-quiet">
        {[t('together:number', {number: heads.length}), writers.length > 1 && t('together:writers', {names: format.listNames(writers)})]
          .filter(line => line !== false)
          .map((line, index) => (
            <Fragment key={line}>
              {index > 0 && <br />}
              {line}
            </Fragment>
          ))}
      </p>
    </Card>
  );
}
