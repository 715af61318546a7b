/** One server with the whole extract for all tests of a file: begun before the first, ended after the last. */
import {test} from '@playwright/test';
import {RunningServer} from '../support/running-server.ts';

export function serverForAll(): () => RunningServer {
  let server: RunningServer | undefined;
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    server = await RunningServer.prepare();
    await server.start();
    await server.importExtract();
  });
  test.afterAll(() => server?.end());
  return () => {
    if (!server) throw new Error('the server begins with the first test');
    return server;
  };
}
