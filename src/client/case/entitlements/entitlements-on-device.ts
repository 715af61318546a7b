/** Rights now and next of somebody whose file is here, worked out on this device; null where it is not. */
import {entitlementsOf} from '#domain/entitlements/entitlements.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import {keptPerFile} from '#client/case/person/kept-per-file.ts';

export const entitlementsOnDevice = keptPerFile((memory, person, today) => {
  const file = memory.file(person);
  if (!file.some(record => isKind(record, 'young-person'))) return null;
  const settings = [...memory.records(null, 'setting'), ...memory.records(null, 'income-scheme')];
  return {...entitlementsOf(file, settings, today), higherEducationPence: memory.settings()('higherEducationAmountPence', today)};
});
