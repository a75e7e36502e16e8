import { addWords } from '../../i18n/catalogue';
import { models as english } from '../../i18n/en/models';
import { models as korean } from '../../i18n/ko/models';

addWords('models', english, korean);
