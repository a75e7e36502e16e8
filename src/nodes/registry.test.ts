import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type KindRole, portsOf, STAGES } from '../graph/kind-shape';
import type { PortType } from '../graph/schema-types';
import { type Text, text } from '../lib/text';
import { catalog } from './catalog';
import { checkPipeline } from './check-pipeline';
import { codes } from './codes';
import type { AnySpec, Control, PortSpec } from './contract/kind';
import { helps } from './helps';
import { liveRunners } from './live-runners';
import { runners } from './runners';
import { specs } from './specs';

const here = new URL('.', import.meta.url);
const folders = STAGES.flatMap((stage) => {
  const folder = new URL(`${stage}/`, here);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${stage}/${entry.name}`);
});

function expectBothLanguages({ en, ko }: Text = text('', ''), what: string): void {
  expect(en.trim(), `${what} in English`).not.toBe('');
  expect(en, `${what} in English`).not.toMatch(/[가-힣]/);
  expect(ko, `${what} in Korean`).toMatch(/[가-힣]/);
}

/** Whether a default value is one that the control could have given. */
function fits(control: Control, value: unknown): boolean {
  const isWords = Array.isArray(value) && value.every((item) => typeof item === 'string');
  switch (control.type) {
    case 'number':
      return value === null
        ? control.nullable === true
        : typeof value === 'number' &&
            value >= (control.min ?? Number.NEGATIVE_INFINITY) &&
            value <= (control.max ?? Number.POSITIVE_INFINITY) &&
            (control.integer !== true || Number.isInteger(value));
    case 'toggle':
      return typeof value === 'boolean';
    case 'text':
    case 'column':
    case 'dataSet':
    case 'dataVersion':
      return typeof value === 'string';
    case 'choice':
      return control.options.some((option) => option.value === value);
    case 'columns':
    case 'words':
      return isWords;
    case 'numbers':
      return (
        Array.isArray(value) &&
        value.length <= control.maxLength &&
        value.every((item) => Number.isInteger(item) && item >= control.min && item <= control.max)
      );
    case 'file':
      return value === null;
    case 'perValue':
    case 'perColumn':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
  }
}

function textsOf(control: Control): readonly (readonly [string, Text])[] {
  switch (control.type) {
    case 'perColumn':
      return control.fields.flatMap((field) => [
        [`${field.name}'s label`, field.label] as const,
        ...textsOf(field.control),
      ]);
    case 'dataSet':
    case 'dataVersion':
      return [['placeholder', control.placeholder]];
    case 'columns':
      return control.emptyMeans === undefined ? [] : [['emptyMeans', control.emptyMeans]];
    default:
      return [];
  }
}

/** What a kind of each role takes and gives, at least. */
const PORTS: Readonly<Record<KindRole, readonly [takes: readonly PortType[], gives: readonly PortType[]]>> = {
  source: [[], ['table']],
  etl: [['table'], ['table']],
  split: [['table'], ['table']],
  step: [['table'], ['table']],
  trainer: [['table'], ['model']],
  'model-source': [[], ['model']],
  'model-step': [['model'], ['model']],
  evaluator: [['model', 'table'], ['report']],
  study: [['report'], ['report']],
  answers: [['model'], ['table']],
  deployment: [
    ['model', 'stream'],
    ['model', 'stream'],
  ],
  stream: [['table'], ['table', 'stream']],
  monitor: [['stream'], ['report']],
  trigger: [[], ['signal']],
  retraining: [['signal', 'model'], ['model']],
  gate: [['model'], ['model']],
};

