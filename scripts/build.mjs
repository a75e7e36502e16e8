import { buildAll } from './setup/build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';

ensureDependencies();
buildAll();
