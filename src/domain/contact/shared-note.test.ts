/** Words for the young person about a contact, and what they say to them: who may write which, and where it lies. */
import {describe, expect, test} from 'vitest';
import type {Role} from '../access/roles.ts';
import {settingsInForce} from '../authority/settings.ts';
import {decide, type CommandCode} from '../commands.ts';
import {id, PERSON, record, struck, TODAY} from '../deadline/file.test-support.ts';
import {date} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';

const [ADVISER, NEW] = [id(50), id(60)];
const words = (text: string) => ({text, lang: 'cy' as const});
const contact = record('contact', {on: date(TODAY), type: 'phone', note: words('I staff yn unig')});
const others = {...record('contact', {on: date(TODAY), type: 'phone'}), person: id(2)};
const note = record('shared-note', {about: contact.id, words: words('Siarad am y fflat'), sharedOn: date(TODAY)});
const gone = struck(record('contact', {on: date(TODAY), type: 'phone'}));
const FILE: readonly DomainRecord[] = [contact, others, note, gone];

function send(kind: CommandCode, body: object, role: Role = 'adviser') {
  const decided = decide(
    {get: one => FILE.find(each => each.id === one), ofPerson: () => [], scope: (_person, compartment) => compartment},
    {op: id(900), kind, record: NEW, person: PERSON, at: `${TODAY}T10:00:00.000Z`, body},
    {
      actor: {holder: role === 'young_person' ? PERSON : ADVISER, role, device: null},
      now: `${TODAY}T10:00:00.000Z`,
      today: date(TODAY),
      settings: settingsInForce([]),
    },
    true,
  );
  return decided.ok ? decided.value.puts[0] : [decided.refusal.code, ...decided.refusal.fields].join(' ');
}

describe('words for the young person', () => {
  test('lie where they read, beside a note that stays with staff', () => {
    expect(send('shared-note.write', {about: contact.id, words: words('Wedi siarad')})).toMatchObject({
      kind: 'shared-note',
      scope: 'shared',
      data: {about: contact.id, words: words('Wedi siarad'), sharedOn: TODAY},
    });
  });

  test('are of a contact of that person that stands, and say something; the young person does not write them', () => {
    expect(send('shared-note.write', {about: others.id, words: words('Wedi siarad')})).toBe('unknown_record about');
    expect(send('shared-note.write', {about: gone.id, words: words('Wedi siarad')})).toBe('unknown_record about');
    expect(send('shared-note.write', {about: note.id, words: words('Wedi siarad')})).toBe('unknown_record about');
    expect(send('shared-note.write', {about: contact.id, words: words('  ')})).toBe('words_missing words');
    expect(send('shared-note.write', {about: contact.id, words: words('Wedi siarad')}, 'young_person')).toBe('not_permitted');
  });
});

test('a message may say what it is about: words for them, and nothing else that is there', () => {
  expect(send('message.send', {words: words('Nid fel yna'), about: note.id}, 'young_person')).toMatchObject({data: {about: note.id}});
  expect(send('message.send', {words: words('Nid fel yna'), about: contact.id}, 'young_person')).toBe('unknown_record about');
  expect(send('message.send', {words: words('Haia')}, 'young_person')).toMatchObject({data: {words: words('Haia')}});
});
