/** Who opened the whole file, asked of the server when somebody wants to know. */
import {useEffect, useState} from 'react';
import type {Id} from '#domain/shared/ids.ts';
import type {LooksAnswer} from '#client/sync/contract.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import {useToday} from '#client/ui/use-today.ts';

export function LooksList({person, none, offline}: {readonly person: Id; readonly none: string; readonly offline: string}) {
  const {t, format} = useText();
  const {syncing} = useOpenVault();
  const today = useToday();
  const [answer, setAnswer] = useState<LooksAnswer['looks'] | 'asking' | 'failed'>('asking');
  useEffect(() => {
    let current = true;
    void syncing.online.looks(person).then(found => {
      if (current) setAnswer(found.ok ? found.value.looks : 'failed');
    });
    return () => {
      current = false;
    };
  }, [syncing, person]);
  if (answer === 'asking') return null;
  if (answer === 'failed') return <p role="status">{offline}</p>;
  if (answer.length === 0) return <p role="status">{none}</p>;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {answer.map(({at, name, role}) => (
        <li key={at}>
          {[name ?? t('common:formerColleague'), role === null ? null : t(`codes:role.${role}`), format.moment(at, today)]
            .filter(Boolean)
            .join(' · ')}
        </li>
      ))}
    </ul>
  );
}
