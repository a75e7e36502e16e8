import { addWords } from '../../i18n/catalogue';
import { python as english } from '../../i18n/en/python';
import { python as korean } from '../../i18n/ko/python';

addWords('python', english, korean);
