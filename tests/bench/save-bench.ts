/**
 * `npm run bench -- save`: the import, the first sync, saving and opening cold, in a real Chromium on the imported caseload
 * of the fixture, each beside a floor measured in the same run.
 */
import {RunningServer} from '../support/running-server.ts';
import {PersonAtWork} from '../e2e/person-at-work.ts';
import {median} from './drawn.ts';

const SAVES = 50;
const say = (line: string) => void process.stdout.write(`${line}\n`);
const ms = (value: number) => `${value.toFixed(1)} ms`;

export async function saveBench(): Promise<void> {
  const server = await RunningServer.prepare();
  const person = new PersonAtWork(server.url, 'cy');
  try {
    await server.start();
    const importing = Date.now();
    await server.importExtract();
    say(`import of the fixture, embedded store, command included: ${((Date.now() - importing) / 1000).toFixed(1)} s`);
    await person.openBrowser();
    await person.acceptInvitation(await server.invite('U2041', 'adviser'));
    await person.heading('device:protect.title').waitFor();

    const session = await person.context.newCDPSession(person.page);
    await session.send('Network.enable');
    const pulls = new Set<string>();
    let bytes = 0;
    let exchanges = 0;
    session.on('Network.responseReceived', ({requestId, response}) => {
      if (response.url.includes('/api/sync/') && !response.url.endsWith('/stream')) pulls.add(requestId);
    });
    session.on('Network.loadingFinished', ({requestId, encodedDataLength}) => {
      if (!pulls.has(requestId)) return;
      bytes += encodedDataLength;
      exchanges += 1;
    });
    await person.protectDevice();
    const syncing = Date.now();
    await person.page.getByText(person.t('device:first.done')).waitFor({timeout: 60_000});
    say(
      `first sync of one adviser (20 people), protecting the device included: ${((Date.now() - syncing) / 1000).toFixed(1)} s, ${exchanges} exchanges, ${(bytes / 1024).toFixed(0)} KB on the wire`,
    );
    await person.page.getByRole('link', {name: person.t('device:first.start')}).click();
    await person.readyForOffline();

    await person.openPerson('llyn', 'Ianto');
    // Without a connection, as on a visit: what is measured is the device alone.
    await person.context.setOffline(true);
    for (let n = 0; n < SAVES; n++) {
      await person.page
        .getByRole('button', {name: new RegExp(`^(${person.t('person:risk.write')}|${person.t('person:risk.edit')})$`)})
        .click();
      await person.page.getByLabel(person.t('person:risk.label')).fill(`Crynodeb rhif ${n}. ${'Ffoniwch cyn galw heibio. '.repeat(20)}`);
      await person.button('person:risk.save').click();
      await person.page.getByText(`Crynodeb rhif ${n}.`).waitFor();
    }
    await person.context.setOffline(false);
    const saves = await person.page.evaluate(() => performance.getEntriesByName('llwybr:save').map(({duration}) => duration));
    const floor = await person.page.evaluate(async count => {
      const opening = indexedDB.open('bench-floor', 1);
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error ?? new Error('no database'));
      });
      const times: number[] = [];
      for (let n = 0; n < count; n++) {
        const started = performance.now();
        const writing = db.transaction('rows', 'readwrite', {durability: 'strict'});
        writing.objectStore('rows').put(new Uint8Array(1024), n);
        await new Promise(resolve => (writing.oncomplete = resolve));
        times.push(performance.now() - started);
      }
      db.close();
      return times;
    }, SAVES);
    say(
      `save, sealed and on disk: median of ${saves.length} ${ms(median(saves))}; floor (one strict IndexedDB write of 1 KB): ${ms(median(floor))}; ratio ${(median(saves) / median(floor)).toFixed(1)}`,
    );

    await server.stop();
    await person.closeBrowser();
    await person.openBrowser();
    await person.page.goto(server.url);
    const slow = await person.context.newCDPSession(person.page);
    await slow.send('Emulation.setCPUThrottlingRate', {rate: 4});
    const opening = Date.now();
    await person.page.reload();
    await person.heading('device:unlock.title').waitFor();
    const unlockShown = Date.now() - opening;
    await person.page.getByLabel(person.t('device:unlock.passphrase'), {exact: true}).fill('derw llyfr seren pont');
    const unlocking = Date.now();
    await person.button('device:unlock.submit').click();
    await person.heading('today:title').waitFor();
    say(
      `offline, processor slowed 4 times: unlock screen after ${unlockShown} ms; Today ${Date.now() - unlocking} ms after the passphrase (Argon2id 64 MiB included)`,
    );
  } finally {
    await person.leave();
    await server.end();
  }
}
