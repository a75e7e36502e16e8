import { type Text, text } from '../../../lib/text';
import { toMilliseconds } from '../../python/moments';
import { call, helper, np, type Py, pd, type Use, usesOf } from '../../python/py';

/* Words to numbers in Python, fitted on the training rows. */

const BASES = usesOf('sklearn.base', 'BaseEstimator', 'TransformerMixin');

/**
 * Every category a column of its own; what is empty or new belongs to none. Of scikit-learn's encoder the names differ,
 * and empty cells would be a category.
 */
const oneHot = (name: string, words: string, why: Text): Py =>
  helper({
    name,
    why,
    source: `class ${name}(OneHotEncoder):
    def fit(self, X, y=None):
        self.categories = [sorted(X[name].dropna().unique()) for name in X]
        return super().fit(X)

    def get_feature_names_out(self, input_features=None):
        pairs = zip(self.feature_names_in_, self.categories_)
        names = [f"{name}={word}" for name, words in pairs for word in ${words}]
        return np.array(names, dtype=object)`,
    uses: [...np.uses, ...usesOf('sklearn.preprocessing', 'OneHotEncoder')],
  });

const everyOne = oneHot(
  'OneHot',
  'words',
  text(
    'OneHotEncoder, with columns that are called column=category; a cell that is empty or new is 0 in all of them.',
    'OneHotEncoder와 같지만 열 이름이 “열=범주”이고, 비었거나 처음 보는 범주는 모두 0이에요.',
  ),
);
const allButFirst = oneHot(
  'OneHotButFirst',
  'words[1:]',
  text(
    'OneHotEncoder without the first category, with columns that are called column=category; a cell that is empty or new is 0 in all of them.',
    '첫 범주를 뺀 OneHotEncoder예요. 열 이름은 “열=범주”이고, 비었거나 처음 보는 범주는 모두 0이에요.',
  ),
);

/** {@link oneHot}, to be fitted. */
export const plainOneHot = (dropFirst: boolean): Py =>
  call(dropFirst ? allButFirst : everyOne, [], {
    ...(dropFirst && { drop: 'first' }),
    handle_unknown: 'ignore',
    sparse_output: false,
  });

const ORDINAL = text(
  'Categories as 0, 1, 2 … in order; unknown ones are -1, and what is empty stays so.',
  '범주를 순서대로 0, 1, 2 …로 바꿔요. 처음 보는 범주는 -1이고 빈 칸은 그대로예요.',
);

/** scikit-learn's would take empty cells for unknown words where training rows have none. */
export const ordinal = helper({
  name: 'Ordinal',
  why: ORDINAL,
  source: `class Ordinal(TransformerMixin, BaseEstimator):
    def fit(self, X, y=None):
        self.words_ = {name: sorted(X[name].dropna().unique()) for name in X}
        return self

    def transform(self, X):
        columns = {}
        for name, words in self.words_.items():
            places = X[name].map({word: place for place, word in enumerate(words)})
            columns[name] = places.fillna(-1.0).where(X[name].notna())
        return pd.DataFrame(columns)

    def get_feature_names_out(self, input_features=None):
        return np.array(list(self.words_), dtype=object)`,
  uses: [...BASES, ...np.uses, ...pd.uses],
});

const wordGroups = helper({
  name: 'WordGroups',
  why: text(
    'The categories of each column, in order. Rare ones share the last place, called “other”, where unknown ones may go.',
    '열마다 범주를 순서대로 모아요. 드문 범주는 “other”라는 마지막 자리를 함께 쓰고, 처음 보는 범주도 거기에 넣을 수 있어요.',
  ),
  source: `class WordGroups(TransformerMixin, BaseEstimator):
    def __init__(self, least_count=0, least_share=0.0, unknown="ignore"):
        self.least_count = least_count
        self.least_share = least_share
        self.unknown = unknown

    def fit_groups(self, X):
        self.labels_, self.places_ = {}, {}
        for name in X:
            counts = X[name].value_counts().sort_index()
            least = max(self.least_count, self.least_share * counts.sum())
            rare = counts.index[counts < least]
            labels = list(counts.index[counts >= least])
            places = {word: place for place, word in enumerate(labels)}
            if len(rare) > 0 or self.unknown == "other":
                other = "other"
                while other in counts.index:
                    other = f"({other})"
                places.update(dict.fromkeys(rare, len(labels)))
                labels.append(other)
            self.labels_[name], self.places_[name] = labels, places

    def places(self, words):
        found = words.map(self.places_[words.name]).astype(float)
        new = found.isna() & words.notna()
        if self.unknown == "error" and new.any():
            raise ValueError(f"column {words.name} has a category unknown in training")
        last = len(self.labels_[words.name]) - 1
        return found.mask(new, last if self.unknown == "other" else -1)`,
  uses: BASES,
});

/** {@link oneHot} with groups, or refusing what is new. */
export const groupedOneHot = helper({
  name: 'GroupedOneHot',
  why: text('One-hot columns that are called column=category.', '범주마다 “열=범주”라는 열을 만들어요.'),
  source: `class GroupedOneHot(WordGroups):
    def __init__(
        self, least_count=0, least_share=0.0, unknown="ignore", drop_first=False
    ):
        super().__init__(least_count, least_share, unknown)
        self.drop_first = drop_first

    def fit(self, X, y=None):
        self.fit_groups(X)
        return self

    def columns(self):
        for name, labels in self.labels_.items():
            for place, label in enumerate(labels):
                if place > 0 or not self.drop_first:
                    yield name, place, f"{name}={label}"

    def transform(self, X):
        places = {name: self.places(X[name]) for name in self.labels_}
        columns = {
            column: (places[name] == place).astype(float)
            for name, place, column in self.columns()
        }
        return pd.DataFrame(columns, index=X.index)

    def get_feature_names_out(self, input_features=None):
        return np.array([column for _, _, column in self.columns()], dtype=object)`,
  uses: [...wordGroups.uses, ...np.uses, ...pd.uses],
});

