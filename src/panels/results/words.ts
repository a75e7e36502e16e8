import { addWords } from '../../i18n/catalogue';
import { metrics as english } from '../../i18n/en/metrics';
import { metrics as korean } from '../../i18n/ko/metrics';

addWords('metrics', english, korean);
