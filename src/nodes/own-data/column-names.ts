/** A column's name as words: split at marks and where small letters become capitals. */
export const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');

const saysOneOf = (english: readonly string[], korean: RegExp) => {
  const known = new Set(english);
  return (name: string): boolean => wordsOf(name).some((word) => known.has(word)) || korean.test(name);
};

const TARGETS = ['target', 'label', 'labels', 'class', 'outcome', 'response', 'result', 'truth', 'dependent'];

/** Says, of a name, that it is what people call the column to be predicted, whatever it is about. */
export const namesTarget = saysOneOf(TARGETS, /목표|타깃|타겟|라벨|레이블|정답|등급|클래스|분류|결과|판정|종속/);

/** Such a word among others may also say what something is a class or a result of. */
export const isCalledTarget = (name: string): boolean => namesTarget(name) && wordsOf(name).length === 1;

/** What is often asked for. */
export const namesAim = saysOneOf(
  [
    ...['price', 'cost', 'salary', 'sales', 'revenue', 'demand', 'score', 'grade', 'rating', 'quality'],
    ...['churn', 'churned', 'fraud', 'default', 'diagnosis', 'attrition', 'converted', 'approved', 'category'],
  ],
  /가격|금액|매출|수요|점수|성적|품질|이탈|연체|진단|합격|승인/,
);

/** How many there were: asked for where the rows are hours or days. */
export const namesCount = saysOneOf(['count', 'counts', 'cnt', 'total'], /수$|건수|인원|합계/);

/** When a row was made. */
export const namesTime = saysOneOf(
  [
    ...['date', 'time', 'year', 'years', 'yr', 'quarter', 'season', 'month', 'months', 'mnth', 'week', 'weekday'],
    ...['day', 'days', 'hour', 'hours', 'hr', 'minute', 'minutes'],
  ],
  /(년|연도|년도|분기|계절|월|주차|요일|일자|날짜|시간|시각)$/,
);

/** Where something is. */
export const namesPlace = saysOneOf(
  ['lat', 'latitude', 'lon', 'lng', 'long', 'longitude', 'zip', 'zipcode', 'postcode'],
  /위도|경도|좌표|우편번호/,
);

/** What people are described by. */
export const namesPerson = saysOneOf(
  ['sex', 'gender', 'age', 'race', 'ethnicity', 'nationality'],
  /성별|나이|연령|국적/,
);

/** A name without its numbers: what the members of a family of columns have in common. */
export const familyOf = (name: string): string => name.replace(/\d+/g, '#');
