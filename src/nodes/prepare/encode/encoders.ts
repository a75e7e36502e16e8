import { text } from '../../../lib/text';
import { toMilliseconds } from '../../python/moments';
import { helper, np, pd, usesOf } from '../../python/py';

/* Words to numbers in Python, fitted on the training rows. */

const BASES = usesOf('sklearn.base', 'BaseEstimator', 'TransformerMixin');

/** Every category a column of its own; what is empty or new belongs to none. */
export const oneHot = helper({
  name: 'OneHot',
  why: text(
    'One-hot columns that are called column=category, in order; a cell that is empty or new is 0 in all of them.',
    '범주마다 “열=범주”라는 열을 순서대로 만들어요. 비었거나 처음 보는 범주는 모두 0이에요.',
  ),
  source: `class OneHot(TransformerMixin, BaseEstimator):
    def fit(self, X, y=None):
        self.words_ = {name: sorted(X[name].dropna().unique()) for name in X}
        return self

    def transform(self, X):
        columns = {
            f"{name}={word}": (X[name] == word).astype(float)
            for name, words in self.words_.items()
            for word in words
        }
        return pd.DataFrame(columns, index=X.index)

    def get_feature_names_out(self, input_features=None):
        pairs = [(name, word) for name, words in self.words_.items() for word in words]
        return np.array([f"{name}={word}" for name, word in pairs], dtype=object)`,
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

/** {@link oneHot} with groups, or without the first column. */
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

export const ordinal = helper({
  name: 'Ordinal',
  why: text(
    'Categories as 0, 1, 2 … in order; unknown ones are -1.',
    '범주를 순서대로 0, 1, 2 …로 바꿔요. 처음 보는 범주는 -1이에요.',
  ),
  source: `class Ordinal(WordGroups):
    def fit(self, X, y=None):
        self.fit_groups(X)
        return self

    def transform(self, X):
        return pd.DataFrame({name: self.places(X[name]) for name in self.labels_})

    def get_feature_names_out(self, input_features=None):
        return np.array(list(self.labels_), dtype=object)`,
  uses: [...wordGroups.uses, ...np.uses, ...pd.uses],
});

export const frequency = helper({
  name: 'Frequency',
  why: text(
    'Categories as the share of training rows that have them; unknown ones are 0.',
    '범주를 학습 행에서 차지하는 비율로 바꿔요. 처음 보는 범주는 0이에요.',
  ),
  source: `class Frequency(WordGroups):
    def fit(self, X, y=None):
        self.fit_groups(X)
        self.shares_ = {
            name: self.places(X[name]).value_counts(normalize=True) for name in X
        }
        return self

    def transform(self, X):
        columns = {}
        for name, shares in self.shares_.items():
            known = self.places(X[name]).map(shares).fillna(0.0)
            columns[name] = known.where(X[name].notna())
        return pd.DataFrame(columns)

    def get_feature_names_out(self, input_features=None):
        return np.array(list(self.labels_), dtype=object)`,
  uses: [...wordGroups.uses, ...np.uses, ...pd.uses],
});

/** Takes the whole frame, as it looks at the target. `TargetMean(columns, target, …)`. */
export const targetMean = helper({
  name: 'TargetMean',
  why: text(
    'Categories as their mean target in training, drawn towards the mean of all by ten rows’ weight.',
    '범주를 학습 데이터의 목표 평균으로 바꿔요. 행 10개의 무게만큼 전체 평균 쪽으로 당겨요.',
  ),
  source: `class TargetMean(WordGroups):
    def __init__(
        self, columns, target, least_count=0, least_share=0.0, unknown="ignore"
    ):
        super().__init__(least_count, least_share, unknown)
        self.columns = columns
        self.target = target

    def fit(self, X, y=None):
        self.fit_groups(X[self.columns])
        y = self.outcome(X[self.target])
        self.mean_, self.means_ = y.mean(), {}
        for name in self.columns:
            groups = y.groupby(self.places(X[name]))
            self.means_[name] = (groups.sum() + 10 * self.mean_) / (groups.count() + 10)
        return self

    def outcome(self, y):
        if pd.api.types.is_numeric_dtype(y):
            return y
        first, second = sorted(y.dropna().unique())
        return y.map({first: 0.0, second: 1.0})

    def transform(self, X):
        X = X.copy()
        for name, means in self.means_.items():
            known = self.places(X[name]).map(means).fillna(self.mean_)
            X[name] = known.where(X[name].notna())
        return X`,
  uses: [...wordGroups.uses, ...pd.uses],
});

/** {@link targetMean} of a date. */
export const dateTargetMean = helper({
  name: 'DateTargetMean',
  why: text('The mean date, in milliseconds since 1970.', '날짜의 평균을 1970년부터 센 밀리초로 구해요.'),
  source: `class DateTargetMean(TargetMean):
    def outcome(self, y):
        return to_milliseconds(y)`,
  uses: [...targetMean.uses, ...toMilliseconds.uses],
});
