/** Draws one screen for a test: in a language, at an address, on a fake device. Takes it away after each test. */
import {cleanup, configure, render, screen as drawn} from '@testing-library/react';
import userEvent, {type UserEvent} from '@testing-library/user-event';
import type {ReactNode} from 'react';
import {MemoryRouter, Route, Routes, useLocation} from 'react-router';
import {afterEach} from 'vitest';
import type {Language} from '#client/i18n/language-choice.ts';
import {speak} from '#client/i18n/text.ts';
import {DeviceContext, usePhase} from '#client/sync/device-context.ts';
import {LanguageSwitch} from '#client/ui/language-switch.tsx';
import type {FakeDevice} from './fake-device.test-support.tsx';

/** Words are loaded when they are needed: on a machine that has other work that takes longer than the library waits. */
configure({asyncUtilTimeout: 10_000});
afterEach(() => cleanup());

/** Two rows under one key can leave one of them out: what React only says in passing is a failure. */
const {console: out} = globalThis;
const say = out.error.bind(out);
out.error = (...said: readonly unknown[]) => {
  if (String(said[0]).includes('same key')) throw new Error(said.join(' '));
  say(...said);
};

function Address() {
  const {pathname, search} = useLocation();
  return (
    <span hidden data-testid="address">
      {pathname + search}
    </span>
  );
}

/** A screen as the app shows it: gone while the vault is locked, drawn anew when it opens again. */
export function WhileOpen({children}: {readonly children: ReactNode}) {
  return usePhase().kind === 'open' ? children : null;
}

interface ScreenOptions {
  readonly device: FakeDevice;
  readonly language?: Language;
  readonly at?: string;
  /** Pattern of the address, when the screen reads parts of it. */
  readonly path?: string;
}

export interface Drawn {
  readonly user: UserEvent;
  readonly address: () => string;
}

export async function renderScreen(screen: ReactNode, {device, language = 'en', at = '/', path = '*'}: ScreenOptions): Promise<Drawn> {
  await speak(language);
  render(
    <DeviceContext value={device}>
      <MemoryRouter initialEntries={[at]}>
        <Address />
        <LanguageSwitch />
        <Routes>
          <Route path={path} element={screen} />
          <Route path="*" element={null} />
        </Routes>
      </MemoryRouter>
    </DeviceContext>,
  );
  return {user: userEvent.setup(), address: () => drawn.getByTestId('address').textContent ?? ''};
}
