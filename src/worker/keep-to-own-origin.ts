import { keepToOwnOrigin } from './own-origin';

/* Imported before all else by every worker's program: nothing has been read yet. */

keepToOwnOrigin(self);
