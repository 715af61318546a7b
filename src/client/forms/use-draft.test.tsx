import {act, cleanup, fireEvent, render, screen} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {speak} from '#client/i18n/text.ts';
import {DeviceContext} from '#client/sync/device-context.ts';
import {DraftLine} from './draft-line.tsx';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {DRAFT_REST_MS, useDraft} from './use-draft.ts';

const KEY = 'test/one';

function Form() {
  const draft = useDraft(
    KEY,
    () => '',
    stored => (typeof stored === 'string' ? stored : null),
  );
  return (
    <>
      <textarea aria-label="words" value={draft.value} onChange={event => draft.change(event.target.value)} />
      <DraftLine keeping={draft.keeping} />
    </>
  );
}

const type = (text: string) => fireEvent.change(screen.getByLabelText('words'), {target: {value: text}});
const kept = (device: FakeDevice) => device.kept.get(KEY)?.value;

async function draw(device: FakeDevice) {
  await speak('en');
  vi.useFakeTimers();
  return render(
    <DeviceContext value={device}>
      <Form />
    </DeviceContext>,
  );
}

beforeEach(() => vi.useRealTimers());
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

test('keeps what is typed without a rest every half second', async () => {
  const device = new FakeDevice();
  await draw(device);
  await act(async () => type('a'));
  for (const words of ['a b', 'a b c', 'a b c d']) {
    await act(async () => type(words));
    await act(async () => vi.advanceTimersByTime(DRAFT_REST_MS / 2));
  }
  expect(kept(device)).toBe('a b c');
});

test('keeps the first key at once and the rest after half a second', async () => {
  const device = new FakeDevice();
  await draw(device);
  await act(async () => type('a'));
  expect(kept(device)).toBe('a');
  await act(async () => type('ab'));
  await act(async () => vi.advanceTimersByTime(DRAFT_REST_MS - 1));
  expect(kept(device)).toBe('a');
  await act(async () => vi.advanceTimersByTime(1));
  expect(kept(device)).toBe('ab');
  expect(screen.getByText('Draft kept on this device')).toBeTruthy();
});

test('keeps the last words when the vault locks, when the page is hidden and when the form goes', async () => {
  const device = new FakeDevice();
  const {unmount} = await draw(device);
  await act(async () => type('a'));
  await act(async () => type('a hidden'));
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  await act(async () => void document.dispatchEvent(new Event('visibilitychange')));
  vi.restoreAllMocks();
  expect(kept(device)).toBe('a hidden');
  await act(async () => type('a gone'));
  unmount();
  expect(kept(device)).toBe('a gone');
});

test('says plainly when a draft could not be kept', async () => {
  const device = new FakeDevice();
  const phase = device.phase();
  if (phase.kind !== 'open') throw new Error('the vault is open');
  vi.spyOn(phase.vault, 'saveDraft').mockRejectedValue(new Error('full'));
  await draw(device);
  await act(async () => type('a'));
  expect(screen.getByText(/could not be kept/u)).toBeTruthy();
});
