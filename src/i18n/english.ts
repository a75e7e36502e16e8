import { app } from './en/app';
import { editor } from './en/editor';
import { inspector } from './en/inspector';
import { loop } from './en/loop';
import { panels } from './en/panels';

/** The page's words in English, by area and key. */
export const english = { app, editor, inspector, loop, panels };
