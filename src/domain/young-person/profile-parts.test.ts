/** People who matter, papers, consents, an advocate offered, detention, asking for records and complaints: each through its life. */
import {describe, expect, test} from 'vitest';
import {inCare, young} from '../deadline/file.test-support.ts';
import {deadlinesOf} from '../deadline/deadlines.ts';
import {ADVISER, idOf, PERSON, PlanFile} from '../pathway-plan/plan-file.test-support.ts';
import {fieldsToChoose} from '../shared/versions.ts';
import {must} from '../shared/result.ts';
import {immigrationId} from './family-commands.ts';
import {identityDocumentId} from './papers-commands.ts';

const file = () => new PlanFile([young('2007-06-15'), inCare('2015-01-10', '2025-06-14')]);
const dueIn = (of: PlanFile, what: string) =>
  deadlinesOf([...of.records.values()], [], of.today)
    .filter(each => each.what === what)
    .map(({dueOn, state}) => [dueOn, state]);

describe('important people and professionals', () => {
  const nain = {
    name: 'Gwen Ffug',
    relation: 'grandparent',
    relationWords: 'Nain',
    organisation: null,
    phone: null,
    email: null,
    mayContact: null,
    notes: null,
    startOn: null,
    to: 'staff',
  };

  test('lie with staff unless the young person is to see them; whether they may be contacted is kept twice when two differ', () => {
    const of = file();
    expect(of.send('important-person.add', idOf(30), nain)).toBe('applied');
    expect(of.send('important-person.add', idOf(31), {...nain, to: 'shared'})).toBe('applied');
    expect(of.shared.map(({id}) => id)).toContain(idOf(31));
    expect(of.shared.map(({id}) => id)).not.toContain(idOf(30));
    const seen = {bases: {mayContact: [must(of.records.get(idOf(30)), 'there').made.op]}};
    expect(of.send('important-person.change', idOf(30), {mayContact: true}, 'adviser', seen)).toBe('applied');
    expect(of.send('important-person.change', idOf(30), {mayContact: false, phone: '01632 960004'}, 'manager', seen)).toBe('conflict');
    expect(fieldsToChoose(must(of.records.get(idOf(30)), 'there'))).toEqual(['mayContact']);
  });

  test('who sees them is corrected, either way; one that is struck out does not come to the young person', () => {
    const of = file();
    const isShared = () => of.shared.some(({id}) => id === idOf(30));
    of.send('important-person.add', idOf(30), nain);
    expect(of.send('important-person.move', idOf(30), {to: 'staff'})).toBe('state_moved');
    expect(of.send('important-person.move', idOf(30), {to: 'shared'})).toBe('applied');
    expect(isShared()).toBe(true);
    expect(of.send('important-person.move', idOf(30), {to: 'staff'})).toBe('applied');
    expect(isShared()).toBe(false);
    expect(of.send('important-person.move', idOf(31), {to: 'shared'})).toBe('unknown_record');
    of.send('record.strike-out', idOf(30), {reason: {text: 'Rhywun arall', lang: 'cy'}});
    expect(of.send('important-person.move', idOf(30), {to: 'shared'})).toBe('state_moved');
  });

  test('nobody comes to the young person with words beside those that were shown', () => {
    const opOf = (of: PlanFile) => [must(of.records.get(idOf(30)), 'there').made.op];
    const moved = (of: PlanFile) => of.send('important-person.move', idOf(30), {to: 'shared'});
    // Two versions of the notes: the mover read the first.
    const two = file();
    two.send('important-person.add', idOf(30), nain);
    const seen = {bases: {notes: opOf(two)}};
    two.send('important-person.change', idOf(30), {notes: 'Yn garedig.'}, 'adviser', seen);
    expect(two.send('important-person.change', idOf(30), {notes: 'Mae hi’n yfed.'}, 'manager', seen)).toBe('conflict');
    expect(moved(two)).toBe('state_moved');
    const both = {bases: {notes: (two.records.get(idOf(30))?.heads['notes'] ?? []).flatMap(({ops}) => ops)}};
    expect(two.send('conflict.settle', idOf(30), {field: 'notes', value: 'Yn garedig.'}, 'adviser', both)).toBe('applied');
    expect(moved(two)).toBe('applied');
    // A number that another went past.
    const passed = file();
    passed.send('important-person.add', idOf(30), nain);
    passed.send('important-person.change', idOf(30), {phone: '01632 960001'}, 'adviser', {bases: {phone: opOf(passed)}});
    passed.send('important-person.change', idOf(30), {phone: '01632 960002'}, 'manager', {bases: {phone: opOf(passed)}});
    expect(moved(passed)).toBe('state_moved');
    // Struck out for a reason, and opened again.
    const opened = file();
    opened.send('important-person.add', idOf(30), nain);
    opened.send('record.strike-out', idOf(30), {reason: {text: 'Bygythiodd hi', lang: 'cy'}});
    expect(opened.send('important-person.change', idOf(30), {phone: '01632 960001'})).toBe('applied');
    expect(moved(opened)).toBe('state_moved');
    expect(JSON.stringify(opened.shared)).not.toContain('Bygythiodd');
  });

  test('one who is no longer there has a last day and stays', () => {
    const of = file();
    of.send('important-person.add', idOf(30), {...nain, startOn: '2026-01-05'});
    expect(of.send('important-person.end', idOf(30), {endOn: '2026-01-04'})).toBe('dates_out_of_order endOn');
    expect(of.send('important-person.end', idOf(30), {endOn: '2026-11-22'})).toBe('date_in_future endOn');
    expect(of.send('important-person.end', idOf(30), {endOn: '2026-11-21'})).toBe('applied');
    expect(of.send('important-person.end', idOf(30), {endOn: '2026-11-21'})).toBe('state_moved');
    expect(of.data(idOf(30), 'important-person')).toMatchObject({name: 'Gwen Ffug', endOn: '2026-11-21'});
  });

  test('refused: nobody, a start that is to come, an unknown relation, a young person’s device', () => {
    const of = file();
    expect(of.send('important-person.add', idOf(30), {...nain, name: ' '})).toBe('words_missing name');
    expect(of.send('important-person.add', idOf(30), {...nain, startOn: '2026-11-22'})).toBe('date_in_future startOn');
    expect(of.send('important-person.add', idOf(30), {...nain, relation: 'enemy'})).toBe('body_invalid relation');
    expect(of.send('important-person.add', idOf(30), nain, 'young_person')).toBe('not_permitted');
    of.send('important-person.add', idOf(30), nain);
    expect(of.send('important-person.add', idOf(30), nain)).toBe('already_there');
    expect(of.send('important-person.change', idOf(30), {name: ''})).toBe('words_missing name');
    expect(of.send('important-person.change', idOf(30), {startOn: '2026-11-22'})).toBe('date_in_future startOn');
    expect(of.send('important-person.change', idOf(31), {name: 'Gwen'})).toBe('unknown_record');
  });
});

