import { addWords } from '../../i18n/catalogue';
import { own as english } from '../../i18n/en/own';
import { own as korean } from '../../i18n/ko/own';

addWords('own', english, korean);
