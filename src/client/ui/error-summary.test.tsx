/** The summary of errors takes the focus when somebody has pressed save, and never while they go on typing. */
import {useState} from 'react';
import {screen} from '@testing-library/react';
import {expect, test} from 'vitest';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {Button} from './button.tsx';
import {ErrorSummary} from './error-summary.tsx';
import {TextInput} from './field.tsx';

function Form() {
  const [typed, setTyped] = useState('');
  const [attempt, setAttempt] = useState(0);
  const errors = attempt > 0 && !/^\d+$/u.test(typed) ? [{field: 'number', message: 'Wrong'}] : [];
  return (
    <>
      <ErrorSummary attempt={attempt} errors={errors} />
      <TextInput id="number" label="Number" value={typed} onChange={setTyped} />
      <Button onPress={() => setAttempt(count => count + 1)}>Save</Button>
    </>
  );
}

test('once for each press, however often it comes and goes in between', async () => {
  const {user} = await renderScreen(<Form />, {device: new FakeDevice(), at: '/', path: '/', language: 'en'});
  await user.click(screen.getByRole('button', {name: 'Save'}));
  expect(document.activeElement?.className).toBe('govuk-error-summary');
  await user.type(screen.getByLabelText('Number'), '1');
  expect(screen.queryByRole('alert')).toBeNull();
  await user.type(screen.getByLabelText('Number'), 'a2');
  expect(screen.getByLabelText<HTMLInputElement>('Number').value).toBe('1a2');
  expect(document.activeElement?.id).toBe('number');
  await user.click(screen.getByRole('button', {name: 'Save'}));
  expect(document.activeElement?.className).toBe('govuk-error-summary');
});
