/**
 * Everything that has been set of one setting, the latest first: from which day, by whom and why. What has not begun can
 * be taken back by whoever may set it, and stays to be read with who took it back.
 */
import {useState} from 'react';
import {may} from '#domain/access/permissions.ts';
import {contradiction, rowsOf, SETTINGS, settingsInForce, stands, type SettingName, type SettingRow} from '#domain/authority/settings.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {Button} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {Timeline, TimelineEntry} from '#client/ui/timeline.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {staffName} from '#client/case/person/people-on-device.ts';
import {refusalMessage} from '#client/forms/refusal-message.ts';
import type {Delivery} from '#client/vault/contract.ts';
import {settingLine, SettingValueWords} from './setting-words.tsx';

type Row = SettingRow & {readonly delivery?: Delivery};

export function SettingHistory({name}: {readonly name: SettingName}) {
  const {t} = useText();
  const rows: readonly Row[] = useMemory(memory => rowsOf(memory.records(null, 'setting'), name), [name]);
  return (
    <Section title={t('authority:history')}>
      {!rows.some(stands) && (
        <>
          <p>{t('authority:history.none')}</p>
          <SettingValueWords name={name} value={SETTINGS[name].fallback} />
        </>
      )}
      {rows.length > 0 && (
        <Timeline>
          {rows.map(row => (
            <HistoryEntry key={row.id} row={row} />
          ))}
        </Timeline>
      )}
    </Section>
  );
}

function HistoryEntry({row}: {readonly row: Row}) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const today = useToday();
  const {name, value, from, reason, withdrawn} = row.data;
  const by = staffName(vault.memory, row.made.author);
  const withdrawnBy = withdrawn && staffName(vault.memory, withdrawn.by);
  const isComing = from > today;
  const date = format.longDate(from);
  return (
    <TimelineEntry
      title={t(isComing || withdrawn ? 'authority:history.from' : 'authority:since', {date})}
      when={date}
      by={by === null ? undefined : t('authority:setBy', {name: by})}
    >
      <SettingValueWords name={name} value={value} />
      {reason !== null && (
        <p className="app-words__text" translate="no">
          {t('authority:why', {reason})}
        </p>
      )}
      {withdrawn && (
        <p>
          <StatusText>{t('authority:withdrawn', {date: format.longDate(withdrawn.on)})}</StatusText>
        </p>
      )}
      {withdrawnBy && (
        <p className="app-quiet" translate="no">
          {t('authority:withdrawn.by', {name: withdrawnBy})}
        </p>
      )}
      {row.delivery !== undefined && row.delivery !== 'accepted' && <StatusText tone="waiting">{t('authority:waiting')}</StatusText>}
      {isComing && stands(row) && may(vault.session.role, 'setting.set', true) && <WithdrawButton row={row} date={date} />}
    </TimelineEntry>
  );
}

/** What is refused is said beside the button, by the name of the setting that needs this one. */
function WithdrawButton({row, date}: {readonly row: Row; readonly date: string}) {
  const text = useText();
  const {t} = text;
  const {vault} = useOpenVault();
  const today = useToday();
  const [refused, setRefused] = useState<string | null>(null);

  async function withdraw() {
    const rows = vault.memory.records(null, 'setting');
    const without = {...row, data: {...row.data, withdrawn: {by: vault.session.holder, on: today}}};
    const other = contradiction(rows, without)?.find(each => each !== row.data.name);
    if (other !== undefined) {
      const held = settingLine(text, other, settingsInForce(rows)(other, row.data.from) ?? null);
      setRefused(t('authority:withdraw.contradicts', {name: t(`authority:name.${other}`), value: held}));
      return;
    }
    try {
      const done = await vault.save([{kind: 'setting.withdraw', record: row.id, person: null, body: {}}]);
      setRefused(done.ok ? null : refusalMessage(done.code, t));
    } catch {
      setRefused(t('errors:notSaved'));
    }
  }

  return (
    <>
      {refused !== null && (
        <p role="alert" className="govuk-error-message">
          {refused}
        </p>
      )}
      <Button look="quiet" label={t('authority:withdrawFor', {date})} onPress={() => void withdraw()}>
        {t('authority:withdraw')}
      </Button>
    </>
  );
}
