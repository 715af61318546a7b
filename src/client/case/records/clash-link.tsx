/** From where a field is read to the page on which somebody chooses between its versions; nothing where there is one. */
import type {DomainRecord} from '#domain/shared/record.ts';
import {fieldsToChoose} from '#domain/shared/versions.ts';
import {LinkButton} from '#client/ui/button.tsx';

export function ClashLink({record, label}: {readonly record: DomainRecord; readonly label: string}) {
  const fields = fieldsToChoose(record);
  if (fields.length === 0) return null;
  return (
    <LinkButton look="second" to={fields.length === 1 ? `/together/${record.id}/${fields[0]}` : '/together'}>
      {label}
    </LinkButton>
  );
}
