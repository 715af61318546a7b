/** What the server noticed that smells of a fault or an attack, in plain words, and what there is to do about it. */
import type {Alarm} from '#server/db/storage.ts';
import type {CliCommand} from './command-line.ts';

const WORDS: Readonly<Record<Alarm['kind'], string>> = {
  digest_differs:
    'A device held something else than the store, and has loaded it anew. Sync has a fault: please report it with the version of the product.',
  index_differs:
    'The index does not show every record where it is, so devices may lack something. Please report it; nothing is lost in the store.',
  rolled_back:
    'A device knows more than the store: something was lost after a restore. Begin a new epoch: llwybr epoch renew --reason <text>.',
  op_reused:
    'A device sent other words under a number or a name that was used before. A profile was probably copied: it goes on as a new device. Or somebody took the name of another’s work after a restore: the audit says whose device met it (sync.op_reused).',
  client_not_yours:
    'Somebody signed in with the device of somebody else, or tried to. The audit says whose account it was (sync.client_not_yours).',
  op_failed:
    'The server has a fault with a piece of work. It is kept whole for a manager, and tried again at the next start. Please report it with the version of the product.',
  summary_failed:
    'The server has a fault with a file: its headline and who helps stay as they were, and nothing is lost. The audit says whose it is (sync.summary_failed). Please report it.',
};

export const alarmsCommand: CliCommand = {
  name: 'alarms',
  usage: 'alarms --authority W06000011',
  options: {authority: {type: 'string', required: true}},
  positionals: [],
  run: async ({storage}, {authority}, _positionals, {out, err}) => {
    const code = String(authority);
    if (!(await storage.authorities()).some(row => row.code === code)) {
      err('No such authority in this store; import its extract first.');
      return 1;
    }
    const alarms = await storage.snapshot(code, store => store.alarms());
    if (alarms.length === 0) out('Nothing was noticed.');
    for (const {kind, firstAt, lastAt, times, detail} of alarms) {
      const counts = Object.entries(detail).map(([what, count]) => `${what} ${count}`);
      out(
        `${lastAt}  ${kind}: ${times === 1 ? 'once' : `${times} times since ${firstAt}`}${counts.length > 0 ? ` (${counts.join(', ')})` : ''}`,
      );
      out(`  ${WORDS[kind]}`);
    }
    return 0;
  },
};
