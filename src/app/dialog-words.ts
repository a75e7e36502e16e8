import { addWords } from '../i18n/catalogue';
import { dialogs as english } from '../i18n/en/dialogs';
import { dialogs as korean } from '../i18n/ko/dialogs';

addWords('dialogs', english, korean);
