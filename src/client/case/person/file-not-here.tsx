/** A page about something in a file that is not on this device: why, and how whoever may opens it. */
import {useState} from 'react';
import {useText} from '#client/i18n/text.ts';
import {OpenFile} from './open-file.tsx';
import type {PersonOnDevice} from './people-on-device.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';

/** Nothing to show: a manager's device opens the file first, with a connection. */
interface FileNotHereProps {
  readonly person: PersonOnDevice | null;
  readonly id: string;
  /** The part of the file that it belongs to, and what it is called. */
  readonly part: 'home' | 'money' | 'profile';
  readonly back: string;
}

export function FileNotHere({person, id, part, back}: FileNotHereProps) {
  const {t} = useText();
  const [, setOpened] = useState(0);
  const isElsewhere = person !== null && !person.holdsFile;
  return (
    <EmptyState>
      <p>{t(isElsewhere ? 'person:notHere.words' : 'errors:refusal.unknown_record')}</p>
      {isElsewhere && <OpenFile person={id} name={person.knownAs} onOpened={() => setOpened(count => count + 1)} />}
      <LinkButton look="quiet" to={`/people/${id}/${part}`}>
        {back}
      </LinkButton>
    </EmptyState>
  );
}
