/** Whose money plan it is and where its screens are: a young person's own, or theirs with an adviser beside them. */
import type {DataOf} from '#domain/record-kinds.ts';
import type {Id} from '#domain/shared/ids.ts';

export interface Whose {
  readonly id: Id;
  readonly name: string;
  readonly isOwn: boolean;
  /** The address of the list; the other screens lie below it. */
  readonly base: string;
  readonly help: DataOf<'who-helps'> | undefined;
}

/** Whose screen it is, above the heading; on their own phone nobody need say. */
export const captionOf = ({isOwn, name}: Whose): {readonly caption?: string} => (isOwn ? {} : {caption: name});
