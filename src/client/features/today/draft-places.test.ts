/** Where a draft that waits on Today is taken up again, and whom it is about. */
import {expect, test} from 'vitest';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {idFor, recordOf, summaryRecord} from '#client/testing/fake-records.test-support.ts';
import {placeOfDraft} from './draft-places.ts';

const FFION = idFor(1);
const note = recordOf('shared-note', idFor(41), FFION, {about: idFor(40), words: {text: 'x', lang: 'en'}, sharedOn: '2026-11-19' as never});
const period = recordOf('consent', idFor(42), FFION, {purpose: 'x', givenOn: '2026-11-19' as never, withdrawnOn: null});
const device = new FakeDevice({records: [summaryRecord(FFION, {knownAs: 'Ffion'}), note, period]});
const phase = device.phase();
if (phase.kind !== 'open') throw new Error('the vault is open');
const {memory} = phase.vault;

test.each([
  [`together/${idFor(20)}/words`, {person: FFION}, `/together/${idFor(20)}/words`],
  [`plan-start/${FFION}`, {}, `/people/${FFION}/new-plan`],
  [`plan-section/${FFION}/${idFor(20)}/health`, {}, `/people/${FFION}/plan/${idFor(20)}/health`],
  [`plan-share/${FFION}/${idFor(20)}`, {}, `/people/${FFION}/plan/${idFor(20)}/share`],
  [`plan-return/${FFION}/${idFor(20)}`, {}, `/people/${FFION}/plan/${idFor(20)}`],
  [`fund-ask/${FFION}`, {}, `/people/${FFION}/new-request`],
  [`fund-duty/${FFION}/${idFor(20)}/maintenance`, {}, `/people/${FFION}/money/${idFor(20)}`],
  [`money-line/${FFION}/income`, {}, `/people/${FFION}/money-plan/add/income`],
  [`money-line/${FFION}/${idFor(20)}`, {}, `/people/${FFION}/money-plan/line/${idFor(20)}`],
  [`benefit/${FFION}/pip`, {}, `/people/${FFION}/money-plan/benefits/pip`],
  [`money-action/${FFION}/${idFor(20)}`, {}, `/people/${FFION}/money-plan/line/${idFor(20)}/action`],
  [`money-action/${FFION}/pip`, {}, `/people/${FFION}/money-plan/benefits/pip/action`],
  [`money-help/${FFION}`, {}, `/people/${FFION}/money-plan/helper`],
  [`action/${FFION}/${idFor(20)}`, {}, `/people/${FFION}/action/${idFor(20)}`],
  [`profile/${FFION}/names/`, {}, `/people/${FFION}/profile/names`],
  [`profile/${FFION}/alert/${idFor(20)}`, {}, `/people/${FFION}/profile/alert?of=${idFor(20)}`],
  [`strike/${period.id}/${FFION}`, {}, `/people/${FFION}/profile`],
  [`shared-note/${FFION}/${idFor(40)}`, {}, `/people/${FFION}/contacts`],
  [`review-ask/${FFION}`, {}, `/people/${FFION}/plan`],
  [`details/${FFION}`, {}, `/people/${FFION}/details`],
  [`review-answer/${idFor(99)}/${FFION}`, {}, `/people/${FFION}`],
  [`strike/${note.id}/${FFION}`, {}, `/people/${FFION}/contacts`],
  [`strike/${idFor(99)}/${FFION}`, {}, `/people/${FFION}`],
])('%s', (key, value, to) => {
  expect(placeOfDraft(memory, key, value)).toEqual({kind: 'wordsFor', name: 'Ffion', to});
});

test.each(['change', 'notes', 'paper', 'question', 'answer', 'recommend', 'decide', 'withdraw', 'close', 'outcome'])(
  'of a form about a request to the fund: %s',
  form => {
    const to = `/people/${FFION}/money/${idFor(20)}`;
    expect(placeOfDraft(memory, `fund-${form}/${FFION}/${idFor(20)}`, {})).toEqual({kind: 'wordsFor', name: 'Ffion', to});
  },
);
