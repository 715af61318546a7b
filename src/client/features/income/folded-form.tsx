/** One of the forms about a place in a scheme, folded away until it is wanted, with a draft of its own. */
import type {ReactNode} from 'react';
import type {Id} from '#domain/shared/ids.ts';
import {FoldedForm} from '#client/forms/kept-form.tsx';
import type {PersonOnDevice} from '#client/case/person/people-on-device.ts';
import type {EnrolmentCase} from '#client/case/income/read-enrolment.ts';

export interface FormProps {
  readonly person: PersonOnDevice;
  readonly found: EnrolmentCase;
}

export interface OpenProps extends FormProps {
  readonly draftKey: string;
  readonly onClose: () => void;
}

export function Folded({
  name,
  summary,
  person,
  found,
  children,
}: FormProps & {readonly name: string; readonly summary: string; readonly children: (open: OpenProps) => ReactNode}) {
  const draftKey = `income-${name}/${person.id}/${found.enrolment.id}`;
  return (
    <FoldedForm summary={summary} draftKey={draftKey}>
      {onClose => children({person, found, draftKey, onClose})}
    </FoldedForm>
  );
}

export const target = ({person, found}: FormProps): {record: Id; person: Id} => ({record: found.enrolment.id, person: person.id});