describe('documents, consents and an advocate', () => {
  test('a document is one record, whoever notes it first', () => {
    const of = file();
    const passport = identityDocumentId(PERSON, 'passport');
    const noted = {document: 'passport', held: true, notedOn: '2026-11-20'};
    expect(of.send('identity-document.note', idOf(30), noted)).toBe('unknown_record');
    expect(of.send('identity-document.note', identityDocumentId(PERSON, 'bank_account'), noted)).toBe('unknown_record');
    expect(of.send('identity-document.note', passport, {...noted, notedOn: '2026-11-22'})).toBe('date_in_future notedOn');
    expect(of.send('identity-document.note', passport, noted)).toBe('applied');
    expect(of.send('identity-document.note', passport, {...noted, held: false, notedOn: '2026-11-21'}, 'manager')).toBe('applied');
    expect(of.send('identity-document.note', passport, {...noted, document: 'bank_account'})).toBe('unknown_record');
    expect(of.of('identity-document')).toEqual([{document: 'passport', held: false, notedOn: '2026-11-21'}]);
  });

  test('a consent is taken back by the young person themselves, once, and not before it was given', () => {
    const of = file();
    expect(of.send('consent.give', idOf(30), {purpose: ' ', givenOn: '2026-11-20'})).toBe('words_missing purpose');
    expect(of.send('consent.give', idOf(30), {purpose: 'Llun', givenOn: '2026-11-22'})).toBe('date_in_future givenOn');
    expect(of.send('consent.give', idOf(30), {purpose: 'Llun', givenOn: '2026-11-20'}, 'young_person')).toBe('not_permitted');
    expect(of.send('consent.give', idOf(30), {purpose: 'Llun', givenOn: '2026-11-20'})).toBe('applied');
    expect(of.send('consent.give', idOf(30), {purpose: 'Llun', givenOn: '2026-11-20'})).toBe('already_there');
    expect(of.send('consent.withdraw', idOf(30), {withdrawnOn: '2026-11-19'}, 'young_person')).toBe('dates_out_of_order withdrawnOn');
    expect(of.send('consent.withdraw', idOf(30), {withdrawnOn: '2026-11-22'}, 'young_person')).toBe('date_in_future withdrawnOn');
    expect(of.send('consent.withdraw', idOf(30), {withdrawnOn: '2026-11-21'}, 'young_person')).toBe('applied');
    expect(of.send('consent.withdraw', idOf(30), {withdrawnOn: '2026-11-21'})).toBe('state_moved');
    expect(of.of('consent')).toEqual([{purpose: 'Llun', givenOn: '2026-11-20', withdrawnOn: '2026-11-21'}]);
  });

  test('an offer of an advocate says who made it and what was answered, also later', () => {
    const of = file();
    expect(of.send('advocacy-offer.record', idOf(30), {offeredOn: '2026-11-22', response: 'later'})).toBe('date_in_future offeredOn');
    expect(of.send('advocacy-offer.record', idOf(30), {offeredOn: '2026-11-20', response: 'later'})).toBe('applied');
    expect(of.send('advocacy-offer.record', idOf(30), {offeredOn: '2026-11-20', response: 'later'})).toBe('already_there');
    expect(of.send('advocacy-offer.answer', idOf(30), {response: 'accepted'})).toBe('applied');
    expect(of.send('advocacy-offer.answer', idOf(31), {response: 'accepted'})).toBe('unknown_record');
    expect(of.of('advocacy-offer')).toEqual([{offeredOn: '2026-11-20', offeredBy: ADVISER, response: 'accepted'}]);
  });
});

