import { arrangeCommands } from './arrange-commands';
import { type Command, commandState } from './command';
import { editCommands } from './edit-commands';
import { fileCommands } from './file-commands';
import { liveCommands } from './live-commands';
import { runCommands } from './run-commands';

/** Every command by its id. */
export const commands = { ...fileCommands, ...editCommands, ...arrangeCommands, ...runCommands, ...liveCommands };

export type CommandId = keyof typeof commands;

/** Gives a command where it can be given. Returns whether it was. */
export async function perform(id: CommandId): Promise<boolean> {
  const command: Command = commands[id];
  if (!command.enabled(commandState())) return false;
  await command.perform();
  return true;
}
