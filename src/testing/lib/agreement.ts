/** Nouns as sentences speak of several. */
export const SEVERAL =
  'alerts|answers|batches|categories|cells|challengers|characters|classes|columns|days|epochs|errors|events|examples|features|fields|files|folds|groups|hours|images|inputs|labels|layers|lines|minutes|models|neighbours|nodes|numbers|outputs|pairs|parts|pipelines|points|predictions|problems|results|rows|rules|sets|signals|spellings|steps|tables|ticks|times|trees|units|values|versions|warnings|weights|wires|words';

/** What English sentences say of one thing in the plural: `1 rows`, `1 labelled rows`, `1 of 3 columns drift`. */
export function disagreements(sentence: string): readonly string[] {
  const nouns = new RegExp(`(?<![\\d.,/=-])1 (?:(?!of |has |is |was )[a-z]+ ){0,2}(?:${SEVERAL})\\b(?!/)`, 'g');
  const verbs = /(?<![\d.,/=-]|of )1(?: [a-z]+)?(?: of [\d,]+(?: [a-z]+)?)? (?:are|were|have|do)\b/g;
  return [...sentence.matchAll(nouns), ...sentence.matchAll(verbs)].map(([found]) => found);
}
