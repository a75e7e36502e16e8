import { describe, expect, it } from 'vitest';
import { parseArguments } from './arguments';
import { help } from './help';

const parse = (line: string) => parseArguments(line.split(' ').filter((word) => word !== ''));

describe('the command line', () => {
  it('reads every option of run, in any order', () => {
    expect(
      parse(
        'run --input file1=./a=b.csv p.json --set dense1.hidden=[32,16] --output dense1.model=out/m=1.json --seed=7 --backend cpu --report r.json --events',
      ),
    ).toEqual({
      ok: true,
      command: {
        type: 'run',
        file: 'p.json',
        inputs: [{ nodeId: 'file1', path: './a=b.csv' }],
        overrides: [{ nodeId: 'dense1', param: 'hidden', value: [32, 16] }],
        outputs: [{ nodeId: 'dense1', port: 'model', path: 'out/m=1.json' }],
        requirements: [],
        seed: 7,
        backend: 'cpu',
        report: 'r.json',
        events: true,
        notes: false,
        csvFor: 'program',
      },
    });
  });

  it('reads every option of live besides those of run', () => {
    expect(
      parse(
        'live p.json --ticks 40 --registry models --lake=lake --watch lake1=in/a --watch sales=in/b --clock wall --every 0.5 --webhook https://x.test/hook --fresh --seed 7 --events',
      ),
    ).toEqual({
      ok: true,
      command: {
        type: 'live',
        file: 'p.json',
        inputs: [],
        overrides: [],
        outputs: [],
        requirements: [],
        seed: 7,
        backend: 'auto',
        events: true,
        notes: false,
        csvFor: 'program',
        ticks: 40,
        registry: 'models',
        lake: 'lake',
        watch: [
          { to: 'lake1', folder: 'in/a' },
          { to: 'sales', folder: 'in/b' },
        ],
        clock: 'wall',
        every: 0.5,
        webhook: 'https://x.test/hook',
        fresh: true,
      },
    });
  });

  it('reads every option of export-python', () => {
    expect(
      parse(
        'export-python p.json --notebook --fitted --output out --input f=a.csv --set a.b=1 --seed 7 --backend cpu --registry m --lake l',
      ),
    ).toEqual({
      ok: true,
      command: {
        type: 'export-python',
        file: 'p.json',
        inputs: [{ nodeId: 'f', path: 'a.csv' }],
        overrides: [{ nodeId: 'a', param: 'b', value: 1 }],
        seed: 7,
        backend: 'cpu',
        registry: 'm',
        lake: 'l',
        notebook: true,
        fitted: true,
        folder: 'out',
      },
    });
  });

  it('takes what is not JSON as a word, since shells eat quotes', () => {
    const parsed = parse('run p.json --set dense1.activation=relu --set a.b=true');
    expect(parsed.ok && parsed.command.type === 'run' ? parsed.command.overrides.map((o) => o.value) : []).toEqual([
      'relu',
      true,
    ]);
  });

  it.each([
    ['fly', 'no command “fly”'],
    ['run', 'needs a pipeline file'],
    ['validate', 'needs a pipeline file'],
    ['validate --strict a.json', 'no option --strict'],
    ['validate a.json b.json', '“b.json” is one argument too many'],
    ['schema all', '“all” is one argument too many'],
    ['run a.json b.json', 'one argument too many'],
    ['run a.json --speed 3', 'no option --speed'],
    ['run a.json --seed', 'needs a value'],
    ['run a.json -s 3', 'no option -s'],
    ['run a.json --seed -1', 'whole number'],
    ['run a.json --constructor 1', 'no option --constructor'],
    ['run a.json --no-events', 'no option --no-events'],
    ['run a.json --seed 4294967296', 'whole number'],
    ['run a.json --backend abacus', 'auto | wasm | cpu.'],
    ['run a.json --backend webgl', 'auto | wasm | cpu.'],
    ['run a.json --input file1', 'NODE=PATH'],
    ['run a.json --set epochs', 'NODE.PARAM=JSON'],
    ['run a.json --ticks 3', 'no option --ticks'],
    ['run a.json --fresh', 'no option --fresh'],
    ['export-python', 'needs a pipeline file'],
    ['export-python a.json --events', 'no option --events'],
    ['export-python a.json --output=', '--output takes DIR'],
    ['live', 'needs a pipeline file'],
    ['live a.json --ticks 0', 'whole number from 1'],
    ['live a.json --clock sun', 'virtual | wall'],
    ['live a.json --every 0', 'more than 0'],
    ['live a.json --every soon', 'more than 0'],
    ['live a.json --webhook ftp://x', 'http or https'],
    ['live a.json --lake l --watch sales', 'SET=FOLDER'],
    ['live a.json --watch sales=in', '--lake DIR'],
    ['live a.json --events=yes', 'no option --events'],
  ])('refuses “%s” and says why', (line, why) => {
    const parsed = parse(line);
    expect(parsed.ok ? '' : parsed.why.en).toContain(why);
  });

  it('helps when asked, and when nothing is asked', () => {
    for (const line of ['', 'help', '--help', '-h']) {
      expect(parse(line)).toEqual({ ok: true, command: { type: 'help' } });
    }
  });

  it.each(['run --help', 'run a.json -h', 'help run'])('helps with one command when asked “%s”', (line) => {
    expect(parse(line)).toEqual({ ok: true, command: { type: 'help', of: 'run' } });
    expect(help('en', 'run')).toContain('--require');
    expect(help('en', 'run')).not.toContain('--watch');
  });

  it('names the command whose help to read, where there is one', () => {
    expect(parse('run a.json --nope')).toMatchObject({ ok: false, command: 'run' });
    expect(parse('rn a.json')).not.toHaveProperty('command');
    expect(parse('help rn')).toMatchObject({ ok: false, why: { en: 'There is no command “rn”.' } });
  });
});