describe('every folder of a kind', () => {
  it('holds a spec, its help, a runner and a test', () => {
    const missing = folders.flatMap((folder) =>
      ['spec.ts', 'help.ts', 'run.ts', 'run.test.ts']
        .map((file) => `${folder}/${file}`)
        .filter((file) => !existsSync(new URL(file, here))),
    );
    expect(missing).toEqual([]);
  });

  it('is registered once in specs.ts, in helps.ts and in runners.ts, and nothing else is', () => {
    const ids = folders.map((folder) => folder.replace('/', '.')).sort();
    expect(specs.map((spec) => spec.id).sort()).toEqual(ids);
    expect(Object.keys(helps).sort()).toEqual(ids);
    expect(runners.map((runner) => runner.kind).sort()).toEqual(ids);
  });
});

describe('how a kind is written in Python', () => {
  const ids = folders.map((folder) => folder.replace('/', '.')).sort();

  it('stands in code.ts beside its spec', () => {
    expect(folders.filter((folder) => !existsSync(new URL(`${folder}/code.ts`, here)))).toEqual([]);
  });

  it('is registered once in codes.ts, and nothing else is', () => {
    expect(codes.map(({ kind }) => kind).sort()).toEqual(ids);
  });

  it.each(codes.map((code) => [code.kind, code] as const))(
    '%s says what it does in the batch phase, in a tick, or both',
    (kind, code) => {
      const spec = specs.find(({ id }) => id === kind);
      if (spec === undefined) throw new Error(`${kind} has no spec`);
      const { outputs } = portsOf(spec, spec.parseParams({}));
      expect(code.python !== undefined).toBe(outputs.some(({ live }) => live !== 'only'));
      expect(code.loop !== undefined).toBe(liveRunners.some((live) => live.kind === kind));
      const loop = code.loop?.(spec.defaults);
      if (loop !== undefined) expectBothLanguages(loop, 'what it does in a tick');
      if (loop !== undefined) for (const words of [loop.en, loop.ko]) expect(words).toMatch(/\.$/);
    },
  );
});

describe('a kind that fits a step', () => {
  it('says which columns the step reads and writes, and no other kind does', () => {
    const without = runners.filter(({ apply, columns }) => (apply === undefined) !== (columns === undefined));
    expect(without.map(({ kind }) => kind)).toEqual([]);
  });
});

