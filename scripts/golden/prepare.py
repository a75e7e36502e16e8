"""Golden cases of the preparation steps, computed with scikit-learn.

Run with Debian's /usr/bin/python3 (python3-sklearn 1.2.1):

    /usr/bin/python3 scripts/golden/prepare.py && npx biome format --write src/stats/golden

Data come from seeds and from the sets that scikit-learn bundles. Each file,
src/stats/golden/{scalers,encoding,imputation,splits}.json, holds its cases.
null is a missing value.
"""
import json
import pathlib
import warnings

import numpy as np
import sklearn
from sklearn import datasets, impute, model_selection, preprocessing

warnings.filterwarnings("ignore")
OUT = pathlib.Path(__file__).resolve().parents[2] / "src" / "stats" / "golden"
REFERENCE = f"scikit-learn {sklearn.__version__}, numpy {np.__version__}"


def plain(value):
    """JSON values only: NaN becomes null."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(v) for v in value]
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and np.isnan(value):
        return None
    assert not isinstance(value, float) or np.isfinite(value)
    return value


def write(name, cases):
    lines = ",\n".join(json.dumps(plain(c), ensure_ascii=False, separators=(",", ":")) for c in cases)
    head = json.dumps(REFERENCE)
    (OUT / f"{name}.json").write_text(f'{{"reference":{head},"cases":[\n{lines}\n]}}\n', encoding="utf-8")
    print(name, len(cases))


def holes(values, share, seed):
    values = np.array(values, dtype=float)
    values[np.random.default_rng(seed).random(len(values)) < share] = np.nan
    return values


def columns():
    """(name, values): from the bundled sets, from seeds, and degenerate."""
    rng = np.random.default_rng(20)
    iris = datasets.load_iris().data
    wine = datasets.load_wine().data
    cancer = datasets.load_breast_cancer().data
    digits = datasets.load_digits().data
    diabetes = datasets.load_diabetes(scaled=False).data
    linnerud = datasets.load_linnerud().data
    yield "iris_petal_width_ties", iris[::5, 3]
    yield "wine_proline", wine[::7, 12]
    yield "wine_malic_acid_missing", holes(wine[::5, 1], 0.2, 1)
    yield "cancer_concavity_zeros", cancer[::20, 6]
    yield "cancer_area_error_skewed", cancer[::20, 13]
    yield "digits_pixel_mostly_zero", digits[::60, 8 * 3 + 7]
    yield "diabetes_s5", diabetes[::15, 8]
    yield "linnerud_chins", linnerud[:, 0]
    yield "normal_negative", np.round(rng.normal(-3, 1, 25), 4)
    yield "mixed_signs_missing", holes(np.round(rng.standard_t(3, 35), 4), 0.15, 2)
    yield "lognormal_outlier", np.append(np.round(rng.lognormal(0, 1, 20), 5), 1e5)
    yield "integer_ties", rng.integers(1, 5, 25).astype(float)
    yield "constant", np.full(6, 4.2)
    yield "constant_zero", np.zeros(4)
    yield "single_row", np.array([3.5])
    yield "single_value_among_missing", np.array([np.nan, 7.0, np.nan])
    yield "two_values", np.array([1.0, 3.0])
    yield "huge", np.array([1e15, 1e15 + 1, 1e15 + 2])
    yield "huge_spread", np.array([-1e12, -1.0, 0.0, 1.0, 1e12])
    yield "tiny", np.array([1e-9, 2e-9, 4e-9, 5e-9])
    yield "all_missing", np.full(3, np.nan)
    yield "heights", np.round(np.random.default_rng(65).normal(170, 8, 40), 1)
    yield "tiny_spread", np.array([1e-20, 2e-20, 4e-20, 5e-20])


SCALERS = {
    "standard": lambda n: preprocessing.StandardScaler(),
    "minmax": lambda n: preprocessing.MinMaxScaler(),
    "minmax_-1_1": lambda n: preprocessing.MinMaxScaler((-1, 1)),
    "maxabs": lambda n: preprocessing.MaxAbsScaler(),
    "robust": lambda n: preprocessing.RobustScaler(),
    "quantile_uniform": lambda n: preprocessing.QuantileTransformer(n_quantiles=min(1000, n)),
    "quantile_normal": lambda n: preprocessing.QuantileTransformer(
        n_quantiles=min(1000, n), output_distribution="normal"
    ),
    "quantile_uniform_10": lambda n: preprocessing.QuantileTransformer(n_quantiles=min(10, n)),
    "yeo-johnson": lambda n: preprocessing.PowerTransformer("yeo-johnson"),
    "box-cox": lambda n: preprocessing.PowerTransformer("box-cox"),
}


def scalers():
    cases = []
    for name, values in columns():
        present = values[~np.isnan(values)]
        if len(present) == 0:
            continue  # scikit-learn gives NaN; here it is a failure that names the column
        low, high = present.min(), present.max()
        for method, make in SCALERS.items():
            power = method in ("yeo-johnson", "box-cox")
            if power and (name in ("huge", "tiny", "tiny_spread") or low == high):
                continue  # nothing but rounding decides the power
            if method == "box-cox" and low <= 0:
                continue
            step = (high - low) / 4 or 1.0
            apply = [low + step / 3, np.nan, high] + ([] if method == "box-cox" else [low - step, high + step])
            scaler = make(len(values)).fit(values[:, None])
            cases.append(
                {
                    "id": f"{method} of {name}",
                    "method": method,
                    "fit": values,
                    "apply": apply,
                    "fitted": scaler.transform(values[:, None])[:, 0],
                    "applied": scaler.transform(np.array(apply)[:, None])[:, 0],
                }
            )
    write("scalers", cases)


def imputation():
    cases = []
    extra = [("mode_ties", [2.0, 1.0, np.nan, 1.0, 2.0, 3.0]), ("even_count", [1.0, 2.0, np.nan, 3.0, 10.0])]
    for name, values in [*columns(), *((n, np.array(v)) for n, v in extra)]:
        for strategy in ("mean", "median", "most_frequent"):
            imputer = impute.SimpleImputer(strategy=strategy).fit(values[:, None])
            cases.append({"id": f"{strategy} of {name}", "strategy": strategy, "values": values, "fill": imputer.statistics_[0]})
    write("imputation", cases)


def encoding():
    rng = np.random.default_rng(30)
    letters = np.array(["b", "a", "", " a", "A", "서울", "부산", "😀", "\uff5e", "10", "9"], dtype=object)
    species = datasets.load_iris().target_names[datasets.load_iris().target].astype(object)
    sets = {
        "three": (["a", "b", "c", "a"], ["a", "c", "d"]),
        "code points": (list(letters), list(letters[::-1]) + ["z"]),
        "seeded": (list(rng.choice(letters, 60)), list(rng.choice(letters, 10)) + ["unknown"]),
        "one category": (["x", "x"], ["x", "y"]),
        "single row": (["x"], ["x", "y"]),
        "iris species": (list(species[::5]), ["virginica", "setosa", "tulip"]),
    }
    cases = []
    for name, (fit, apply) in sets.items():
        column, rows = np.array(fit, dtype=object)[:, None], np.array(apply, dtype=object)[:, None]
        y = rng.integers(0, 2, len(fit)).astype(float)
        onehot = preprocessing.OneHotEncoder(handle_unknown="ignore", sparse_output=False).fit(column)
        first = preprocessing.OneHotEncoder(handle_unknown="ignore", sparse_output=False, drop="first").fit(column)
        ordinal = preprocessing.OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1).fit(column)
        shares = {word: fit.count(word) / len(fit) for word in fit}
        means = {}
        for word in fit:
            hit = np.array([other == word for other in fit])
            means[word] = (y[hit].sum() + 10 * y.mean()) / (hit.sum() + 10)
        cases.append(
            {
                "id": name,
                "fit": fit,
                "apply": apply,
                "target": y,
                "categories": list(onehot.categories_[0]),
                "onehot": onehot.transform(rows),
                "onehotDropFirst": first.transform(rows),
                "ordinal": ordinal.transform(rows)[:, 0],
                "frequency": [shares.get(word, 0) for word in apply],
                "targetMean": [means.get(word, y.mean()) for word in apply],
            }
        )
    for least in (0.2, 3):
        fit = ["a"] * 6 + ["b"] * 5 + ["c"] * 2 + ["d"] * 2 + ["e"]
        apply = ["a", "b", "c", "d", "e", "f"]
        encoder = preprocessing.OneHotEncoder(
            handle_unknown="infrequent_if_exist", min_frequency=least, sparse_output=False
        ).fit(np.array(fit, dtype=object)[:, None])
        cases.append(
            {
                "id": f"rare below {least}",
                "fit": fit,
                "apply": apply,
                "least": least,
                "grouped": encoder.transform(np.array(apply, dtype=object)[:, None]),
            }
        )
    write("encoding", cases)


def splits():
    cases = []
    for n, share in [(3, 0.3), (10, 0.25), (150, 0.2), (178, 0.15), (442, 0.1), (569, 1 / 3), (20, 0.5), (7, 0.7)]:
        train, test = model_selection.train_test_split(np.arange(n), test_size=share, random_state=0)
        cases.append({"id": f"holdout {n} at {share:.3g}", "kind": "holdout", "n": n, "share": share, "train": len(train), "test": len(test)})
    for sizes in ([50, 50, 50], [59, 71, 48], [357, 212], [13, 7], [95, 5]):
        y = np.repeat(np.arange(len(sizes)), sizes)
        for share in (0.2, 0.15, 0.3):
            _, test = next(model_selection.StratifiedShuffleSplit(1, test_size=share, random_state=0).split(y, y))
            exact = np.array(sizes) * len(test) / len(y)
            cases.append(
                {
                    "id": f"stratified {sizes} at {share}",
                    "kind": "stratified",
                    "sizes": sizes,
                    "share": share,
                    "test": len(test),
                    # which of several equal remainders is rounded up is drawn by lot in scikit-learn
                    "least": np.floor(exact).astype(int),
                    "most": np.ceil(exact).astype(int),
                    "byClass": np.bincount(y[test], minlength=len(sizes)),
                    "lot": len(set(np.round(exact % 1, 9))) < len(sizes),
                }
            )
    for n, k in [(10, 5), (11, 5), (150, 10), (7, 7), (442, 4)]:
        sizes = [len(test) for _, test in model_selection.KFold(k).split(np.arange(n))]
        cases.append({"id": f"folds {n} into {k}", "kind": "folds", "n": n, "k": k, "sizes": sizes})
    for sizes, k in [([50, 50, 50], 5), ([70, 30], 5), ([95, 3], 5), ([20], 4), ([13, 7], 3), ([59, 71, 48], 4)]:
        y = np.repeat(np.arange(len(sizes)), sizes)
        counts = [np.bincount(y[test], minlength=len(sizes)) for _, test in model_selection.StratifiedKFold(k).split(y, y)]
        cases.append({"id": f"stratified folds {sizes} into {k}", "kind": "stratifiedFolds", "sizes": sizes, "k": k, "counts": np.array(counts).T})
    for n, k in [(20, 4), (23, 5), (6, 5)]:
        windows = [{"trainEnd": train[-1], "test": [test[0], test[-1]]} for train, test in model_selection.TimeSeriesSplit(k).split(np.arange(n))]
        cases.append({"id": f"time windows {n} into {k}", "kind": "windows", "n": n, "k": k, "windows": windows})
    write("splits", cases)


scalers()
imputation()
encoding()
splits()
