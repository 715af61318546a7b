/**
 * Details that were changed in two places: of each, what is shown and what it went past, by whom and when. Whoever has
 * seen them says which is right; until then nothing is forgotten [T7].
 */
import {useRef, useState} from 'react';
import {isDecidedOn, maySettle} from '#domain/any-record/settle-conflict.ts';
import {refusalMessage} from '#client/forms/refusal-message.ts';
import {useContextOf, useWhatOf, VersionMade, VersionValue} from '#client/case/records/version-words.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Clash} from '#client/vault/contract.ts';
import {Button} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {FreeText} from '#client/ui/free-text.tsx';

export function PassedValues({clashes}: {readonly clashes: readonly Clash[]}) {
  const {t} = useText();
  const [said, setSaid] = useState<string | null>(null);
  const done = useRef<HTMLOutputElement>(null);
  if (clashes.length === 0 && said === null) return null;
  return (
    <Section title={t('sending:passed.title')}>
      <output ref={done} tabIndex={-1} className="app-live">
        {said}
      </output>
      {clashes.length > 0 && <p className="govuk-body">{t('sending:passed.intro')}</p>}
      <CardList>
        {clashes.map(clash => (
          <li key={`${clash.record.id} ${clash.field}`}>
            <Passed
              clash={clash}
              onDone={() => {
                setSaid(t('sending:passed.done'));
                done.current?.focus();
              }}
            />
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function Passed({clash: {record, field, heads}, onDone}: {readonly clash: Clash; readonly onDone: () => void}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const whatOf = useWhatOf();
  const contextOf = useContextOf();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const name = useMemory(
    memory => (record.person === null ? null : (memory.records(record.person, 'summary')[0]?.data.knownAs ?? null)),
    [record.person],
  );
  const chooses = maySettle(vault.session.role, record, true, field) && !isDecidedOn(record);
  const what = whatOf(record, field);
  const context = contextOf(record);
  const own = vault.session.holder;
  const [shown, ...others] = heads;

  async function settle(value: unknown) {
    setBusy(true);
    try {
      const saved = await vault.save([
        {
          kind: 'conflict.settle',
          record: record.id,
          person: record.person,
          body: {field, value},
          bases: {[field]: heads.flatMap(({ops}) => ops)},
        },
      ]);
      if (saved.ok) return onDone();
      setRefused(refusalMessage(saved.code, t));
    } catch {
      setRefused(t('errors:notSaved'));
    }
    setBusy(false);
  }

  return (
    <Card level={3} tone="attention" title={what}>
      {name !== null && <p>{t('together:about', {name})}</p>}
      {context !== null && (typeof context === 'string' ? <p>{context}</p> : <FreeText words={context} />)}
      {refused !== null && (
        <p role="alert" className="govuk-error-message">
          {refused}
        </p>
      )}
      {shown && (
        <>
          <h4 className="govuk-heading-s">{t('sending:passed.now')}</h4>
          <VersionValue record={record} field={field} value={shown.value} />
          <VersionMade head={shown} person={record.person} />
          {chooses && (
            <Button look="second" busy={busy} label={t('sending:passed.rightFor', {what})} onPress={() => void settle(shown.value)}>
              {t('sending:passed.right')}
            </Button>
          )}
        </>
      )}
      <h4 className="govuk-heading-s">{t('sending:passed.before')}</h4>
      {others.map(head => (
        <div key={head.ops.join()}>
          <VersionValue record={record} field={field} value={head.value} />
          <VersionMade head={head} person={record.person} />
          {chooses && (
            <Button look="second" busy={busy} onPress={() => void settle(head.value)}>
              {t(head.author === own && shown?.author !== own ? 'sending:passed.mine' : 'sending:passed.other')}
            </Button>
          )}
        </div>
      ))}
    </Card>
  );
}
