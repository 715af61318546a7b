/** Every command of the operator. */
import type {CliCommand} from './command-line.ts';
import {alarmsCommand} from './alarms-command.ts';
import {importCommand} from './import-command.ts';
import {deadlines} from './deadlines-command.ts';
import {backupVerified, renewEpoch} from './epoch-commands.ts';
import {inviteUser, resetPassword} from './user-commands.ts';

export const COMMANDS: readonly CliCommand[] = [
  importCommand,
  deadlines,
  inviteUser,
  resetPassword,
  renewEpoch,
  backupVerified,
  alarmsCommand,
];
