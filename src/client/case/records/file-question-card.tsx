/** That something of a whole file waits to be put together: what, of whom, and the way to where it is settled. */
import type {Id} from '#domain/shared/ids.ts';
import type {FileQuestion} from '#domain/young-person/codes.ts';
import {useText} from '#client/i18n/text.ts';
import {Card} from '#client/ui/card.tsx';

const PLACE_OF: Readonly<Record<FileQuestion, string>> = {two_episodes: '/home', two_homes: '/home', main_activity: '/learning'};

interface FileQuestionCardProps {
  readonly person: {readonly id: Id; readonly knownAs: string};
  readonly question: FileQuestion;
  readonly level: 2 | 3;
}

export function FileQuestionCard({person, question, level}: FileQuestionCardProps) {
  const {t} = useText();
  return (
    <Card level={level} tone="attention" title={person.knownAs} to={`/people/${person.id}${PLACE_OF[question]}`}>
      <p>{t(`today:question.${question}`)}</p>
    </Card>
  );
}
