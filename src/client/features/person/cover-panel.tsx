/** Cover: who looks after this person while the adviser is away, from when to when. Done only once the server says so. */
import {useState} from 'react';
import {may} from '#domain/access/permissions.ts';
import {useText} from '#client/i18n/text.ts';
import {staffName} from '#client/case/person/people-on-device.ts';
import {refusalMessage} from '#client/forms/refusal-message.ts';
import {useMemory, useOpenVault, useOutbox} from '#client/sync/device-context.ts';
import type {Folded, NewCommand} from '#client/vault/contract.ts';
import {Button} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {coverDraftKey, CoverForm} from './cover-form.tsx';
import type {PartProps} from './part.ts';

export function CoverPanel({person, today}: PartProps) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const [giving, setGiving] = useState(() => vault.drafts().some(({key}) => key === coverDraftKey(person)));
  const covers = useMemory(
    memory =>
      memory
        .records(person.id, 'cover')
        .filter(({data, delivery}) => delivery !== 'accepted' || (data.until >= today && (data.endedOn === null || data.endedOn > today)))
        .toSorted((one, other) => (one.data.from < other.data.from ? -1 : 1)),
    [person.id, today],
  );
  const gives = may(vault.session.role, 'cover.give', true);
  return (
    <Section title={t('person:cover.title')}>
      {covers.length === 0 && <p className="govuk-body">{t('person:cover.none')}</p>}
      <CardList>
        {covers.map(cover => (
          <li key={cover.id}>
            <CoverCard cover={cover} today={today} />
          </li>
        ))}
      </CardList>
      {gives &&
        (giving ? (
          <CoverForm person={person} today={today} onClose={() => setGiving(false)} />
        ) : (
          <Button look="second" onPress={() => setGiving(true)}>
            {t('person:cover.give')}
          </Button>
        ))}
    </Section>
  );
}

function CoverCard({cover, today}: {readonly cover: Folded<'cover'>; readonly today: PartProps['today']}) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const {data, delivery} = cover;
  const who = useMemory(memory => staffName(memory, data.holder), [data.holder]) ?? t('common:formerColleague');
  const refusal = useOutbox().find(item => item.record === cover.id && item.state === 'rejected');
  const [refused, setRefused] = useState<string | null>(null);
  const ended = data.endedOn !== null;

  async function end() {
    const command: NewCommand<'cover.end'> = {kind: 'cover.end', record: cover.id, person: cover.person, body: {on: today}};
    try {
      const done = await vault.save([command]);
      setRefused(done.ok ? null : refusalMessage(done.code, t));
    } catch {
      setRefused(t('errors:notSaved'));
    }
  }

  return (
    <Card level={3} title={t('person:cover.now', {who})} tone={delivery === 'needs_attention' ? 'attention' : 'plain'}>
      <p>{t('person:cover.days', {from: format.longDate(data.from), until: format.longDate(data.until)})}</p>
      {delivery === 'needs_attention' && (
        <p>
          <StatusText tone="attention">
            {refusal?.code === undefined ? t('person:cover.refused') : refusalMessage(refusal.code, t)}
          </StatusText>
        </p>
      )}
      {delivery !== 'accepted' && delivery !== 'needs_attention' && (
        <p>
          <StatusText tone="waiting">{t(ended ? 'person:cover.endWaiting' : 'person:cover.waiting')}</StatusText>
        </p>
      )}
      {delivery === 'accepted' && data.from > today && (
        <p>
          <StatusText>{t('person:cover.later', {date: format.longDate(data.from)})}</StatusText>
        </p>
      )}
      {refused !== null && (
        <p role="alert" className="govuk-error-message">
          {refused}
        </p>
      )}
      {delivery === 'accepted' && !ended && may(vault.session.role, 'cover.end', true) && (
        <Button look="second" label={t('person:cover.endFor', {who})} onPress={() => void end()}>
          {t('person:cover.end')}
        </Button>
      )}
    </Card>
  );
}