describe('own children and the right to stay', () => {
  const mali = {name: 'Mali', bornOrDueOn: '2025-03-01', socialWorker: null, note: null};

  test('a child lies with staff; one is named or has a date, and is not expected years ahead', () => {
    const of = file();
    expect(of.send('own-child.add', idOf(30), mali)).toBe('applied');
    expect(of.send('own-child.add', idOf(30), mali)).toBe('already_there');
    expect(of.shared.map(({id}) => id)).not.toContain(idOf(30));
    expect(of.send('own-child.add', idOf(31), {...mali, name: ' ', bornOrDueOn: null})).toBe('words_missing name');
    expect(of.send('own-child.add', idOf(31), {...mali, name: null, bornOrDueOn: '2027-11-22'})).toBe('out_of_range bornOrDueOn');
    expect(of.send('own-child.change', idOf(30), {bornOrDueOn: '2027-11-22'})).toBe('out_of_range bornOrDueOn');
    expect(of.send('own-child.change', idOf(30), {socialWorker: 'Huw Ffug'})).toBe('applied');
    expect(of.send('own-child.change', idOf(31), {socialWorker: 'Huw Ffug'})).toBe('unknown_record');
    expect(of.of('own-child')).toEqual([{...mali, socialWorker: 'Huw Ffug'}]);
  });

  test('no child is changed to neither a name nor a date; of one that came without either a note can be written', () => {
    const of = file();
    of.send('own-child.add', idOf(30), mali);
    expect(of.send('own-child.change', idOf(30), {name: ' ', bornOrDueOn: null})).toBe('words_missing name');
    expect(of.send('own-child.change', idOf(30), {name: null})).toBe('applied');
    expect(of.send('own-child.change', idOf(30), {bornOrDueOn: null})).toBe('words_missing name');
    expect(of.send('own-child.change', idOf(30), {name: 'Mali', bornOrDueOn: null})).toBe('applied');
    expect(of.send('own-child.change', idOf(30), {name: ''})).toBe('words_missing name');
    const known = must(of.records.get(idOf(30)), 'there');
    of.records.set(idOf(31), {...known, id: idOf(31), data: {...known.data, name: null, bornOrDueOn: null}});
    expect(of.send('own-child.change', idOf(31), {note: 'Yn byw gyda’i thad.'})).toBe('applied');
  });

  test('the right to stay is one restricted record; its end falls due, and two statuses are both kept', () => {
    const of = file();
    const record = immigrationId(PERSON);
    expect(of.send('immigration.write', idOf(30), {status: 'refugee'})).toBe('unknown_record');
    expect(of.send('immigration.write', record, {status: 'limited_leave', leaveExpiresOn: '2027-06-01'})).toBe('applied');
    expect(of.shared.map(({id}) => id)).not.toContain(record);
    expect(dueIn(of, 'leave_expires')).toEqual([['2027-06-01', 'not_due']]);
    const seen = {bases: {status: [must(of.records.get(record), 'there').made.op]}};
    expect(of.send('immigration.write', record, {status: 'refugee'}, 'adviser', seen)).toBe('applied');
    expect(of.send('immigration.write', record, {status: 'appeal_pending'}, 'manager', seen)).toBe('conflict');
    expect(of.send('immigration.write', record, {status: 'refugee'}, 'young_person')).toBe('not_permitted');
    expect(of.of('immigration')[0]).toMatchObject({status: 'refugee', leaveExpiresOn: '2027-06-01', schedule3: null});
  });
});

