import { formatNumber } from '../../../src/i18n/format';
import { useT } from '../../../src/i18n/use-t';
import { text } from '../../../src/lib/text';
import { useChartWords } from '../../../src/panels/use-chart-words';
import { Canvas } from '../../../src/ui/charts/Canvas';
import { ChartFrame } from '../../../src/ui/charts/ChartFrame';
import { Histogram, TopWords } from '../../../src/ui/charts/ColumnSketch';
import { Confusion } from '../../../src/ui/charts/Confusion';
import { DivergingBars } from '../../../src/ui/charts/DivergingBars';
import { LineChart } from '../../../src/ui/charts/LineChart';
import type { Point } from '../../../src/ui/charts/nearest';
import { PixelImage } from '../../../src/ui/charts/PixelImage';
import { Scatter } from '../../../src/ui/charts/Scatter';
import { Row, Specimen } from '../Specimen';

const falling = (scale: number): readonly Point[] =>
  Array.from({ length: 60 }, (_, k) => [k + 1, scale * Math.exp(-k / 20) + 0.03 * Math.sin(k * 1.7)]);
const CLOUD: readonly Point[] = Array.from({ length: 300 }, (_, k) => [
  Math.sin(k * 12.9898) * 3 + k / 50,
  Math.cos(k * 78.233) * 2 + k / 50,
]);
const CLASSES = ['setosa', 'versicolor', '한국어 이름', 'a_class_whose_name_is_very_long_indeed'];
const COUNTS = CLASSES.map((_, i) => CLASSES.map((__, j) => (i === j ? 120 - i * 30 : (i * 7 + j * 3) % 11)));
const GRADIENT = Uint8Array.from({ length: 28 * 28 }, (_, k) => (k * 9) % 256);
const still = () => () => undefined;

export function Charts() {
  const { say, language } = useT();
  const words = useChartWords();
  const [loss, epoch, share] = [
    say(text('Validation loss', '검증 손실')),
    say(text('Epoch', '에포크')),
    say(text('Share of rows', '행의 비율')),
  ];
  const write = (value: number) => formatNumber(language, value);
  const table = () => ({ columns: [epoch, loss], rows: falling(1).map(([x, y]) => [x, y]) });
  return (
    <>
      <Specimen wide name="LineChart in its frame: two lines, a mark">
        <ChartFrame title={loss} words={words} table={table} fileName="loss">
          <LineChart
            label={loss}
            height={200}
            xLabel={epoch}
            fromZero
            writeX={write}
            writeY={write}
            mark={{ x: 42, label: say(text('best', '최적')) }}
            series={[
              {
                id: 'a',
                label: say(text('training', '학습')),
                colour: 'quiet',
                points: falling(1),
                dash: [4, 3],
              },
              { id: 'b', label: loss, colour: 'stage-train', points: falling(0.9) },
            ]}
          />
        </ChartFrame>
      </Specimen>
      <Row>
        <Specimen name="LineChart: no point, one point, a flat line, a diagonal">
          <div className="grid w-256 max-w-full grid-cols-2 gap-4">
            {(
              [
                [],
                [[1, 0.5]],
                [
                  [1, 2],
                  [9, 2],
                ],
              ] satisfies (readonly Point[])[]
            ).map((points) => (
              <LineChart
                key={points.length}
                label={loss}
                height={140}
                xLabel={epoch}
                writeX={write}
                writeY={write}
                series={[{ id: 'a', label: loss, colour: 'stage-train', points }]}
              />
            ))}
            <LineChart
              label="ROC"
              height={140}
              xLabel={share}
              xDomain={[0, 1]}
              yDomain={[0, 1]}
              diagonal
              writeX={write}
              writeY={write}
              series={[
                {
                  id: 'a',
                  label: 'ROC',
                  colour: 'stage-train',
                  points: [
                    [0, 0],
                    [0.1, 0.7],
                    [1, 1],
                  ],
                },
              ]}
            />
          </div>
        </Specimen>
        <Specimen name="Scatter">
          <div className="w-96">
            <Scatter
              label={loss}
              points={CLOUD}
              colour="stage-train"
              height={240}
              xLabel={epoch}
              yLabel={loss}
              write={write}
              best="diagonal"
            />
          </div>
        </Specimen>
        <Specimen name="Confusion">
          <Confusion
            label={loss}
            classes={CLASSES}
            counts={COUNTS}
            trueLabel={say(text('true', '실제'))}
            predictedLabel={say(text('predicted', '예측'))}
            write={write}
            writeShare={write}
            describe={(truth, predicted, count, rate) => `${truth} ${predicted} ${count} ${rate}`}
          />
        </Specimen>
      </Row>
      <Row>
        <Specimen name="DivergingBars">
          <div className="w-80">
            <DivergingBars
              label={loss}
              bars={CLASSES.map((name, k) => ({
                key: name,
                label: name,
                value: 0.4 - k / 4,
                said: write(0.4 - k / 4),
              }))}
            />
          </div>
        </Specimen>
        <Specimen name="Histogram">
          <Histogram counts={[3, 9, 24, 31, 18, 7, 2]} label={share} />
        </Specimen>
        <Specimen name="TopWords">
          <div className="w-40">
            <TopWords
              words={CLASSES.map((value, k) => ({ value, share: 0.6 / (k + 1), written: write(60 / (k + 1)) }))}
            />
          </div>
        </Specimen>
        <Specimen name="PixelImage">
          <PixelImage pixels={GRADIENT} shape={[28, 28, 1]} size={96} label={loss} />
        </Specimen>
        <Specimen name="Canvas">
          <div className="w-40">
            <Canvas
              height={40}
              changes={still}
              draw={(pen, width, height) => {
                pen.fillStyle = '#888';
                pen.fillRect(0, height / 2, width, 2);
              }}
            />
          </div>
        </Specimen>
      </Row>
    </>
  );
}
