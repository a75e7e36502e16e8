import { addWords } from '../../i18n/catalogue';
import { start as english } from '../../i18n/en/start';
import { start as korean } from '../../i18n/ko/start';

addWords('start', english, korean);
