/**
 * What to know before a visit. Where two people wrote without seeing each other's words, both versions stand side by
 * side with who, when and where; nothing is chosen silently.
 */
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {useSearchParams} from 'react-router';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Words} from '#domain/shared/fields.ts';
import type {Head} from '#domain/shared/record.ts';
import {useText} from '#client/i18n/text.ts';
import {staffName} from '#client/case/person/people-on-device.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Button, LinkButton} from '#client/ui/button.tsx';
import {Card, Section} from '#client/ui/card.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Notice} from '#client/ui/notice.tsx';
import type {PartProps} from './part.ts';
import {RiskSummaryForm} from './risk-summary-form.tsx';

interface Version {
  readonly words: Words;
  readonly author: string;
  readonly device: string | null;
  readonly at: string | null;
  /** Ops that a rewriting of these words replaces. */
  readonly ops: readonly string[];
}

function versionsOf(record: Folded<'risk-summary'>): readonly Version[] {
  const heads = record.heads['words'] ?? [];
  if (heads.length === 0)
    return record.data.words === null
      ? []
      : [{words: record.data.words, author: record.made.author, device: record.made.device, at: record.made.at, ops: []}];
  return heads.flatMap((head: Head) =>
    head.value === null ? [] : [{words: head.value as Words, author: head.author, device: head.device, at: head.at, ops: head.ops}],
  );
}

export function RiskSummary({person, today}: PartProps) {
  const {t} = useText();
  const record = useMemory(memory => memory.records(person.id, 'risk-summary')[0], [person.id]);
  const [search, setSearch] = useSearchParams();
  if (!record) return null;
  const versions = versionsOf(record);
  const editing = search.get('edit') === 'risk';
  const edited = versions[Number(search.get('version') ?? 0)] ?? versions[0];
  const edit = (version: number) => setSearch({edit: 'risk', version: String(version)});
  const close = () => setSearch({});

  return (
    <Section title={t('person:risk.title')}>
      <p className="govuk-hint">{t('person:risk.what')}</p>
      {versions.length > 1 && (
        <Notice tone="attention" title={t('person:risk.twoTitle')}>
          <p>{t('person:risk.twoWords')}</p>
          <LinkButton look="second" to={`/together/${record.id}/words`}>
            {t('person:together')}
          </LinkButton>
        </Notice>
      )}
      <DeliveryLine delivery={record.delivery} />
      {editing ? (
        <RiskSummaryForm person={person} record={record.id} start={edited?.words.text ?? ''} bases={edited?.ops ?? []} onClose={close} />
      ) : versions.length === 0 ? (
        <p className="govuk-body">{t('person:risk.none')}</p>
      ) : (
        <div className={versions.length > 1 ? 'app-two' : ''}>
          {versions.map((version, index) => (
            <VersionCard
              key={version.ops.join() || version.at}
              version={version}
              number={versions.length > 1 ? index + 1 : null}
              today={today}
              onEdit={versions.length > 1 ? () => edit(index) : null}
            />
          ))}
        </div>
      )}
      {!editing && versions.length < 2 && (
        <Button look="second" onPress={() => edit(0)}>
          {t(versions.length === 0 ? 'person:risk.write' : 'person:risk.edit')}
        </Button>
      )}
    </Section>
  );
}

interface VersionCardProps {
  readonly version: Version;
  readonly number: number | null;
  readonly today: CalendarDate;
  readonly onEdit: (() => void) | null;
}

function VersionCard({version, number, today, onEdit}: VersionCardProps) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const name = useMemory(memory => staffName(memory, version.author), [version.author]);
  const by =
    version.author === vault.session.holder ? t('person:risk.byYou') : t('person:risk.by', {who: name ?? t('common:formerColleague')});
  const title = number === null ? by : t('person:risk.version', {number});
  return (
    <Card level={3} title={title} tone={number === null ? 'plain' : 'attention'}>
      <p className="app-quiet">
        {number !== null && (
          <>
            {by}
            <br />
          </>
        )}
        {version.at !== null && (
          <>
            {format.moment(version.at, today)}
            <br />
          </>
        )}
        {version.device !== null && t(version.device === vault.device ? 'person:risk.onThisDevice' : 'person:risk.onAnotherDevice')}
      </p>
      <FreeText words={version.words} />
      {onEdit !== null && (
        <Button look="quiet" onPress={onEdit}>
          {t('person:risk.editThis')}
        </Button>
      )}
    </Card>
  );
}
