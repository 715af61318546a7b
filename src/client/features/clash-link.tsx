/** From where a field is read to the page on which somebody chooses between its versions; nothing where there is one. */
import type {Id} from '#domain/shared/ids.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';

export function ClashLink({record, label}: {readonly record: Id; readonly label: string}) {
  const fields = useMemory(
    memory =>
      memory
        .clashes()
        .filter(clash => clash.record.id === record && clash.how === 'both_kept')
        .map(({field}) => field),
    [record],
  );
  if (fields.length === 0) return null;
  return (
    <LinkButton look="second" to={fields.length === 1 ? `/together/${record}/${fields[0]}` : '/together'}>
      {label}
    </LinkButton>
  );
}
