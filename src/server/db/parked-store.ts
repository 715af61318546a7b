/** Parked work as a worklist: who owns it, how it ended. The words lie in `body`, letter for letter, for ever. */
import type {Id} from '#domain/shared/ids.ts';
import type {Op} from '#protocol/ops.ts';
import type {Query} from './sql.ts';

export type ParkedEnd = 'filed' | 'filed_words' | 'closed' | 'came_by_itself';

export interface ParkedWork {
  readonly op: Id;
  readonly account: Id;
  /** Whose account it was when it was written. */
  readonly author: Id;
  readonly authorName: string;
  readonly client: Id | null;
  readonly person: Id | null;
  readonly reason: string;
  readonly body: Op;
  readonly parkedAt: string;
  readonly owner: Id | null;
  readonly closedAt: string | null;
  /** Holder. */
  readonly closedBy: Id | null;
  readonly closedAs: ParkedEnd | null;
  readonly closeWords: string | null;
  readonly settling: Id | null;
  readonly settledHash: string | null;
}

export interface Closing {
  readonly op: Id;
  readonly at: string;
  readonly by: Id;
  readonly as: ParkedEnd;
  readonly words: string | null;
  readonly settling: Id;
  readonly hash: string;
}

export interface ParkedWorkStore {
  list(state: 'open' | 'closed'): Promise<readonly ParkedWork[]>;
  /** Holds its row until the end of the transaction. */
  lock(op: Id): Promise<ParkedWork | undefined>;
  setOwner(op: Id, owner: Id | null): Promise<void>;
  close(closing: Closing): Promise<void>;
}

const WORK = `p.op, p.account, a.holder as author, a.name as "authorName", l.client, p.person, p.reason, p.body, p.parked_at as "parkedAt", p.owner,
  p.closed_at as "closedAt", p.closed_by as "closedBy", p.closed_as as "closedAs", p.close_words as "closeWords", p.settling, p.settled_hash as "settledHash"
  from parked p join account a on a.id = p.account left join op_log l on l.authority = p.authority and l.op = p.op where p.authority = $1`;
type Found = ParkedWork & Record<string, unknown>;

export function parkedWork(db: Query, authority: string): ParkedWorkStore {
  return {
    list: state =>
      state === 'open'
        ? db.query<Found>(`select ${WORK} and p.closed_at is null order by p.parked_at, p.op`, [authority])
        : db.query<Found>(`select ${WORK} and p.closed_at is not null order by p.closed_at desc, p.op limit 500`, [authority]),
    lock: async op => {
      await db.query('select op from parked where authority = $1 and op = $2 for update', [authority, op]);
      return (await db.query<Found>(`select ${WORK} and p.op = $2`, [authority, op]))[0];
    },
    setOwner: async (op, owner) =>
      void (await db.query('update parked set owner = $3 where authority = $1 and op = $2', [authority, op, owner])),
    close: async ({op, at, by, as, words, settling, hash}) =>
      void (await db.query(
        `update parked set closed_at = $3, closed_by = $4, closed_as = $5, close_words = $6, settling = $7, settled_hash = $8, owner = coalesce(owner, $4)
          where authority = $1 and op = $2 and closed_at is null`,
        [authority, op, at, by, as, words, settling, hash],
      )),
  };
}
