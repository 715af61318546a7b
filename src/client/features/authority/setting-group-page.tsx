/** Settings of one kind: what holds now, since when, by whom, what comes next; and the way to change it. */
import {useParams} from 'react-router';
import {may} from '#domain/access/permissions.ts';
import {rowsOf, SETTINGS, stands, type SettingName} from '#domain/authority/settings.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Card, CardList} from '#client/ui/card.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Page} from '#client/ui/page.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {staffName} from '#client/case/person/people-on-device.ts';
import {GROUP_NAMES, SETTING_GROUPS} from './setting-groups.ts';
import {basisWords, settingLine, SettingValueWords} from './setting-words.tsx';

export function SettingGroupPage() {
  const {t} = useText();
  const today = useToday();
  const {group: named} = useParams();
  const group = GROUP_NAMES.find(each => each === named);
  if (group === undefined)
    return (
      <Page title={t('common:notFound.title')}>
        <EmptyState>
          <p>{t('common:notFound.words')}</p>
        </EmptyState>
      </Page>
    );
  return (
    <Page title={t(`authority:group.${group}`)} caption={t('authority:title')}>
      <p className="govuk-hint">{t(`authority:group.${group}.words`)}</p>
      <CardList>
        {SETTING_GROUPS[group].map(name => (
          <li key={name}>
            <SettingCard name={name} today={today} />
          </li>
        ))}
      </CardList>
    </Page>
  );
}

function SettingCard({name, today}: {readonly name: SettingName; readonly today: CalendarDate}) {
  const text = useText();
  const {t, format} = text;
  const {vault} = useOpenVault();
  const rows = useMemory(memory => rowsOf(memory.records(null, 'setting'), name), [name]);
  const now = rows.find(row => stands(row) && row.data.from <= today);
  const coming = rows.filter(row => stands(row) && row.data.from > today).toReversed();
  const definition = SETTINGS[name];
  const by = now ? staffName(vault.memory, now.made.author) : null;
  const title = t(`authority:name.${name}`);
  const changes = may(vault.session.role, 'setting.set', true);
  const waits = rows.some(row => 'delivery' in row && row.delivery !== 'accepted');
  return (
    <Card level={2} title={title}>
      <SettingValueWords name={name} value={now ? now.data.value : definition.fallback} />
      <p className="app-quiet">
        {now
          ? [t('authority:since', {date: format.longDate(now.data.from)}), by === null ? null : t('authority:setBy', {name: by})]
              .filter(Boolean)
              .join(' · ')
          : t('authority:isDefault')}
      </p>
      <p className="app-quiet">{basisWords(t, name)}</p>
      {coming.map(row => (
        <p key={row.id}>
          <StatusText>
            {t('authority:next', {date: format.longDate(row.data.from), value: settingLine(text, name, row.data.value)})}
          </StatusText>
        </p>
      ))}
      {waits && (
        <p>
          <StatusText tone="waiting">{t('authority:waiting')}</StatusText>
        </p>
      )}
      <LinkButton
        look="quiet"
        to={`/authority/setting/${name}`}
        label={t(changes ? 'authority:changeFor' : 'authority:historyFor', {name: title})}
      >
        {t(changes ? 'authority:change' : 'authority:history')}
      </LinkButton>
    </Card>
  );
}
