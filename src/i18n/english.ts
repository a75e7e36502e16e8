import { app } from './en/app';
import { editor } from './en/editor';
import { inspector } from './en/inspector';
import { loop } from './en/loop';
import { models } from './en/models';
import { panels } from './en/panels';
import { playground } from './en/playground';

/** The page's words in English, by area and key. */
export const english = { app, editor, inspector, loop, models, panels, playground };
