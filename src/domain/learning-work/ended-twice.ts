/**
 * The end of an activity that two devices each put something else in the place of: the earlier day stands with its reason, in
 * whatever order they arrive, and the others are listed as passed, as plain values are [T7], until somebody has seen them.
 */
import type {CalendarDate} from '../shared/calendar-date.ts';
import {sameValue} from '../shared/heads.ts';
import type {Head} from '../shared/record.ts';
import type {ACTIVITY_END_REASONS} from './codes.ts';
import type {Activity} from './present-activity.ts';

type ActivityEndReason = (typeof ACTIVITY_END_REASONS)[number];

interface ActivityEnd {
  readonly endOn: CalendarDate;
  readonly reason: ActivityEndReason | null;
}

type Writer = Omit<Head, 'value'>;

/** Each value once with all that wrote it: the first is shown, the others were passed by it. */
function passedBy(heads: readonly Head[]): readonly Head[] {
  const once = heads.filter((head, at) => heads.findIndex(({value}) => sameValue(value, head.value)) === at);
  return once.map((each, at) => {
    const {overtaken: _, ...head} = each;
    const ops = heads.flatMap(({value, ops: writers}) => (sameValue(value, head.value) ? writers : []));
    return at === 0 ? {...head, ops} : {...head, ops, overtaken: true};
  });
}

/** What stands there, by whoever ended it; nothing where nobody said. */
function stood(before: Activity, field: 'endOn' | 'endReason'): readonly Head[] {
  const {author, device, at, op} = before.made;
  const ended: Writer = before.heads['state']?.[0] ?? {ops: [op], author, device, at};
  const value = before.data[field] ?? null;
  return before.heads[field] ?? (value === null ? [] : [{...ended, value}]);
}

/** `before` has ended already, by somebody who did not know of this end. */
export function endedTwice(before: Activity, {endOn, reason}: ActivityEnd, mine: Writer): Activity {
  const days = [...stood(before, 'endOn'), {...mine, value: endOn}].toSorted((one, other) =>
    String(one.value) < String(other.value) ? -1 : 1,
  );
  const dayOf = ({ops}: Head) => days.findIndex(day => day.ops.some(op => ops.includes(op)));
  const reasons = [...stood(before, 'endReason'), ...(reason === null ? [] : [{...mine, value: reason}])];
  const heads = {endOn: passedBy(days), endReason: passedBy(reasons.toSorted((one, other) => dayOf(one) - dayOf(other)))};
  const data = {
    ...before.data,
    endOn: heads.endOn[0]?.value as CalendarDate,
    endReason: (heads.endReason[0]?.value ?? null) as ActivityEndReason | null,
  };
  return {...before, data, heads: {...before.heads, ...heads}};
}
