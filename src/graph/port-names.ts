import { type Text, text } from '../lib/text';
import type { PortType } from './schema-types';

const NAMES: Readonly<Record<PortType, Text>> = {
  table: text('table', '표'),
  model: text('model', '모델'),
  report: text('report', '보고서'),
  stream: text('stream', '스트림'),
  signal: text('signal', '신호'),
};

/** What a port type is called. */
export const portTypeName = (type: PortType): Text => NAMES[type];
