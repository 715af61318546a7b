/**
 * Before somebody visits alone: what to know is read and said to have been read, a colleague watches, and a time is named by
 * which they are back. The colleague sees who is out and until when, and not to whom.
 */
import {useState, type FormEvent} from 'react';
import {useNavigate, useParams} from 'react-router';
import {struckOut} from '#domain/shared/record.ts';
import {useText} from '#client/i18n/text.ts';
import {compareNames} from '#client/i18n/names-and-order.ts';
import {useMemory, useOpenVault, useSyncState} from '#client/sync/device-context.ts';
import {personOnDevice} from '#client/case/person/people-on-device.ts';
import {refusalMessage} from '#client/forms/refusal-message.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow, LinkButton} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {CheckList} from '#client/ui/check-list.tsx';
import {RadioGroup, Select} from '#client/ui/choice-fields.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {useToday} from '#client/ui/use-today.ts';

const MINUTES = ['30', '60', '90', '120', '180', '240'] as const;

export function GoOutPage() {
  const {t, format} = useText();
  const {person: id = ''} = useParams();
  const today = useToday();
  const navigate = useNavigate();
  const {vault} = useOpenVault();
  const {connection} = useSyncState();
  const person = useMemory(memory => personOnDevice(memory, id, today), [id, today]);
  const risk = useMemory(memory => memory.records(id, 'risk-summary')[0], [id]);
  const alerts = useMemory(
    memory => memory.records(id, 'alert').filter(alert => !struckOut(alert) && (alert.data.endOn === null || alert.data.endOn >= today)),
    [id, today],
  );
  const colleagues = useMemory(
    memory =>
      memory
        .records(null, 'staff-member')
        .filter(({id: colleague, data}) => colleague !== vault.session.holder && (data.endOn === null || data.endOn >= today))
        .map(({id: colleague, data}) => ({value: colleague, label: `${data.forename} ${data.surname}`}))
        .toSorted((one, other) => compareNames(one.label, other.label)),
    [today, vault.session.holder],
  );
  const [read, setRead] = useState(false);
  const [watcher, setWatcher] = useState('');
  const [minutes, setMinutes] = useState<(typeof MINUTES)[number]>('90');
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const words = (risk?.heads['words'] ?? []).flatMap(({value}) =>
    value === null ? [] : [value as Parameters<typeof FreeText>[0]['words']],
  );
  const texts = words.length > 0 ? words : risk?.data.words ? [risk.data.words] : [];
  const faults: FormError[] = [];
  if (!read) faults.push({field: 'read', message: t('visit:out.read.missing')});
  if (watcher === '') faults.push({field: 'watcher', message: t('visit:out.watcher.missing')});
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === field)?.message;

  async function start(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setAttempt(count => count + 1);
    setRefused(null);
    if (faults.length > 0) return;
    setBusy(true);
    const expectedBackAt = new Date(Date.now() + Number(minutes) * 60_000).toISOString();
    const command: NewCommand<'lone-visit.start'> = {
      kind: 'lone-visit.start',
      record: vault.newId(),
      person: null,
      body: {watcher, expectedBackAt},
    };
    try {
      const done = await vault.save([command]);
      if (done.ok) return navigate('/today');
      setRefused(refusalMessage(done.code, t));
    } catch {
      setRefused(t('errors:notSaved'));
    }
    // Not after it was saved: a second press would begin a second visit.
    setBusy(false);
  }

  return (
    <Page
      title={t('visit:out.title')}
      caption={person?.knownAs}
      hasError={shown.length > 0}
      above={<ErrorSummary attempt={attempt} errors={[...shown, ...(refused === null ? [] : [{field: null, message: refused}])]} />}
    >
      {connection === 'offline' && (
        <Notice tone="attention" title={t('visit:out.offline.title')}>
          <p>{t('visit:out.offline.words')}</p>
        </Notice>
      )}
      <Section title={t('visit:out.before')}>
        {texts.length === 0 && alerts.length === 0 && <p className="govuk-body">{t('visit:out.nothing')}</p>}
        {texts.map((text, index) => (
          <FreeText key={index} quoted words={text} />
        ))}
        <CardList>
          {alerts.map(({id: alert, data}) => (
            <li key={alert}>
              <Card level={3} tone="attention" title={t(`codes:alert.${data.code}`)}>
                <p translate="no">{data.text}</p>
                {data.reviewOn !== null && <p className="app-quiet">{t('visit:out.review', {date: format.longDate(data.reviewOn)})}</p>}
              </Card>
            </li>
          ))}
        </CardList>
      </Section>
      <form noValidate autoComplete="off" inert={busy} onSubmit={event => void start(event)}>
        <CheckList
          id="read"
          label={t('visit:out.read')}
          error={error('read')}
          chosen={read ? ['read'] : []}
          onChange={chosen => setRead(chosen.includes('read'))}
          choices={[{value: 'read', label: t('visit:out.read.yes')}]}
        />
        <Select
          id="watcher"
          label={t('visit:out.watcher')}
          hint={t('visit:out.watcher.hint')}
          error={error('watcher')}
          value={watcher}
          onChange={setWatcher}
          choices={[{value: '', label: t('visit:out.watcher.choose')}, ...colleagues]}
        />
        <RadioGroup
          id="minutes"
          label={t('visit:out.back')}
          value={minutes}
          onChange={setMinutes}
          choices={MINUTES.map(each => ({value: each, label: t(`visit:out.back.${each}`)}))}
        />
        <ButtonRow>
          <Button submits busy={busy}>
            {t('visit:out.start')}
          </Button>
          <LinkButton look="second" to={`/people/${id}`}>
            {t('common:cancel')}
          </LinkButton>
        </ButtonRow>
      </form>
    </Page>
  );
}
