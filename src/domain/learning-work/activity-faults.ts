/** Activities that cannot be: days the wrong way round or not yet come, a start that nobody waits for, a reason where the code says it. */
import type {CaseRecords, Command, DecideContext, Refusal} from '../command.ts';
import type {DataOf} from '../record-kinds.ts';
import {aheadFault, happenedFault} from '../young-person/days-of-life.ts';
import {refusalOf, type Fault} from '../young-person/profile-records.ts';
import {canBeAwaited, isTrainingOrWork, takesNeetReason} from './codes.ts';

type Data = Partial<DataOf<'activity'>> & Pick<DataOf<'activity'>, 'code' | 'since' | 'endOn'>;

/** Only what is waited for has a start, which is not the day on which the waiting began, and is learning or work. */
function awaitedFault({code, since, startsOn = null, startsAs = null}: Data): Fault {
  if (code !== 'awaiting_start')
    return (startsOn !== null && ['out_of_range', 'startsOn']) || (startsAs !== null && ['out_of_range', 'startsAs']);
  if (startsOn === null) return ['words_missing', 'startsOn'];
  if (startsAs === null) return ['words_missing', 'startsAs'];
  return (
    (since !== null && startsOn <= since && (['dates_out_of_order', 'startsOn'] as const)) ||
    (!canBeAwaited(startsAs) && (['out_of_range', 'startsAs'] as const))
  );
}

/** @param whole the activity as it would stand. Null: it can be. */
export function activityFault(whole: Data, records: CaseRecords, command: Command, context: DecideContext): Refusal | null {
  const {code, since, endOn, expectedEndOn = null, startsOn = null, neetReason = null, isTraining = null} = whole;
  return (
    happenedFault(records, command, context, 'since', since) ??
    aheadFault(context, 'expectedEndOn', expectedEndOn) ??
    aheadFault(context, 'startsOn', startsOn) ??
    refusalOf(
      since !== null && endOn !== null && endOn < since && ['dates_out_of_order', 'since'],
      since !== null && expectedEndOn !== null && expectedEndOn < since && ['dates_out_of_order', 'expectedEndOn'],
      awaitedFault(whole),
      neetReason !== null && !takesNeetReason(code) && ['out_of_range', 'neetReason'],
      isTraining !== null && !isTrainingOrWork(code) && ['out_of_range', 'isTraining'],
    )
  );
}
