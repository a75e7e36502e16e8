import { type Language, type Text, text } from '../lib/text';
import { inColumns } from './columns';
import type { Command } from './command';

/** Options that several commands may take, as they are told of. */
interface Section {
  readonly of: readonly Command['type'][];
  readonly says: Text;
}

const TITLE = text(
  'millrace: run machine-learning pipelines without a browser',
  'millrace: 브라우저 없이 머신러닝 파이프라인을 실행해요',
);
const INVOKED = 'npm run -s millrace --';
const COMMAND = text('COMMAND', '명령');
const COMMANDS = text('Commands', '명령');

/** How each command is written, and what it does. */
const commands: Readonly<Record<Command['type'], readonly [usage: Text, does: Text]>> = {
  validate: [
    text('validate FILE', 'validate 파일'),
    text(
      'say what is wrong with a pipeline file, without running it',
      '파이프라인 파일의 문제를 실행하지 않고 알려 줘요',
    ),
  ],
  run: [text('run FILE [options]', 'run 파일 [옵션]'), text('run it and print a summary', '실행하고 결과를 요약해요')],
  live: [
    text('live FILE [options]', 'live 파일 [옵션]'),
    text(
      'run it, then its loop: serve, monitor, trigger, retrain, gate',
      '실행한 뒤 루프를 돌려요: 예측 제공, 모니터링, 트리거, 재학습, 게이트',
    ),
  ],
  'export-python': [
    text('export-python FILE [options]', 'export-python 파일 [옵션]'),
    text(
      'run it, then write it in Python (pandas, scikit-learn) with its data beside it',
      '실행한 뒤 데이터와 함께 파이썬(pandas, scikit-learn)으로 써요',
    ),
  ],
  disk: [
    text('disk [FILE …]', 'disk [파일 …]'),
    text(
      'list the files kept for later runs, their sizes and the pipelines that use them',
      '다음 실행을 위해 보관한 파일과 크기, 그 파일을 쓰는 파이프라인을 보여 줘요',
    ),
  ],
  predict: [
    text('predict --model M', 'predict --model M'),
    text('answer rows with a model: of a registry, or a model file', '레지스트리의 모델이나 모델 파일로 행을 예측해요'),
  ],
  models: [
    text('models COMMAND', 'models 명령'),
    text(
      'list | show [LINE] VERSION | promote LINE VERSION | rollback LINE [VERSION]; needs --registry DIR',
      'list | show [계열] 버전 | promote 계열 버전 | rollback 계열 [버전], --registry 폴더 필요',
    ),
  ],
  lake: [
    text('lake COMMAND', 'lake 명령'),
    text('list | show SET [VERSION]; needs --lake DIR', 'list | show 세트 [버전], --lake 폴더 필요'),
  ],
  schema: [
    text('schema', 'schema'),
    text('print the JSON schema of pipeline files', '파이프라인 파일의 JSON 스키마를 출력해요'),
  ],
  help: [
    text('help [COMMAND]', 'help [명령]'),
    text('print this, or what one command takes', '이 도움말이나 한 명령의 도움말을 출력해요'),
  ],
};

