/** What is new on the first screen: an answer or a question about money is named, and leads to the request it is about. */
import {screen} from '@testing-library/react';
import {expect, test} from 'vitest';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {decisionRecord, FFION, questionRecord, REQUEST, requestRecord} from './fund.test-support.ts';
import {NewSinceLook} from './new-since-look.tsx';

const LOOK = {at: '2026-11-18T09:00:00.000Z', epoch: FFION, version: 1};
const open = (records: readonly ReturnType<typeof requestRecord>[]) => {
  const device = new FakeDevice({role: 'young_person', holder: FFION, changed: records.map(record => ({record, isNew: true, by: null}))});
  return renderScreen(<NewSinceLook person={FFION} look={LOOK} />, {device});
};
const links = () => screen.getAllByRole('link').map(link => [link.textContent, link.getAttribute('href')]);

test('a decision and a question each lead to their request; the request that changed with them is not news twice', async () => {
  await open([decisionRecord({outcome: 'refused'}), questionRecord('Which?'), requestRecord({status: 'refused'})]);
  expect(links()).toEqual([
    ['There is an answer about money you asked for', `/my-money/${REQUEST}`],
    ['There is a question about money you asked for', `/my-money/${REQUEST}`],
  ]);
});

test('an answer about the costs of learning leads to it, and so does what was written of what they do; what still waits is no news', async () => {
  const support = (decision: object | null) => ({...requestRecord({}), kind: 'education-support', data: {what: 'course_costs', decision}});
  await open([support({outcome: 'granted'}), {...requestRecord({}), kind: 'activity', data: {}}, support(null)]);
  expect(links()).toEqual([
    ['There is an answer about money you asked for', '/my-learning'],
    ['New: My learning and work', '/my-learning'],
  ]);
});

test('a request that changed by itself leads to all of them', async () => {
  await open([requestRecord({status: 'paid'})]);
  expect(links()).toEqual([['New: St David’s Day Fund', '/my-money']]);
});
