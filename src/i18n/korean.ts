import { app } from './ko/app';
import { editor } from './ko/editor';
import { inspector } from './ko/inspector';
import { loop } from './ko/loop';
import { models } from './ko/models';
import { panels } from './ko/panels';
import { playground } from './ko/playground';

/** The page's words in Korean, by area and key. */
export const korean = { app, editor, inspector, loop, models, panels, playground };
