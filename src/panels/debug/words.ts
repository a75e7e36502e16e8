import { addWords } from '../../i18n/catalogue';
import { debug as english } from '../../i18n/en/debug';
import { debug as korean } from '../../i18n/ko/debug';

addWords('debug', english, korean);
