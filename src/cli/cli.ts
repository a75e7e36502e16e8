import type { Kinds } from '../engine/kinds';
import { parseArguments } from './arguments';
import { askForHelp, help } from './help';
import type { Output } from './output';
import { say } from './output';

export interface CommandLine {
  readonly output: Output;
  readonly signal: AbortSignal;
  /** Loaded only by the commands that need kinds. */
  loadKinds(): Promise<Kinds>;
}

/** Carries out one command line; answers the exit code. */
export async function runCommandLine(argv: readonly string[], line: CommandLine): Promise<number> {
  const { output } = line;
  const parsed = parseArguments(argv);
  if (!parsed.ok) {
    output.err(say(output, parsed.why));
    output.err(`    → ${askForHelp(parsed.command)}`);
    return 2;
  }
  const { command } = parsed;
  switch (command.type) {
    case 'help':
      output.out(help(output.language, command.of));
      return 0;
    case 'schema': {
      const { schemaCommand } = await import('./schema-command');
      return schemaCommand(output);
    }
    case 'disk': {
      const { diskCommand } = await import('./disk-command');
      return diskCommand(command, output);
    }
    case 'validate': {
      const { validateCommand } = await import('./validate-command');
      return validateCommand(command.file, await line.loadKinds(), output);
    }
    case 'predict': {
      const { predictCommand } = await import('./predict/predict-command');
      return predictCommand(command, await line.loadKinds(), output);
    }
    case 'models':
    case 'lake': {
      const { keptCommand } = await import('./kept-commands');
      return keptCommand(command, await line.loadKinds(), output);
    }
    case 'run': {
      const { runCommand } = await import('./run-command');
      return runCommand(command, await line.loadKinds(), output, line.signal);
    }
    case 'export-python': {
      const { pythonCommand } = await import('./python-command');
      return pythonCommand(command, await line.loadKinds(), output, line.signal);
    }
    case 'live': {
      const { liveCommand } = await import('./live/live-command');
      return liveCommand(command, await line.loadKinds(), output, line.signal);
    }
  }
}
