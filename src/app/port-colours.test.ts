import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PORT_TYPES } from '../graph/port-types';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const tokens = read('styles.css');
const stages = read('../editor/styles/stages.css');

it.each(PORT_TYPES)(
  'the port type %s has a colour in the light and in the dark, which its marks and wires take',
  (type) => {
    expect(tokens.match(new RegExp(`^\\s*--port-${type}: oklch`, 'gm')), 'in src/app/styles.css').toHaveLength(2);
    expect(stages, 'in src/editor/styles/stages.css').toContain(
      `[data-type="${type}"] {\n  --port: var(--port-${type});`,
    );
  },
);