export const groupedOrdinal = helper({
  name: 'GroupedOrdinal',
  why: ORDINAL,
  source: `class GroupedOrdinal(WordGroups):
    def fit(self, X, y=None):
        self.fit_groups(X)
        return self

    def transform(self, X):
        return pd.DataFrame({name: self.places(X[name]) for name in self.labels_})

    def get_feature_names_out(self, input_features=None):
        return np.array(list(self.labels_), dtype=object)`,
  uses: [...wordGroups.uses, ...np.uses, ...pd.uses],
});

/** Words with groups that share a place, or as they are. */
interface Grouping {
  readonly prefix: string;
  readonly base: string;
  readonly uses: readonly Use[];
  /** What tells categories apart in place of `X[name]`. */
  readonly cells: string;
}
const APART: Grouping = { prefix: '', base: 'TransformerMixin, BaseEstimator', uses: BASES, cells: 'X[name]' };
const GROUPED: Grouping = {
  prefix: 'Grouped',
  base: 'WordGroups',
  uses: wordGroups.uses,
  cells: 'self.places(X[name])',
};

const frequencyOf = ({ prefix, base, uses, cells }: Grouping): Py =>
  helper({
    name: `${prefix}Frequency`,
    why: text(
      'Categories as the share of training rows that have them; unknown ones are 0.',
      '범주를 학습 행에서 차지하는 비율로 바꿔요. 처음 보는 범주는 0이에요.',
    ),
    source: `class ${prefix}Frequency(${base}):
    def fit(self, X, y=None):
${base === 'WordGroups' ? '        self.fit_groups(X)\n' : ''}        self.shares_ = {
            name: ${cells}.value_counts(normalize=True) for name in X
        }
        return self

    def transform(self, X):
        columns = {}
        for name, shares in self.shares_.items():
            known = ${cells}.map(shares).fillna(0.0)
            columns[name] = known.where(X[name].notna())
        return pd.DataFrame(columns)

    def get_feature_names_out(self, input_features=None):
        return np.array(list(self.shares_), dtype=object)`,
    uses: [...uses, ...np.uses, ...pd.uses],
  });

export const frequency = frequencyOf(APART);
export const groupedFrequency = frequencyOf(GROUPED);

const INIT = `    def __init__(self, columns, target):
        self.columns = columns
        self.target = target`;
const GROUPED_INIT = `    def __init__(
        self, columns, target, least_count=0, least_share=0.0, unknown="ignore"
    ):
        super().__init__(least_count, least_share, unknown)
        self.columns = columns
        self.target = target`;

/** Takes the whole frame, as it looks at the target. `TargetMean(columns, target, …)`; of a date the mean is one. */
function targetMeanOf({ prefix, base, uses, cells }: Grouping, isDate: boolean): Py {
  const isGrouped = base === 'WordGroups';
  const name = `${prefix}${isDate ? 'Date' : ''}TargetMean`;
  const outcome = isDate
    ? '        return to_milliseconds(y)'
    : `        if pd.api.types.is_numeric_dtype(y):
            return y
        first, second = sorted(y.dropna().unique())
        return y.map({first: 0.0, second: 1.0})`;
  return helper({
    name,
    why: isDate
      ? text(
          'Categories as their mean date in training, in milliseconds since 1970, drawn towards the mean of all by ten rows’ weight.',
          '범주를 학습 데이터의 날짜 평균(1970년부터 센 밀리초)으로 바꿔요. 행 10개의 무게만큼 전체 평균 쪽으로 당겨요.',
        )
      : text(
          'Categories as their mean target in training, drawn towards the mean of all by ten rows’ weight.',
          '범주를 학습 데이터의 목표 평균으로 바꿔요. 행 10개의 무게만큼 전체 평균 쪽으로 당겨요.',
        ),
    source: `class ${name}(${base}):
${isGrouped ? GROUPED_INIT : INIT}

    def fit(self, X, y=None):
${isGrouped ? '        self.fit_groups(X[self.columns])\n' : ''}        y = self.outcome(X[self.target])
        self.mean_, self.means_ = y.mean(), {}
        for name in self.columns:
            groups = y.groupby(${cells})
            self.means_[name] = (groups.sum() + 10 * self.mean_) / (groups.count() + 10)
        return self

    def outcome(self, y):
${outcome}

    def transform(self, X):
        X = X.copy()
        for name, means in self.means_.items():
            known = ${cells}.map(means).fillna(self.mean_)
            X[name] = known.where(X[name].notna())
        return X`,
    uses: [...uses, ...pd.uses, ...(isDate ? toMilliseconds.uses : [])],
  });
}

export const targetMean = targetMeanOf(APART, false);
export const groupedTargetMean = targetMeanOf(GROUPED, false);
export const dateTargetMean = targetMeanOf(APART, true);
export const groupedDateTargetMean = targetMeanOf(GROUPED, true);
