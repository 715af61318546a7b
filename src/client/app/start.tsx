/** Draws the app for a device: first the language, then everything else. Tests and trials give a device of their own. */
import {lazy, StrictMode, Suspense, useState} from 'react';
import {createRoot} from 'react-dom/client';
import {BrowserRouter} from 'react-router';
import {storedLanguage} from '#client/i18n/language-choice.ts';
import {speak} from '#client/i18n/text.ts';
import {DeviceContext, type Device} from '#client/sync/device-context.ts';
import {App} from './app.tsx';

/** Seen once on a device. */
const WelcomePage = lazy(async () => ({default: (await import('#client/features/account/welcome-page.tsx')).WelcomePage}));

function FirstRun({device, chosen}: {readonly device: Device; readonly chosen: boolean}) {
  const [ready, setReady] = useState(chosen);
  if (!ready)
    return (
      <Suspense fallback={null}>
        <WelcomePage onChosen={() => setReady(true)} />
      </Suspense>
    );
  return (
    <DeviceContext value={device}>
      <BrowserRouter>
        <App />
      </BrowserRouter>
    </DeviceContext>
  );
}

export async function start(root: HTMLElement, device: Device): Promise<void> {
  const language = storedLanguage() ?? (await device.keptLanguage());
  // Before a choice only the welcome screen is drawn, and it brings its own few words in both.
  if (language !== null) await speak(language);
  createRoot(root).render(
    <StrictMode>
      <FirstRun device={device} chosen={language !== null} />
    </StrictMode>,
  );
}
