/**
 * Backups as devices have to know of them. After one is restored: a new epoch, so that every device sends again what the
 * restored store has forgotten. After one is verified: up to where it goes, so that devices need not keep that any more.
 */
import {randomUUID} from 'node:crypto';
import type {CliCommand} from './command-line.ts';

export const renewEpoch: CliCommand = {
  name: 'epoch renew',
  usage: 'epoch renew --reason <text>',
  options: {reason: {type: 'string', required: true}},
  positionals: [],
  run: async ({storage}, {reason}, _positionals, {err}) => {
    await storage.mintEpoch(randomUUID(), String(reason));
    err('A new epoch has begun; each device starts over at its next contact and sends what this store does not know.');
    return 0;
  },
};

export const backupVerified: CliCommand = {
  name: 'backup verified',
  usage: 'backup verified --authority W06000011 --version <n>',
  options: {authority: {type: 'string', required: true}, version: {type: 'string', required: true}},
  positionals: [],
  run: async ({storage}, {authority, version}, _positionals, {err}) => {
    const code = String(authority);
    if (!/^[1-9]\d{0,14}$/.test(String(version))) {
      err('--version is the whole number that authority_version holds in the backup.');
      return 2;
    }
    if (!(await storage.authorities()).some(row => row.code === code)) {
      err('No such authority in this store; import its extract first.');
      return 1;
    }
    const now = await storage.snapshot(code, async store => ({version: await store.version(), epoch: await store.epoch()}));
    if (Number(version) > now.version) {
      err(`This store is at version ${now.version}: a backup of it cannot hold more. Nothing was changed.`);
      return 1;
    }
    await storage.transaction(code, store => store.noteSafe(Number(version)));
    err(
      `Devices forget what a backup of epoch ${now.epoch} holds up to version ${String(version)}; a backup of another epoch does not count.`,
    );
    return 0;
  },
};
