import { addWords } from '../../i18n/catalogue';
import { timeline as english } from '../../i18n/en/timeline';
import { timeline as korean } from '../../i18n/ko/timeline';

// The panel's words come with it: the first load of the page goes without them.
addWords('timeline', english, korean);
