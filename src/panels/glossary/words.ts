import { addWords } from '../../i18n/catalogue';
import { glossary as english } from '../../i18n/en/glossary';
import { glossary as korean } from '../../i18n/ko/glossary';

addWords('glossary', english, korean);
