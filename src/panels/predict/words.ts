import { addWords } from '../../i18n/catalogue';
import { playground as english } from '../../i18n/en/playground';
import { playground as korean } from '../../i18n/ko/playground';

addWords('playground', english, korean);
