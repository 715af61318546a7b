/** Who lives in the home of the day, as far as it is known and nobody contradicts it. */
import type {DataOf, RecordOf} from '../record-kinds.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';
import {fieldsToChoose} from '../shared/versions.ts';

/**
 * Who lives in the home of the day: nothing where it was said before the move to it, nor where two have said it apart and nobody
 * has chosen: no paper and no screen asks for a tax that one of them contradicts.
 */
export const householdOf = (
  said: RecordOf<'household'> | undefined,
  home: {readonly startOn: CalendarDate | null} | undefined,
): DataOf<'household'> | undefined =>
  said === undefined || saidApart(said) || (home?.startOn && said.data.asOf < home.startOn) ? undefined : said.data;

/** Two versions of it stand. */
export const saidApart = (said: RecordOf<'household'>): boolean => fieldsToChoose(said).length > 0;
