/**
 * What of a whole file waits for somebody to put it together, where no one field has two versions: two homes at once, several
 * activities and no one main, two open episodes of homelessness. Codes, for lists; each is settled at its own place in the file.
 */
import {openEpisodes} from '../accommodation/open-episodes.ts';
import {spellQuestions} from '../accommodation/spells.ts';
import {rivalsOn} from '../learning-work/present-activity.ts';
import type {KindCode, RecordOf} from '../record-kinds.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';
import {isKind} from '../shared/is-kind.ts';
import type {DomainRecord} from '../shared/record.ts';
import {FILE_QUESTIONS, type FileQuestion} from './codes.ts';

/** `file`: all of one person. Nothing is asked any more of somebody who has died. */
export function fileQuestions(file: readonly DomainRecord[], today: CalendarDate): readonly FileQuestion[] {
  const of = <Kind extends KindCode>(kind: Kind) => file.filter((record): record is RecordOf<Kind> => isKind(record, kind));
  if (of('young-person').some(({data}) => data.diedOn !== null)) return [];
  const asked: Readonly<Record<FileQuestion, boolean>> = {
    two_homes: spellQuestions(of('stay'), today).some(each => each.what === 'overlap' && (each.until === null || each.until > today)),
    two_episodes: openEpisodes(of('homeless-episode'), today).length > 1,
    main_activity: rivalsOn(file, today).length > 0,
  };
  return FILE_QUESTIONS.filter(question => asked[question]);
}
