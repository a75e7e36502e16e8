import { addWords } from '../../i18n/catalogue';
import { disk as english } from '../../i18n/en/disk';
import { disk as korean } from '../../i18n/ko/disk';

addWords('disk', english, korean);
