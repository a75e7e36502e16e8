import { ensureBuild } from './setup/build.mjs';
import { ensureDependencies, root } from './setup/dependencies.mjs';

const USAGE = `npm start [-- --port N] [-- --host ADDRESS]
Installs and builds where needed, then serves the editor and prints its address.`;

function option(name, fallback) {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? fallback : process.argv[at + 1];
}

if (process.argv.includes('--help')) {
  console.log(USAGE);
  process.exit(0);
}
const port = Number(option('port', '4173'));
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`--port takes a whole number from 0 to 65535.\n${USAGE}`);
  process.exit(2);
}

ensureDependencies();
ensureBuild();

// Loaded only now: it may just have been installed.
const { preview } = await import('vite');
const server = await preview({ root, logLevel: 'warn', preview: { port, host: option('host', 'localhost') } });
const [address] = [...(server.resolvedUrls?.local ?? []), ...(server.resolvedUrls?.network ?? [])];
console.log(`Millrace is ready at ${address}`);
console.log('Press Ctrl+C to stop.');
