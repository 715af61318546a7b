/** After a backup is restored: a new epoch, so that every device sends again what the restored store has forgotten. */
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
