/** Where the browser begins: the device of this browser, the app drawn for it, the worker that keeps the app here. */
import {storedLanguage} from '#client/i18n/language-choice.ts';
import {BrowserDevice} from '#client/sync/device.ts';
import '../styles/app.scss';
import {registerServiceWorker} from './service-worker-registration.ts';
import {start} from './start.tsx';

const root = document.getElementById('root');
if (root) {
  const device = new BrowserDevice(storedLanguage);
  void device.start();
  void start(root, device);
}
void registerServiceWorker().catch(() => undefined);
