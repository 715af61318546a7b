/** What is to be looked at in a return before it is sent, by what it is: of each, whose it is, of which day, and a way to where it is put right. */
import {CHECKS} from '#domain/statutory-extract/checks.ts';
import {useText} from '#client/i18n/text.ts';
import {Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {Link} from '#client/ui/link.tsx';
import {placeOf, pointWords, type Question} from './return-places.ts';

/** So few are shown at once; more are opened when they are wanted. */
const SHOWN = 3;

export function QuestionList({questions}: {readonly questions: readonly Question[]}) {
  const {t} = useText();
  const isNameless = questions.some(({name}) => name === null);
  return (
    <Section title={t('returns:checks')}>
      {questions.length === 0 ? (
        <p>{t('returns:checks.none')}</p>
      ) : (
        <p>{t(isNameless ? 'returns:checks.nameless' : 'returns:checks.words')}</p>
      )}
      {CHECKS.map(check => (
        <OneCheck key={check} check={check} questions={questions.filter(each => each.check === check)} />
      ))}
    </Section>
  );
}

function OneCheck({check, questions}: {readonly check: (typeof CHECKS)[number]; readonly questions: readonly Question[]}) {
  const {t, format} = useText();
  if (questions.length === 0) return null;
  const title = [t(`returns:check.${check}`), format.number(questions.length)].join(': ');
  return (
    <Details summary={title} open={questions.length <= SHOWN}>
      <p>{t(`returns:check.${check}.words`)}</p>
      <ul className="govuk-list govuk-list--bullet">
        {questions.map((question, at) => (
          // One person can have the same question of one day about different records.
          <li key={[question.person, question.point, ...question.records, at].join(' ')}>
            <Whose question={question} />
          </li>
        ))}
      </ul>
    </Details>
  );
}

function Whose({question}: {readonly question: Question}) {
  const {t, format} = useText();
  const {name, localId, point, on} = question;
  const day = point === null || on === null ? t('returns:checks.file') : [pointWords(t, point), format.longDate(on)].join(', ');
  return (
    <>
      {name === null ? (
        <span translate="no">{localId}</span>
      ) : (
        <Link className="govuk-link" to={placeOf(question)}>
          <span translate="no">{name}</span>
        </Link>
      )}
      {` · ${day}`}
    </>
  );
}
