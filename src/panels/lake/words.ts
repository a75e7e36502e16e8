import { addWords } from '../../i18n/catalogue';
import { lake as english } from '../../i18n/en/lake';
import { lake as korean } from '../../i18n/ko/lake';

addWords('lake', english, korean);
