import type { Text } from '../lib/text';
import type { MessageKey } from './catalogue';
import { type MessageArgs, translate } from './translate';

/** A message of the page's own words as a text: each half is looked up when it is read, for its words may come later. */
export const worded = (key: MessageKey, args?: MessageArgs): Text => ({
  get en() {
    return translate('en', key, args);
  },
  get ko() {
    return translate('ko', key, args);
  },
});
