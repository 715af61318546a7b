/** What a young person's screens read: their own file, which is all that their device holds, and who helps them. */
import {isOwnAction} from '#domain/pathway-plan/own-action.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import type {Id} from '#domain/shared/ids.ts';
import {struckOut} from '#domain/shared/record.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {isToDo, promisesIn} from '#client/case/plan/promises.ts';
import {plansOf, type Plan} from '#client/case/plan/read-own-plan.ts';
import type {Folded, MemoryStore} from '#client/vault/contract.ts';

export interface OwnFile {
  readonly id: Id;
  readonly name: string;
  readonly person: DataOf<'young-person'> | undefined;
  readonly help: DataOf<'who-helps'> | undefined;
}

export function useOwnFile(): OwnFile {
  const {vault} = useOpenVault();
  const {holder: id, name} = vault.session;
  const person = useMemory(memory => memory.records(id, 'young-person')[0]?.data, [id]);
  const help = useMemory(memory => memory.records(id, 'who-helps')[0]?.data, [id]);
  return {id, name: person?.knownAs ?? person?.forename ?? name, person, help};
}

/** The name of a colleague who stands in the file, or null. */
export function helperName(help: DataOf<'who-helps'> | undefined, holder: Id | null): string | null {
  return help?.names.find(({id}) => id === holder)?.name ?? null;
}

type Action = Folded<'plan-action'>;

export interface Promises {
  /** What others will do, soonest first. */
  readonly others: readonly Action[];
  /** What the young person said they would do, with what they have ticked. */
  readonly mine: readonly Action[];
  /** Of others, long ago: still theirs to do, but folded away. */
  readonly earlier: readonly Action[];
}

const isOpen = (action: Action) => !struckOut(action) && isToDo(action);

export function isMine(action: Action, person: DataOf<'young-person'> | undefined): boolean {
  return person !== undefined && isOwnAction(action.data, person);
}

/** `before`: promises whose day lies before it are folded away quietly (welsh.md 16). */
export function readPromises(memory: MemoryStore, {id, person}: Pick<OwnFile, 'id' | 'person'>, before: string): Promises {
  const actions = promisesIn(memory, id);
  const others = actions.filter(action => isOpen(action) && !isMine(action, person));
  const isEarlier = ({data}: Action) => data.dueOn !== null && data.dueOn < before;
  return {
    others: others.filter(action => !isEarlier(action)),
    earlier: others.filter(isEarlier),
    mine: actions.filter(action => isMine(action, person) && (isOpen(action) || (action.delivery !== 'accepted' && !struckOut(action)))),
  };
}

/** The plan that is being made with them: theirs to read once it was shared, never a draft. */
export function newPlan(memory: MemoryStore, id: Id): Plan | undefined {
  return plansOf(memory, id).find(({data}) => data.status === 'shared' || data.status === 'for_sign_off');
}