describe('the registry', () => {
  it('stands in the order of the stages', () => {
    const order = specs.map((spec) => STAGES.indexOf(spec.stage));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
});

const cases: readonly (readonly [string, AnySpec])[] = specs.map((spec) => [spec.id, spec]);

describe.each(cases)('%s', (id, spec) => {
  const { inputs, outputs } = portsOf(spec, spec.parseParams({}));

  it('has an id that says its stage, and a version', () => {
    expect(id).toMatch(/^[a-z]+\.[a-z0-9-]+$/);
    expect(id.split('.')[0]).toBe(spec.stage);
    expect(Number.isInteger(spec.version) && spec.version >= 1).toBe(true);
    expect(spec.icon).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('speaks both languages in its title, ports and form', () => {
    expectBothLanguages(spec.title, 'title');
    for (const port of [...inputs, ...outputs]) expectBothLanguages(port.title, `port ${port.name}`);
    for (const [name, field] of Object.entries(spec.form)) {
      expectBothLanguages(field.label, `${name}'s label`);
      for (const [what, words] of textsOf(field.control)) expectBothLanguages(words, `${name}: ${what}`);
    }
  });

  it('has help in both languages, of its own fields and their options alone', () => {
    const { kind, fields = {}, options = {} } = helps[id] ?? {};
    expectBothLanguages(kind, 'help');
    expect(kind?.en.length).toBeGreaterThan(40);
    for (const [name, help] of Object.entries(fields)) {
      expect(Object.keys(spec.form)).toContain(name);
      expectBothLanguages(help, `${name}'s help`);
    }
    for (const [name, helpByWord] of Object.entries(options)) {
      const control = spec.form[name]?.control;
      const words = control?.type === 'choice' ? control.options.map(({ value }) => value) : [];
      for (const [word, help] of Object.entries(helpByWord ?? {})) {
        expect(words, name).toContain(word);
        expectBothLanguages(help, `the help of ${name}: ${word}`);
      }
    }
  });

  it('has ports with names of their own', () => {
    for (const ports of [inputs, outputs]) {
      const names = ports.map((port) => port.name);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
    }
    for (const output of outputs) expect(output.optional ?? output.feedback ?? output.many).toBeUndefined();
  });

  it('has the ports that its role promises, and ticks where one of them is live', () => {
    const [takes, gives] = PORTS[spec.role];
    const types = (ports: readonly PortSpec[]): readonly string[] => ports.map(({ type }) => type);
    for (const type of takes) expect(types(inputs)).toContain(type);
    for (const type of gives) expect(types(outputs)).toContain(type);
    if (takes.length === 0 && spec.role.includes('source')) expect(inputs).toEqual([]);
    const live = [...inputs, ...outputs].some((port) => port.live !== undefined);
    expect(liveRunners.some(({ kind }) => kind === id)).toBe(live);
  });

  it('has defaults that parse to themselves and that its form could have given', () => {
    expect(spec.parseParams({})).toEqual({ ok: true, params: spec.defaults });
    expect(spec.parseParams(spec.defaults)).toEqual({ ok: true, params: spec.defaults });
    expect(Object.keys(spec.form).sort()).toEqual(Object.keys(spec.defaults).sort());
    for (const [name, field] of Object.entries(spec.form)) {
      expect(fits(field.control, spec.defaults[name]), `${name} fits its control`).toBe(true);
      expect(() => field.when?.(spec.defaults)).not.toThrow();
    }
  });

  it('has a choice for each word its params take, and no choice that they refuse', () => {
    for (const [name, field] of Object.entries(spec.form)) {
      if (field.control.type !== 'choice') continue;
      const values = field.control.options.map((option) => option.value);
      expect(new Set(values).size, `${name}: options are distinct`).toBe(values.length);
      for (const value of values) {
        expect(spec.parseParams({ ...spec.defaults, [name]: value }), `${name}: ${value}`).toMatchObject({ ok: true });
      }
    }
  });

  it('names an input of its own wherever its form asks for columns', () => {
    const tables = inputs.filter((port) => port.type === 'table' || port.type === 'model').map((port) => port.name);
    for (const { control } of Object.values(spec.form)) {
      if (control.type === 'column' || control.type === 'columns' || control.type === 'perColumn') {
        expect(tables).toContain(control.port);
      }
    }
  });

  it('summarises and infers from its defaults, wired or not, without throwing', () => {
    const summary = spec.summary(spec.defaults);
    expect(typeof summary.en).toBe('string');
    expect(typeof summary.ko).toBe('string');
    const unwired = Object.fromEntries(inputs.flatMap(({ name, many }) => (many === true ? [[name, []]] : [])));
    const inferred = spec.infer(unwired, spec.defaults, { nodeId: 'node1' });
    const names = outputs.map((port) => port.name);
    for (const [port, schema] of Object.entries(inferred.outputs)) {
      expect(names).toContain(port);
      const declared = outputs.find((output) => output.name === port)?.type;
      if (schema !== undefined) expect(schema.type).toBe(declared);
    }
    const alone = {
      id: 'node1',
      kind: id,
      label: '',
      params: spec.defaults,
      position: { x: 0, y: 0 },
      mode: 'on',
    } as const;
    const document = {
      format: 'millrace/pipeline',
      version: 4,
      name: '',
      description: '',
      seed: 1,
      nodes: [alone],
      edges: [],
      notes: [],
    } as const;
    const { problems } = checkPipeline(catalog.compile({ ...document, nodes: [alone], edges: [], notes: [] }));
    expect(problems.map((problem) => problem.code)).not.toContain('check-failed');
    for (const problem of problems) {
      expectBothLanguages(problem.message, problem.code);
      expectBothLanguages(problem.hint, problem.code);
    }
  });
});
