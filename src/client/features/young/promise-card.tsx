/** A promise in the young person's own view: what, who, by when. Their own they can tick, and untick. */
import type {Id} from '#domain/shared/ids.ts';
import {useState} from 'react';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {LabelledAsWritten} from '#client/ui/as-written.tsx';
import {Button} from '#client/ui/button.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {StatusList, StatusText} from '#client/ui/status-text.tsx';
import {ClashLink} from '#client/case/records/clash-link.tsx';
import {refusalMessage} from '#client/forms/refusal-message.ts';
import {StruckMark} from '#client/case/records/struck-mark.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {struckOut} from '#domain/shared/record.ts';
import {helperName, type OwnFile} from './own-file.ts';

interface PromiseListProps {
  readonly promises: readonly Folded<'plan-action'>[];
  readonly file: OwnFile;
  readonly mine: boolean;
}

export function PromiseList({promises, file, mine}: PromiseListProps) {
  return (
    <ul className="app-cards">
      {promises.map(promise => (
        <li key={promise.id} className="app-card">
          <PromiseCard promise={promise} file={file} mine={mine} />
        </li>
      ))}
    </ul>
  );
}

function PromiseCard({promise, file, mine}: {readonly promise: Folded<'plan-action'>; readonly file: OwnFile; readonly mine: boolean}) {
  const {t, format} = useText();
  const today = useToday();
  const {data, delivery} = promise;
  const who = helperName(file.help, data.ownerStaff) ?? data.owner;
  const struck = struckOut(promise);
  if (struck)
    return (
      <>
        <StruckMark
          title={t('young:struck')}
          line={t('common:words.byWhen', {
            name: helperName(file.help, struck.author) ?? t('young:someone'),
            when: format.moment(struck.at, today),
          })}
          struck={struck}
        />
        <div className="app-struck">
          <FreeText words={data.what} />
        </div>
      </>
    );
  return (
    <>
      <FreeText words={data.what} />
      {!mine && who !== null && <LabelledAsWritten label={t('young:action.who')}>{who}</LabelledAsWritten>}
      {data.dueOn !== null && <p className="app-quiet">{t('young:action.by', {date: format.longDate(data.dueOn)})}</p>}
      <StatusList>
        <StatusText tone={data.status === 'done' ? 'good' : 'calm'}>{t(`young:status.${data.status}`)}</StatusText>
        {delivery !== 'accepted' && <StatusText tone="waiting">{t(`sync:delivery.${delivery}`)}</StatusText>}
      </StatusList>
      <ClashLink record={promise} label={t('young:home.together')} />
      {mine && <Tick action={promise} />}
    </>
  );
}

function Tick({action}: {readonly action: Folded<'plan-action'>}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const isDone = action.data.status === 'done';

  async function tick() {
    setBusy(true);
    const seen: readonly Id[] = (action.heads['status'] ?? []).flatMap(({ops}) => ops);
    try {
      const done = await vault.save([
        {kind: 'own-action.tick', record: action.id, person: action.person, body: {done: !isDone}, bases: {status: seen}},
      ]);
      setRefused(done.ok ? null : refusalMessage(done.code, t));
    } catch {
      setRefused(t('errors:notSaved'));
    }
    setBusy(false);
  }

  const what = action.data.what.text;
  return (
    <>
      {refused !== null && (
        <p role="alert" className="govuk-error-message">
          {refused}
        </p>
      )}
      <Button
        look={isDone ? 'quiet' : 'second'}
        busy={busy}
        label={t(isDone ? 'young:action.untickFor' : 'young:action.tickFor', {what})}
        onPress={() => void tick()}
      >
        {t(isDone ? 'young:action.untick' : 'young:action.tick')}
      </Button>
    </>
  );
}
