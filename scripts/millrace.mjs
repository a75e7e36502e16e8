import { ensureCommandLine } from './setup/build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';

ensureDependencies();
await import(ensureCommandLine().href);
