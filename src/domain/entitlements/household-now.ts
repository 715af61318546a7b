/** Who lives in the home of the day, as far as it is known and nobody contradicts it. */
import {HOME_GROUPS} from '../accommodation/codes.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {fieldsToChoose} from '../shared/versions.ts';

type Home = Pick<DataOf<'stay'>, 'startOn' | 'type'> | undefined;

/**
 * Whether they are held in custody: council tax is of somebody's home, which a prison is not, and of a home that is kept
 * for them no rule here says how it counts meanwhile.
 */
export const isHeld = (home: Home): boolean => !!home?.type && HOME_GROUPS[home.type] === 'custody';

/**
 * Who lives in the home of the day: nothing where it was said before the move to it, nor while they are held, nor where two have said it apart and nobody
 * has chosen: no paper and no screen asks for a tax that one of them contradicts.
 */
export const householdOf = (said: RecordOf<'household'> | undefined, home: Home): DataOf<'household'> | undefined =>
  said === undefined || saidApart(said) || isHeld(home) || (home?.startOn && said.data.asOf < home.startOn) ? undefined : said.data;

/** Two versions of it stand. */
export const saidApart = (said: RecordOf<'household'>): boolean => fieldsToChoose(said).length > 0;
