/**
 * What has happened to a worry, in the order in which it happened: written, received, passed on, read, done, closed. One story
 * for whoever raised it and for whoever answers; nothing stands in it that the record does not say.
 */
import type {DataOf} from '#domain/record-kinds.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {Words} from '#domain/shared/fields.ts';

type Data = DataOf<'worry'>;
export type StoryStep =
  | {readonly is: 'written' | 'received' | 'closed'; readonly at: string}
  | {
      readonly is: 'passed';
      readonly at: string;
      readonly to: NonNullable<Data['passed']>[number]['to'];
      readonly dueAt: string;
      readonly holders: readonly Id[];
    }
  | {readonly is: 'seen'; readonly at: string; readonly holders: readonly Id[]}
  | {
      readonly is: NonNullable<Data['acts']>[number]['what'];
      readonly at: string;
      readonly holders: readonly Id[];
      readonly to: NonNullable<Data['acts']>[number]['to'];
      readonly words: Words | null;
    };

const isAfter = (one: StoryStep, other: StoryStep) => Date.parse(one.at) - Date.parse(other.at);

export function storyOf(data: Data): readonly StoryStep[] {
  const steps: readonly StoryStep[] = [
    ...(data.receivedAt === null ? [] : [{is: 'received' as const, at: data.receivedAt}]),
    ...(data.passed ?? []).map(({to, holders, dueAt, at}) => ({is: 'passed' as const, at, dueAt, to, holders})),
    ...data.seenBy.map(({holder, at}) => ({is: 'seen' as const, at, holders: [holder]})),
    ...(data.acts ?? []).map(({what, by, at, to, words}) => ({is: what, at, holders: [by], to, words})),
    ...(data.closedAt === null ? [] : [{is: 'closed' as const, at: data.closedAt}]),
  ];
  // Of one instant in the order of above; the writing comes first whatever the phone's clock said.
  return [{is: 'written', at: data.raisedAt}, ...steps.toSorted(isAfter)];
}

/** What came of it stays in view for so long after it was closed. */
const NEWS_MS = 3 * 86_400_000;

/** Open, or closed a little while ago. */
export const isNews = ({closedAt}: Pick<Data, 'closedAt'>, now: number): boolean =>
  closedAt === null || now - Date.parse(closedAt) < NEWS_MS;
