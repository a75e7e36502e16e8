import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as processors from '../node_modules/zod/v4/core/json-schema-processors.js';
import * as toJsonSchema from '../node_modules/zod/v4/core/to-json-schema.js';
import { leaveOut } from './without-json-schema';

describe("what stands in for zod's JSON Schema on the page", () => {
  it.each([
    ['json-schema-processors', processors],
    ['to-json-schema', toJsonSchema],
  ])('has every export of %s', (name, module) => {
    const path = `node_modules/zod/v4/core/${name}.js`;
    const exported = [...leaveOut(readFileSync(path, 'utf8'), path).matchAll(/make as (\w+)/g)].map(([, as]) => as);
    expect(exported.sort()).toEqual(Object.keys(module).sort());
  });

  it.each(['export class Later {}', "export * from './later.js';", 'const nothing = 1;'])(
    'refuses to build where zod is written otherwise: %s',
    (code) => expect(() => leaveOut(code, 'later.js')).toThrow("zod's modules are not what"),
  );
});