describe('detention', () => {
  const entered = {place: 'Carchar Ffug', convicted: false, startOn: '2026-11-01', expectedReleaseOn: null};

  test('entered, changed, released; never where the young person’s device keeps it', () => {
    const of = file();
    expect(of.send('detention.enter', idOf(30), entered)).toBe('applied');
    expect(of.shared.map(({id}) => id)).not.toContain(idOf(30));
    expect(of.send('detention.change', idOf(30), {convicted: true, expectedReleaseOn: '2027-05-01'})).toBe('applied');
    expect(of.send('detention.release', idOf(30), {releasedOn: '2026-10-31'})).toBe('dates_out_of_order releasedOn');
    expect(of.send('detention.release', idOf(30), {releasedOn: '2026-11-22'})).toBe('date_in_future releasedOn');
    expect(of.send('detention.release', idOf(30), {releasedOn: '2026-11-21'})).toBe('applied');
    expect(of.send('detention.release', idOf(30), {releasedOn: '2026-11-21'})).toBe('state_moved');
    expect(of.of('detention')).toEqual([
      {place: 'Carchar Ffug', convicted: true, startOn: '2026-11-01', expectedReleaseOn: '2027-05-01', releasedOn: '2026-11-21'},
    ]);
  });

  test('nobody is detained twice at once; one that was struck out does not stand again beside another', () => {
    const of = file();
    expect(of.send('detention.enter', idOf(30), entered)).toBe('applied');
    expect(of.send('detention.enter', idOf(31), {...entered, startOn: '2026-11-10'})).toBe('overlaps startOn');
    of.send('record.strike-out', idOf(30), {reason: {text: 'Carchar arall', lang: 'cy'}});
    expect(of.send('detention.enter', idOf(31), entered)).toBe('applied');
    expect(of.send('detention.change', idOf(30), {place: 'Arall'})).toBe('overlaps startOn');
    const seen = {bases: {convicted: [idOf(5)]}};
    expect(of.send('detention.change', idOf(31), {place: 'Arall', convicted: true}, 'adviser', seen)).toBe('applied');
    expect(of.send('detention.release', idOf(31), {releasedOn: '2026-11-20'})).toBe('applied');
    expect(of.send('detention.change', idOf(30), {place: 'Arall'})).toBe('applied');
    expect(of.send('detention.enter', idOf(32), entered)).toBe('overlaps startOn');
  });

  test.each([
    ['no place', {place: ''}, 'words_missing place'],
    ['a start that is to come', {startOn: '2026-11-22'}, 'date_in_future startOn'],
    ['a release before the start', {expectedReleaseOn: '2026-10-31'}, 'dates_out_of_order expectedReleaseOn'],
    ['a release in the far future', {expectedReleaseOn: '2056-11-22'}, 'out_of_range expectedReleaseOn'],
  ])('refused: %s', (_what, change, answer) => {
    const of = file();
    expect(of.send('detention.enter', idOf(30), {...entered, ...change})).toBe(answer);
    expect(of.send('detention.enter', idOf(31), entered)).toBe('applied');
    const {startOn, ...changes} = change as {startOn?: string; place?: string; expectedReleaseOn?: string};
    expect(of.send('detention.change', idOf(31), changes)).toBe(startOn === undefined ? answer : 'applied');
  });
});