const sections: readonly Section[] = [
  {
    of: ['run', 'live'],
    says: text(
      `Options of run and live
  --input NODE=PATH      give a file node its file (may be repeated)
  --set NODE.PARAM=JSON  change a parameter for this run (may be repeated)
  --set NAME=JSON        change a parameter that the pipeline names
  --output NODE.PORT=PATH  write an output: a table as CSV, a model or a report as JSON (may be repeated)
  --spreadsheet          write CSV for Excel and the like: with a byte order mark, and an apostrophe before text
                         that would run as a formula; otherwise cells are written as they are
  --require 'NODE.FIGURE>=VALUE'  exit with 1 unless the figure is so: >=, <=, >, <, = (may be repeated);
                         NODE.train.FIGURE for that of another part than the test part
  --seed N               change the seed for this run
  --backend NAME         auto (default), wasm or cpu
  --report OUT.json      write the run report
  --notes                print every repair of the data, not only how many (the report has them all), and what each node logs
  --events               print every event as one line of JSON; the summary goes to standard error
  --registry DIR         keep trained models in this folder
  --lake DIR             the data lake's folder, for nodes that read it`,
      `run과 live의 옵션
  --input 노드=경로           파일 노드에 파일을 줘요(여러 번 가능)
  --set 노드.매개변수=JSON    이번 실행에서만 매개변수를 바꿔요(여러 번 가능)
  --set 이름=JSON            파이프라인이 이름 붙인 매개변수를 바꿔요
  --output 노드.포트=PATH     출력을 써요. 표는 CSV, 모델과 보고서는 JSON이에요(여러 번 가능)
  --spreadsheet               CSV를 엑셀용으로 써요. BOM을 붙이고, 수식으로 실행될 글자 앞에 작은따옴표를 붙여요.
                              없으면 값을 그대로 써요
  --require '노드.지표>=값'   지표가 조건을 만족하지 않으면 1로 끝나요: >=, <=, >, <, = (여러 번 가능).
                              테스트가 아닌 부분의 지표는 노드.train.지표로 써요
  --seed N                    이번 실행에서만 시드를 바꿔요
  --backend 이름              auto(기본값), wasm 또는 cpu
  --report OUT.json           실행 보고서를 써요
  --notes                     데이터에 대한 참고 사항을 개수 대신 모두(보고서에는 늘 있어요), 노드의 기록도 함께 출력해요
  --events                    모든 이벤트를 한 줄 JSON으로 출력해요(요약은 표준 오류로)
  --registry 폴더             학습한 모델을 이 폴더에 보관해요
  --lake 폴더                 노드가 읽을 데이터 레이크의 폴더예요`,
    ),
  },
  {
    of: ['live'],
    says: text(
      `Options of live
  --ticks N              end after tick N, counted from the loop's beginning; otherwise at the stream's end
  --registry DIR         also keeps the loop: it goes on from its last tick when it is started again
  --fresh                start the loop anew rather than go on
  --watch NODE=FOLDER    append CSV files that appear in a folder to the data set that a node reads or follows
  --watch SET=FOLDER     the same, by the data set's name (may be repeated; needs --lake)
  --clock virtual|wall   virtual (default): as fast as it can; wall: a tick every --every seconds
  --every SECONDS        seconds from tick to tick on the wall clock (default 1)
  --webhook URL          post each alert as JSON; without this option nothing is sent anywhere`,
      `live의 옵션
  --ticks N                   루프의 처음부터 세어 N번째 틱에서 끝내요. 없으면 스트림 끝까지 가요
  --registry 폴더             루프의 상태도 보관해요. 다시 시작하면 마지막 틱부터 이어 가요
  --fresh                     이어 가지 않고 루프를 처음부터 시작해요
  --watch 노드=폴더           폴더에 생기는 CSV 파일을 그 노드가 읽거나 따라가는 데이터 세트에 추가해요
  --watch 세트=폴더           데이터 세트 이름으로 지정해요(여러 번 가능, --lake 필요)
  --clock virtual|wall        virtual(기본값)은 되도록 빠르게, wall은 --every초마다 한 틱
  --every 초                  실제 시계에서 틱 사이의 초(기본값 1)
  --webhook 주소              경고를 JSON으로 보내요. 이 옵션이 없으면 아무 데도 보내지 않아요`,
    ),
  },
  {
    of: ['export-python'],
    says: text(
      `Options of export-python
  --notebook             write a Jupyter notebook (pipeline.ipynb) rather than a script (pipeline.py)
  --fitted               write what was learned beside it (fitted.npz), so that it predicts without training
  --output DIR           the folder to write, whole or not at all; it must be empty or not be there yet
                         (otherwise NAME-python, after the pipeline's name, or the next that is free)
  --input, --set, --seed, --backend, --registry, --lake  as of run`,
      `export-python의 옵션
  --notebook                  스크립트(pipeline.py) 대신 주피터 노트북(pipeline.ipynb)을 써요
  --fitted                    학습한 것을 옆에 써서(fitted.npz) 학습 없이 예측해요
  --output 폴더               쓸 폴더예요. 모두 쓰거나 아무것도 쓰지 않아요. 비어 있거나 없는 폴더여야 해요
                              (없으면 파이프라인 이름을 딴 이름-python, 이미 있으면 다음 번호)
  --input, --set, --seed, --backend, --registry, --lake  run과 같아요`,
    ),
  },
  {
    of: ['disk'],
    says: text(
      `Options of disk
  --free                 remove the files that no pipeline uses: none that ran here and is still there, and none named`,
      `disk의 옵션
  --free                      어떤 파이프라인도 쓰지 않는 파일을 지워요. 여기서 실행했고 아직 있는 것과 함께 적은 것은 쓰는 것으로 봐요`,
    ),
  },
  {
    of: ['predict'],
    says: text(
      `Options of predict
  --model LINE|VERSION|FILE  a line stands for its champion, or where none serves for its newest candidate
  --registry DIR         where lines and versions are looked up
  --input PATH           rows as CSV (first line: column names) or NDJSON; - (default) is standard input
  --format csv|ndjson    how answers are written; otherwise as the rows are
  --output PATH          write answers here rather than to standard output
  --spreadsheet          as of run
  --backend NAME         auto (default), wasm or cpu
  Rows that cannot be answered are listed on standard error, and do not stop the others.`,
      `predict의 옵션
  --model 계열|버전|파일      계열을 쓰면 챔피언이, 챔피언이 없으면 가장 새로운 후보가 답해요
  --registry 폴더             계열과 버전을 찾을 곳이에요
  --input PATH                CSV(첫 줄은 열 이름)나 NDJSON 행이에요. 기본값 -는 표준 입력이에요
  --format csv|ndjson         답을 쓰는 형식이에요. 없으면 행과 같은 형식이에요
  --output PATH               답을 표준 출력 대신 이 파일에 써요
  --spreadsheet               run과 같아요
  --backend 이름              auto(기본값), wasm 또는 cpu
  답할 수 없는 행은 표준 오류에 알리고, 다른 행은 그대로 답해요.`,
    ),
  },
  {
    of: ['models', 'lake'],
    says: text(
      `Options of models and lake
  --registry DIR, --lake DIR  the folder where models, or data sets, are kept
  --json                 print JSON rather than a table
  A version of a data set never changes, so there is no going back: pin the node that reads it instead,
  with --set NODE.version=HASH.`,
      `models와 lake의 옵션
  --registry 폴더, --lake 폴더  모델이나 데이터 세트를 보관하는 폴더예요
  --json                      표 대신 JSON을 출력해요
  데이터 세트의 버전은 바뀌지 않으므로 되돌리는 명령이 없어요. 대신 읽는 노드를 고정하세요:
  --set 노드.version=해시.`,
    ),
  },
];

