import { korean } from '../../../lib/korean';
import { text } from '../../../lib/text';
import { chosenFields } from '../../contract/chosen-columns';
import { defineCode } from '../../contract/code';
import { helper, list, np } from '../../python/py';
import { unfitted } from '../../python/sklearn';
import { imageSpec, PIXELS } from './spec';

export const imageCode = defineCode(imageSpec, {
  python({ params, inputs: { table } }) {
    const { height, width, channels, divisor, name } = params;
    const { fields } = chosenFields(table.schema, params.columns, PIXELS, 'columns');
    const pixels = fields.map((field) => field.name);
    return {
      writes: 'step',
      name: 'image',
      ...unfitted([toPixels, { columns: list(pixels), divisor }]),
      why: text(
        `The pixels of “${name}”, ${height} × ${width} × ${channels} row by row, divided by ${divisor}.`,
        korean`“${name}”의 픽셀(${height} × ${width} × ${channels}, 한 줄씩)을 ${divisor}(으)로 나눠요.`,
      ),
      images: new Map([...table.images, [name, { pixels, shape: [height, width, channels] }]]),
    };
  },
});

const toPixels = helper({
  name: 'to_pixels',
  why: text('Pixels in single precision, divided.', '픽셀을 나눠 단정밀도 수로 바꿔요.'),
  source: `def to_pixels(frame, columns, divisor):
    frame = frame.copy()
    frame[columns] = (frame[columns] / divisor).astype(np.float32)
    return frame`,
  uses: np.uses,
});
