import { text } from '../lib/text';

/** What `help` prints. */
export const help = text(
  `millrace: run machine-learning pipelines without a browser

  npm run -s millrace -- COMMAND

Commands
  validate FILE       say what is wrong with a pipeline file, without running it
  run FILE [options]  run it and print a summary
  schema              print the JSON schema of pipeline files
  help                print this

Options of run
  --input NODE=PATH      give a file node its file (may be repeated)
  --set NODE.PARAM=JSON  change a parameter for this run (may be repeated)
  --output NODE.PORT=PATH  write an output: a table as CSV, a model or a report as JSON (may be repeated)
  --seed N               change the seed for this run
  --backend NAME         auto (default), wasm or cpu
  --report OUT.json      write the run report
  --events               print every event as one line of JSON; the summary goes to standard error

Exit code: 0 completed, 1 a node failed, 2 bad usage or an invalid document.
Files given by --input are kept by content in $MILLRACE_CACHE (~/.cache/millrace), so that later runs find them.`,
  `millrace: 브라우저 없이 머신러닝 파이프라인을 실행합니다

  npm run -s millrace -- 명령

명령
  validate 파일       파이프라인 파일의 문제를 실행하지 않고 알려 줍니다
  run 파일 [옵션]     실행하고 결과를 요약합니다
  schema              파이프라인 파일의 JSON 스키마를 출력합니다
  help                이 도움말을 출력합니다

run 옵션
  --input 노드=경로           파일 노드에 파일을 줍니다(여러 번 가능)
  --set 노드.매개변수=JSON    이번 실행에서만 매개변수를 바꿉니다(여러 번 가능)
  --output 노드.포트=PATH     출력을 씁니다. 표는 CSV, 모델과 보고서는 JSON입니다(여러 번 가능)
  --seed N                    이번 실행에서만 시드를 바꿉니다
  --backend 이름              auto(기본값), wasm 또는 cpu
  --report OUT.json           실행 보고서를 씁니다
  --events                    모든 이벤트를 한 줄 JSON으로 출력합니다(요약은 표준 오류로)

종료 코드: 0 완료, 1 노드 실패, 2 잘못된 사용 또는 잘못된 문서.
--input으로 준 파일은 다음 실행에서도 찾을 수 있게 $MILLRACE_CACHE(~/.cache/millrace)에 보관합니다.`,
);
