/** Messages with the young person, for those who work with them; shown once they have the app or have written. */
import {may} from '#domain/access/permissions.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {Section} from '#client/ui/card.tsx';
import {Messages} from '#client/case/contact/messages.tsx';
import {staffName} from '#client/case/person/people-on-device.ts';
import type {PartProps} from './part.ts';

export function PersonMessages({person}: PartProps) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const shown = useMemory(
    memory =>
      memory.records(person.id, 'message').length > 0 ||
      memory.records(person.id, 'young-person-access').some(({data}) => data.endedOn === null),
    [person.id],
  );
  if (!shown) return null;
  return (
    <Section title={t('person:messages.title')}>
      <Messages
        person={person.id}
        nameOf={holder => (holder === person.id ? person.knownAs : (staffName(vault.memory, holder) ?? t('common:formerColleague')))}
        none={t('person:messages.none')}
        label={t('person:messages.write')}
        submit={t('person:messages.send')}
        missing={t('person:messages.missing')}
        aboutLine={date => t('person:messages.about', {date})}
        writes={may(vault.session.role, 'message.send', true)}
      />
    </Section>
  );
}
