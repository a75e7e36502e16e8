import { config } from 'zod';

// zod's compiled parsers need `new Function`, which the Content-Security-Policy forbids;
// this must have run before anything is parsed, so whoever defines schemas imports it.
config({ jitless: true });
