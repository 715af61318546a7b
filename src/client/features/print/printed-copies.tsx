/** What was printed from a file, newest first: what, in which language, by whom and when. */
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {staffName} from '#client/case/person/people-on-device.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {Section} from '#client/ui/card.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {useToday} from '#client/ui/use-today.ts';

export function PrintedCopies({person}: {readonly person: Id}) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const today = useToday();
  const copies = useMemory(
    memory => memory.records(person, 'paper-copy').toSorted((one, other) => (one.data.printedAt < other.data.printedAt ? 1 : -1)),
    [person],
  );
  const named = useMemory(memory => memory.records(person, 'who-helps')[0]?.data.names ?? [], [person]);
  const nameOf = (holder: Id) =>
    holder === vault.session.holder
      ? t('print:copies.you')
      : (staffName(vault.memory, holder) ?? named.find(({id}) => id === holder)?.name ?? t('common:formerColleague'));
  return (
    <Section title={t('print:copies.title')}>
      {copies.length === 0 && <p className="govuk-body">{t('print:copies.none')}</p>}
      <ul className="govuk-list govuk-list--bullet">
        {copies.map(({id, data, made, delivery}) => (
          <li key={id}>
            {[
              t(`print:title.${data.reader}.${data.what}`),
              t(`codes:language.${data.language}`),
              nameOf(made.author),
              format.moment(data.printedAt, today),
            ].join(' · ')}{' '}
            {delivery !== 'accepted' && <StatusText tone="waiting">{t(`sync:delivery.${delivery}`)}</StatusText>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
