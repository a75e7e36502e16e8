import { addWords } from '../../i18n/catalogue';
import { files as english } from '../../i18n/en/files';
import { files as korean } from '../../i18n/ko/files';

addWords('files', english, korean);