const END = text(
  `Exit code: 0 completed, 1 a node failed or a required figure is not so (or rows were refused, or what is kept could not be changed), 2 bad usage or an invalid document,
3 (live) ended in alarm: a degraded model or broken data that nothing has mended yet.
Files given by --input are kept by content in $MILLRACE_CACHE (~/.cache/millrace), so that later runs find them.`,
  `종료 코드: 0 완료, 1 노드 실패, 또는 필요한 지표 미달(또는 거절된 행이 있거나 보관된 것을 바꾸지 못함), 2 잘못된 사용 또는 잘못된 문서,
3 (live) 경보 상태로 끝남: 성능이 떨어진 모델이나 깨진 데이터가 아직 바로잡히지 않았어요.
--input으로 준 파일은 다음 실행에서도 찾을 수 있게 $MILLRACE_CACHE(~/.cache/millrace)에 보관해요.`,
);

/** What `help` prints: of one command, else of all. */
export function help(language: Language, only?: Command['type']): string {
  const names = only === undefined ? Object.keys(commands).filter(isCommand) : [only];
  const lines = inColumns(names.map((name) => commands[name].map((words) => words[language])));
  const usage = lines.map((line) => `  ${line}`);
  return [
    ...(only === undefined ? [TITLE[language], `  ${INVOKED} ${COMMAND[language]}`] : []),
    (only === undefined ? [COMMANDS[language], ...usage] : usage).join('\n'),
    ...sections.filter(({ of }) => of.some((name) => names.includes(name))).map(({ says }) => says[language]),
    END[language],
  ].join('\n\n');
}

/** How the help of a command is asked for. */
export const askForHelp = (command = ''): string => `${INVOKED} help ${command}`.trimEnd();

export const isCommand = (name: string): name is Command['type'] => Object.hasOwn(commands, name);
