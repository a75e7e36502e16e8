import { app } from './en/app';
import { editor } from './en/editor';
import { loop } from './en/loop';
import { panels } from './en/panels';

/** The page's words in English, by area and key. */
export const english = { app, editor, loop, panels };
