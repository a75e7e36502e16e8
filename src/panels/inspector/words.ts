import { addWords } from '../../i18n/catalogue';
import { inspector as english } from '../../i18n/en/inspector';
import { inspector as korean } from '../../i18n/ko/inspector';

addWords('inspector', english, korean);
