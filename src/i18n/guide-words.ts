import { addWords } from './catalogue';
import { guide as english } from './en/guide';
import { guide as korean } from './ko/guide';

addWords('guide', english, korean);
