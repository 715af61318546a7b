/** How things stand with somebody's worries, and nothing of what they are about: enough for a list. */
import type {RecordOf} from '../record-kinds.ts';
import {PASSED_TO, type WorryKind} from './codes.ts';
import {goneIn, isAnswered, presentRound} from './rounds.ts';
import type {PassedOn} from './worry.ts';

type WorryRecord = RecordOf<'worry'>;

/** Said by somebody of the team, and not by the young person alone. */
export const isStaffs = ({made, person}: Pick<WorryRecord, 'made' | 'person'>): boolean => made.author !== person;

/** Null: nobody has to look. 'open': somebody has said of each that they read it. Without what was struck out. */
export function openWorry(worries: readonly WorryRecord[]): 'unread' | 'open' | null {
  const open = worries.filter(({data}) => data.closedAt === null);
  if (open.length === 0) return null;
  return open.every(({data}) => data.seenBy.length > 0) ? 'open' : 'unread';
}

export interface AlarmHeadline {
  readonly to: (typeof PASSED_TO)[number] | null;
  readonly at: string;
  readonly urgent: boolean;
  /** Nobody was there when it came so far, and nobody has it. */
  readonly nobody?: true | undefined;
}

const stepOf = ({to}: PassedOn): number => PASSED_TO.indexOf(to);

/** Of the open ones that nobody has answered since they went their way: what cannot wait first, then how far it has come. */
export function alarmHeadline(worries: readonly WorryRecord[], urgentKinds: readonly WorryKind[]): AlarmHeadline | null {
  const headlines = worries.flatMap((worry): readonly AlarmHeadline[] => {
    const {data} = worry;
    const round = presentRound(data);
    if (data.closedAt !== null || round === null || isAnswered(data, round, isStaffs(worry))) return [];
    // Whoever is told beside it later takes nothing back from where it is; where nobody was, it is not, as long as somebody has it.
    const steps = goneIn(data, round).toSorted((one, other) => stepOf(other) - stepOf(one) || (one.at < other.at ? 1 : -1));
    const last = steps.find(({holders}) => holders.length > 0) ?? steps[0];
    return [
      {
        to: last?.to ?? null,
        at: last?.at ?? round.since,
        urgent: urgentKinds.includes(data.about),
        ...(last?.holders.length === 0 ? {nobody: true as const} : {}),
      },
    ];
  });
  const rank = ({urgent, to}: AlarmHeadline) => (urgent ? PASSED_TO.length : 0) + (to === null ? -1 : PASSED_TO.indexOf(to));
  return headlines.toSorted((one, other) => rank(other) - rank(one))[0] ?? null;
}