describe('rights', () => {
  test('[R-69] asking for records: a month, two more when extended in time, met by the answer', () => {
    const of = file();
    expect(of.send('access-request.record', idOf(30), {askedOn: '2026-11-22', words: null})).toBe('date_in_future askedOn');
    expect(of.send('access-request.record', idOf(30), {askedOn: '2026-11-02', words: null})).toBe('applied');
    expect(dueIn(of, 'access_request')).toEqual([['2026-12-02', 'due_soon']]);
    const because = {extendedOn: '2026-11-21', extendedBecause: 'Mae llawer o bapur.'};
    expect(of.send('access-request.extend', idOf(30), {...because, extendedBecause: ' '})).toBe('words_missing extendedBecause');
    expect(of.send('access-request.extend', idOf(30), {...because, extendedOn: '2026-11-01'})).toBe('dates_out_of_order extendedOn');
    expect(of.send('access-request.extend', idOf(30), {...because, extendedOn: '2026-11-22'})).toBe('date_in_future extendedOn');
    expect(of.send('access-request.extend', idOf(30), because)).toBe('applied');
    expect(of.send('access-request.extend', idOf(30), because)).toBe('state_moved');
    expect(dueIn(of, 'access_request')[0]?.[0]).toBe('2027-02-02');
    expect(of.send('access-request.answer', idOf(30), {answeredOn: '2026-11-01'})).toBe('dates_out_of_order answeredOn');
    expect(of.send('access-request.answer', idOf(30), {answeredOn: '2026-11-22'})).toBe('date_in_future answeredOn');
    expect(of.send('access-request.answer', idOf(30), {answeredOn: '2026-11-21'})).toBe('applied');
    expect(of.send('access-request.answer', idOf(30), {answeredOn: '2026-11-21'})).toBe('state_moved');
    expect(dueIn(of, 'access_request')[0]?.[1]).toBe('met');
    of.send('access-request.record', idOf(31), {askedOn: '2026-11-02', words: null});
    of.send('access-request.answer', idOf(31), {answeredOn: '2026-11-20'});
    expect(of.send('access-request.extend', idOf(31), because)).toBe('state_moved answeredOn');
    expect(of.send('access-request.extend', idOf(32), because)).toBe('unknown_record');
  });

  test('[R-72] a complaint goes onwards only, and is closed with what came of it', () => {
    const of = file();
    const said = {raisedOn: '2026-11-20', words: {text: 'Doedd neb yn ateb.', lang: 'cy'}, advocateOffered: true};
    expect(of.send('complaint.record', idOf(30), {...said, words: {text: ' ', lang: 'cy'}})).toBe('words_missing words');
    expect(of.send('complaint.record', idOf(30), {...said, raisedOn: '2026-11-22'})).toBe('date_in_future raisedOn');
    expect(of.send('complaint.record', idOf(30), said)).toBe('applied');
    expect(dueIn(of, 'answer_complaint')).toHaveLength(1);
    expect(of.send('complaint.move', idOf(30), {stage: 'investigation', outcome: null})).toBe('applied');
    expect(dueIn(of, 'investigate_complaint')).toHaveLength(1);
    expect(of.send('complaint.move', idOf(30), {stage: 'investigation', outcome: null})).toBe('state_moved stage');
    expect(of.send('complaint.move', idOf(30), {stage: 'closed', outcome: ''})).toBe('words_missing outcome');
    expect(of.send('complaint.move', idOf(30), {stage: 'closed', outcome: 'Ymddiheuriad'})).toBe('applied');
    expect(of.data(idOf(30), 'complaint')).toMatchObject({stage: 'closed', outcome: 'Ymddiheuriad', raisedBy: PERSON});
    expect(dueIn(of, 'investigate_complaint')).toEqual([]);
  });
});
