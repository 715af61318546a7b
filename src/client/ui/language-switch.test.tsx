import {cleanup, render, screen, waitFor} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {afterEach, expect, test} from 'vitest';
import {speak} from '#client/i18n/text.ts';
import {LanguageSwitch} from './language-switch.tsx';

afterEach(() => cleanup());

test('names each language in itself, keeps the focus and says the change once in the new language', async () => {
  await speak('en');
  const user = userEvent.setup();
  render(<LanguageSwitch />);
  const welsh = screen.getByRole('button', {name: /^Cymraeg ?Newid yr iaith i’r Gymraeg$/u});
  expect(welsh.getAttribute('lang')).toBe('cy');
  expect(screen.getByRole('status').textContent).toBe('');
  await user.click(welsh);
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Mae’r sgrin nawr yn Gymraeg'));
  expect(document.documentElement.lang).toBe('cy');
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', {name: /^English ?Change the language to English$/u})),
  );
});
