/** Every command of the operator. */
import type {CliCommand} from './command-line.ts';
import {deadlines} from './deadlines-command.ts';
import {renewEpoch} from './epoch-commands.ts';
import {inviteUser, resetPassword} from './user-commands.ts';

export const COMMANDS: readonly CliCommand[] = [deadlines, inviteUser, resetPassword, renewEpoch];
