import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Tab } from './tab';
import { createSession } from './webdriver';

/** Opens a tab in WebKitGTK's MiniBrowser through the WebKitWebDriver at `driverPath`, on a screen that nobody sees. */
export async function openWebKit(driverPath: string): Promise<Tab> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const port = await freePort();
  const driver = spawn(driverPath, [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: `:${await displayOf(screen)}`, GDK_BACKEND: 'x11' },
  });
  const end = async (): Promise<void> => {
    for (const child of [driver, screen]) {
      if (child.exitCode !== null) continue;
      child.kill();
      await once(child, 'exit');
    }
  };
  try {
    const session = await createSession(`http://127.0.0.1:${port}`, (attempt) => delay(attempt * 100));
    return {
      ...session,
      async close() {
        await session.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** The number of the display, which Xvfb writes once it is ready. */
async function displayOf(screen: ChildProcess): Promise<string> {
  const ready = screen.stdio[3];
  if (ready === null || ready === undefined) throw new Error('Xvfb has no pipe to tell its display on.');
  const [said] = await Promise.race([
    once(ready, 'data'),
    once(screen, 'exit').then(() => {
      throw new Error('Xvfb ended before it had a display.');
    }),
  ]);
  return String(said).trim();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  server.close();
  return address.port;
}
