/** Notes left for whoever takes on or covers: staff's own, newest first. */
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {staffName} from '#client/case/person/people-on-device.ts';
import type {PartProps} from './part.ts';

export function HandOvers({person}: PartProps) {
  const {t} = useText();
  const notes = useMemory(
    memory => memory.records(person.id, 'hand-over').toSorted((one, other) => (one.made.at < other.made.at ? 1 : -1)),
    [person.id],
  );
  if (notes.length === 0) return null;
  return (
    <Section title={t('person:handOver.title')}>
      <CardList>
        {notes.map(note => (
          <li key={note.id}>
            <Note note={note} />
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function Note({note}: {readonly note: Folded<'hand-over'>}) {
  const {t, format} = useText();
  const {data} = note;
  const name = useMemory(memory => staffName(memory, data.to), [data.to]) ?? t('common:formerColleague');
  return (
    <Card level={3} title={t('person:handOver.to', {name})} aside={format.longDate(data.on)}>
      <FreeText words={data.words} />
    </Card>
  );
}
