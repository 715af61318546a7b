/**
 * What a device can carry out, loaded when it is needed: at once where something waits to be sent, else after the first screen,
 * and before anything is saved. A young person's device never loads what staff can do. A load that fails or takes too long fails
 * the save that asked for it, which keeps its draft; the next one asks again.
 */
import type {VaultTools} from './vault-state.ts';

/** After the first screen, so that nobody waits for it. */
export const COMMANDS_AFTER_MS = 1_500;
const LONGEST_LOAD_MS = 15_000;

type Named = VaultTools['commandNamed'];
export type LateCommands = Required<Pick<VaultTools, 'commandNamed' | 'loadCommands' | 'commandsLoaded'>>;

export function lateCommands(load: () => Promise<Named>): LateCommands {
  let named: Named | undefined;
  let loading: Promise<void> | undefined;
  let come: () => void = () => undefined;
  const commandsLoaded = new Promise<void>(resolve => (come = resolve));

  async function once(): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the commands could not be loaded in time')), LONGEST_LOAD_MS);
    });
    try {
      named = await Promise.race([load(), tooLong]);
      come();
    } finally {
      clearTimeout(timer);
      loading = undefined;
    }
  }

  return {commandNamed: kind => named?.(kind), loadCommands: () => (named ? undefined : (loading ??= once())), commandsLoaded};
}
