import { addWords } from '../../i18n/catalogue';
import { keeping as english } from '../../i18n/en/keeping';
import { keeping as korean } from '../../i18n/ko/keeping';

addWords('keeping', english, korean);
