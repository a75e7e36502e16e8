import { type Message, type Speech, type WordTable, wordsOf } from '../../lib/message';
import type { Text } from '../../lib/text';
import { combineWords } from '../../nodes/retrain/combine/messages';
import { demandWords } from '../../nodes/retrain/demand/messages';
import { distributionWords } from '../../nodes/retrain/distribution/messages';
import { gateWords } from '../../nodes/retrain/gate/messages';
import { monitorWords } from '../../nodes/retrain/monitor/messages';
import { newDataWords } from '../../nodes/retrain/new-data/messages';
import { performanceWords } from '../../nodes/retrain/performance/messages';
import { scheduleWords } from '../../nodes/retrain/schedule/messages';
import { streamWords } from '../../nodes/retrain/stream/messages';
import { trainWords } from '../../nodes/retrain/train/messages';
import { deployWords } from '../../nodes/serve/deploy/messages';
import { triggerWords } from '../../nodes/triggers/messages';
import { modelWords } from '../../registry/messages';
import { loopWords } from './messages-of-loop';

/** Everything that a loop and the registry can say, by area. */
const AREAS: Readonly<Record<string, WordTable>> = {
  combine: combineWords,
  demand: demandWords,
  deploy: deployWords,
  distribution: distributionWords,
  gate: gateWords,
  loop: loopWords,
  models: modelWords,
  monitor: monitorWords,
  'new-data': newDataWords,
  performance: performanceWords,
  schedule: scheduleWords,
  stream: streamWords,
  train: trainWords,
  trigger: triggerWords,
};

/** A message in both languages; versions are called by their ids unless whoever shows it knows better. */
export const liveWords = (message: Message, version?: Speech['version']): Text => wordsOf(message, AREAS, version);
