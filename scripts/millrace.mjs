import { ensureDependencies } from './setup/dependencies.mjs';

ensureDependencies();

// Loaded only now: it may just have been installed.
const { register } = await import('tsx/esm/api');
register();
await import('../src/cli/main.ts');
