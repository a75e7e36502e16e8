import { app } from './ko/app';
import { editor } from './ko/editor';
import { loop } from './ko/loop';
import { panels } from './ko/panels';

/** The page's words in Korean, by area and key. */
export const korean = { app, editor, loop, panels };
