"""Golden cases of the families of models, computed with scikit-learn.

Run with Debian's /usr/bin/python3 (python3-sklearn 1.2.1):

    /usr/bin/python3 scripts/golden/families.py && npx biome format --write src/models/*/golden

Data come from seeds and from the sets that scikit-learn bundles. The output is
written beside the code it checks, src/models/FAMILY/golden/*.json, and is committed.
"""
import json
import pathlib
import warnings

import numpy as np
import sklearn
from sklearn import datasets
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor

warnings.filterwarnings("ignore")
MODELS = pathlib.Path(__file__).resolve().parents[2] / "src" / "models"
REFERENCE = f"scikit-learn {sklearn.__version__}, numpy {np.__version__}"


def write(family, cases):
    rows = ",\n".join(json.dumps(c, separators=(",", ":"), allow_nan=False) for c in cases)
    path = MODELS / family / "golden" / f"{family}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{{"reference":"{REFERENCE}","cases":[\n{rows}\n]}}\n', encoding="utf-8")
    print(path.name, len(cases), path.stat().st_size)


def bundled(load, step, asked=24, **given):
    """Every `step`-th row to learn from, and rows between them to ask about."""
    x, y = load(return_X_y=True, **given)
    learnt = np.arange(len(x)) % step == 0
    left = np.flatnonzero(~learnt)
    return x[learnt], y[learnt], x[left[:: max(1, len(left) // asked)]]


def listed(values):
    return None if values is None else np.asarray(values).tolist()


# ------------------------------------------------------------------ naive Bayes


def bayes_case(id, batches, asked, smoothing=1e-9, priors=None, classes=None):
    """`batches`: (rows, classes, weights or None); the first is fitted, the others continue."""
    x, y, weights = batches[0]
    classes = np.unique(y) if classes is None else np.asarray(classes)
    model = GaussianNB(var_smoothing=smoothing, priors=priors)
    for x, y, weights in batches:
        model.partial_fit(x, y, classes=classes, sample_weight=weights)
    return {
        "id": id,
        "input": {
            "batches": [{"x": listed(x), "y": listed(y), "weights": listed(w)} for x, y, w in batches],
            "asked": listed(asked),
            "smoothing": smoothing,
            "priors": listed(priors),
        },
        "expected": {
            "counts": listed(model.class_count_),
            "means": listed(model.theta_),
            "variances": listed(model.var_),
            "probabilities": listed(model.predict_proba(asked)),
            "said": listed(model.predict(asked)),
        },
    }


def bayes_cases():
    rng = np.random.default_rng(7)
    iris = bundled(datasets.load_iris, 2)
    yield bayes_case("iris", [(*iris[:2], None)], iris[2])
    wine = bundled(datasets.load_wine, 2)
    yield bayes_case("wine", [(*wine[:2], None)], wine[2])
    cancer = bundled(datasets.load_breast_cancer, 4)
    yield bayes_case("breast_cancer", [(*cancer[:2], None)], cancer[2])
    yield bayes_case("iris_priors", [(*iris[:2], None)], iris[2], priors=[0.7, 0.2, 0.1])
    yield bayes_case("iris_equal_priors", [(iris[0][:45], iris[1][:45], None)], iris[2], priors=[0.5, 0.5])
    yield bayes_case("iris_smoothed", [(*iris[:2], None)], iris[2], smoothing=0.5)
    weights = np.round(rng.random(75) * 3, 2)
    yield bayes_case("iris_weighted", [(*iris[:2], weights)], iris[2])
    order = rng.permutation(75)
    thirds = [order[:30], order[30:50], order[50:]]
    yield bayes_case("iris_continued", [(iris[0][p], iris[1][p], None) for p in thirds], iris[2])
    yield bayes_case(
        "iris_continued_weighted", [(iris[0][p], iris[1][p], weights[p]) for p in thirds], iris[2]
    )
    yield bayes_case(
        "wine_continued_by_class",
        [(*wine[:2], None), (wine[0][:20], wine[1][:20], None), (wine[0][-1:], wine[1][-1:], None)],
        wine[2],
    )
    yield bayes_case(
        "iris_continued_with_priors",
        [(iris[0][p], iris[1][p], None) for p in thirds],
        iris[2],
        priors=[0.2, 0.3, 0.5],
    )
    x = np.round(rng.normal(size=(40, 3)), 3)
    y = (x[:, 0] + x[:, 1] > 0).astype(int)
    asked = np.round(rng.normal(size=(12, 3)), 3)
    constant = np.c_[x, np.full(40, 7.0)]
    yield bayes_case("constant_feature", [(constant, y, None)], np.c_[asked, np.full(12, 7.0)])
    apart = np.c_[x, y * 1.0]
    yield bayes_case("no_variance_within_classes", [(apart, y, None)], np.c_[asked, np.arange(12) % 2])
    yield bayes_case("duplicates", [(np.repeat(x[:4], 5, axis=0), np.repeat(y[:4], 5), None)], asked)
    yield bayes_case("far_outliers", [(x, y, None)], np.r_[asked[:4] * 1e3, asked[4:8] * 1e8, asked[8:] * 1e15])
    yield bayes_case("outlier_learnt", [(np.r_[x, [[1e9, 0, 0]]], np.r_[y, 0], None)], asked)
    yield bayes_case("two_rows", [([[0.0, 1.0], [1.0, 5.0]], [0, 1], None)], [[0.1, 1.0], [0.5, 3.0], [9.0, 9.0]])
    yield bayes_case("weightless_class", [(x, y, np.where(y == 1, 0.0, 1.0))], asked)
    yield bayes_case("large_offset", [(x + 1e8, y, None)], asked + 1e8)


# ------------------------------------------------------------------- neighbours

AMBIGUOUS = 1e-9


def neighbours_case(id, x, y, asked, k=5, weights="uniform", metric="euclidean", task="classes", exact=False):
    """
    Rows whose k-th and next neighbour are equally far are not asked about, since rounding alone would choose, unless
    all arithmetic is `exact`; those are answered by brute force, which goes through the rows in order.
    """
    x, y, asked = np.asarray(x, float), np.asarray(y), np.asarray(asked, float)
    make = KNeighborsClassifier if task == "classes" else KNeighborsRegressor
    model = make(k, weights=weights, metric=metric, algorithm="brute" if exact else "kd_tree").fit(x, y)
    given = {"x": listed(x), "y": listed(y), "k": k, "weights": weights, "metric": metric, "task": task}
    if k > len(x):
        return {"id": id, "input": {**given, "asked": listed(asked)}, "expected": None}
    if not exact and k < len(x):
        far = model.kneighbors(asked, k + 1)[0]
        asked = asked[far[:, k] - far[:, k - 1] > AMBIGUOUS * far[:, k]]
    expected = {"said": listed(model.predict(asked))}
    if task == "classes":
        expected["probabilities"] = listed(model.predict_proba(asked))
    return {"id": id, "input": {**given, "asked": listed(asked)}, "expected": expected}


def neighbours_cases():
    rng = np.random.default_rng(11)
    iris = bundled(datasets.load_iris, 2, 60)
    wine = bundled(datasets.load_wine, 2)
    cancer = bundled(datasets.load_breast_cancer, 4)
    diabetes = bundled(datasets.load_diabetes, 2, scaled=False)
    for metric in ("euclidean", "manhattan"):
        for weights in ("uniform", "distance"):
            how = f"{metric}_{weights}"
            yield neighbours_case(f"iris_{how}", *iris, metric=metric, weights=weights)
            yield neighbours_case(
                f"diabetes_{how}", *diabetes, metric=metric, weights=weights, task="quantity"
            )
    yield neighbours_case("wine", *wine)
    yield neighbours_case("breast_cancer", *cancer, k=9, weights="distance")
    x = np.round(rng.normal(size=(300, 20)), 3)
    asked = np.round(rng.normal(size=(20, 20)), 3)
    yield neighbours_case("wide", x, (x[:, :2] > 0).sum(axis=1), asked, k=15)
    x = np.round(rng.normal(size=(60, 3)), 3)
    y = (x[:, 0] + x[:, 1] > 0).astype(int)
    asked = np.round(rng.normal(size=(12, 3)), 3)
    yield neighbours_case("nearest", x, y, asked, k=1)
    yield neighbours_case("all_rows", x, y, asked, k=60)
    yield neighbours_case("all_rows_by_distance", x, y, asked, k=60, weights="distance")
    yield neighbours_case("more_than_rows", x[:4], y[:4], asked, k=5)
    yield neighbours_case("constant_feature", np.c_[x, np.full(60, 7.0)], y, np.c_[asked, np.full(12, 7.0)])
    yield neighbours_case("far_outliers", x, y, np.r_[asked[:6] * 1e3, asked[6:] * 1e6])
    yield neighbours_case("outlier_learnt", np.r_[x, [[1e12, 0, 0]]], np.r_[y, 1], asked, weights="distance")
    yield neighbours_case("two_rows", [[0.0], [1.0]], [0, 1], [[0.2], [0.7], [5.0]], k=1)
    yield neighbours_case("asked_about_itself", x, y, x[::6], weights="distance")
    yield neighbours_case(
        "asked_about_itself_quantity", x, np.round(x[:, 0] * 3, 2), x[::6], weights="distance", task="quantity"
    )
    # Whole numbers, so that equal distances are equal to the bit.
    copies = np.repeat([[0.0, 0.0], [3.0, 4.0], [6.0, 8.0]], 4, axis=0)
    yield neighbours_case(
        "duplicates", copies, [0, 1, 1, 1, 0, 0, 0, 1, 1, 0, 1, 0], copies[::4], k=3, exact=True
    )
    yield neighbours_case(
        "duplicates_by_distance", copies, [0, 1, 1, 1, 0, 0, 0, 1, 1, 0, 1, 0], copies[::4], k=3, weights="distance",
        exact=True,
    )
    grid = np.array([[i, j] for i in range(7) for j in range(7)], float)
    colour = (np.arange(49) * 5 % 7 < 3).astype(int)
    # Where k cuts through a larger ring of equals, the ones that stay are those that scikit-learn's heap happens to keep,
    # and others with its trees; here the earlier rows stay.
    for metric, some in (("euclidean", (1, 3, 5, 7)), ("manhattan", (1, 3))):
        for k in some:
            yield neighbours_case(f"grid_{metric}_{k}", grid, colour, grid[::3], k=k, metric=metric, exact=True)


write("bayes", list(bayes_cases()))
write("neighbours", list(neighbours_cases()))
