/** A save that ends after its form was left: the words are saved, and nobody is led back to where they were. */
import {act, cleanup, render, screen} from '@testing-library/react';
import {afterEach, expect, test, vi} from 'vitest';
import {speak} from '#client/i18n/text.ts';
import {DeviceContext} from '#client/sync/device-context.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {useSaving} from './use-saving.ts';

afterEach(() => {
  cleanup();
  history.replaceState(null, '', '/');
});

function Form({kept, onClose}: {readonly kept: Promise<void>; readonly onClose: () => void}) {
  const saving = useSaving({flush: () => kept, stop: () => undefined}, 'test/one', onClose);
  return (
    <button type="button" onClick={() => void saving.save()}>
      Save
    </button>
  );
}

test.each([
  ['is led on by the form', '/people/one', 1],
  ['is not led back from another screen', '/people/one/details', 0],
])('whoever saves %s', async (_name, address, closed) => {
  await speak('en');
  history.replaceState(null, '', '/people/one');
  const onClose = vi.fn<() => void>();
  let written: () => void = () => undefined;
  const disk = new Promise<void>(resolve => (written = resolve));
  render(
    <DeviceContext value={new FakeDevice()}>
      <Form kept={disk} onClose={onClose} />
    </DeviceContext>,
  );
  await act(async () => screen.getByText('Save').click());
  history.pushState(null, '', address);
  await act(async () => written());
  expect(onClose).toHaveBeenCalledTimes(closed);
});
