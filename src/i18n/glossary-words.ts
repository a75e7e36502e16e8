import { addWords } from './catalogue';
import { glossary as english } from './en/glossary';
import { glossary as korean } from './ko/glossary';

addWords('glossary', english, korean);
