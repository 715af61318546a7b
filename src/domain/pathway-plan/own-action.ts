/**
 * Whose promise an action is. An owner is a colleague (by id) or a name in words; the young person is named by what they
 * are known as or by their own name, in whatever case and with or without accents.
 */
import type {DataOf} from '../record-kinds.ts';

const folded = (name: string) => name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[’']/gu, '').trim().toLowerCase();

export function isOwnAction(
  action: Pick<DataOf<'plan-action'>, 'owner' | 'ownerStaff'>,
  person: Pick<DataOf<'young-person'>, 'knownAs' | 'forename' | 'surname'>,
): boolean {
  if (action.ownerStaff !== null || action.owner === null) return false;
  const {knownAs, forename, surname} = person;
  const names = [knownAs, forename, `${forename} ${surname}`, knownAs === null ? null : `${knownAs} ${surname}`];
  return names.some(name => name !== null && folded(name) === folded(action.owner ?? ''));
}
