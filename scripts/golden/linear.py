"""Golden cases of linear models, computed with scikit-learn.

Run with Debian's /usr/bin/python3 (python3-sklearn 1.2.1):

    /usr/bin/python3 scripts/golden/linear.py && npx biome format --write src/models/network/optimum/golden

Data come from seeds and from the sets that scikit-learn bundles, rounded to 32 bits, which is what a network reads.
Each optimum is checked: its slope is as good as 0, but where there is none (classes apart and no penalty).
"""
import json
import pathlib
import warnings

import numpy as np
import sklearn
from sklearn import datasets
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.metrics import log_loss

warnings.filterwarnings("ignore")
OUT = pathlib.Path(__file__).resolve().parents[2] / "src" / "models" / "network" / "optimum" / "golden"
REFERENCE = f"scikit-learn {sklearn.__version__}, numpy {np.__version__}"


def listed(values):
    return None if values is None else np.asarray(values, float).tolist()


def short(x):
    """Rows of 32 bits in as few digits as tell them."""
    return [[float(str(np.float32(value))) for value in row] for row in x]


def single(x):
    return np.asarray(x, np.float32).astype(float)


def standard(x):
    spread = x.std(axis=0)
    return (x - x.mean(axis=0)) / np.where(spread > 0, spread, 1)


def logistic(id, x, y, asked, strength=1.0, weights=None, balanced=False, unique=True, apart=False):
    x, asked = single(x), single(asked)
    shift, spread = x.mean(axis=0), np.where(x.std(axis=0) > 0, x.std(axis=0), 1)
    model = LogisticRegression(
        penalty=None if strength == 0 else "l2",
        C=1.0 if strength == 0 else 1 / strength,
        class_weight="balanced" if balanced else None,
        solver="lbfgs" if apart else "newton-cg",
        tol=1e-6 if apart else 1e-10,
        max_iter=1_000,
    )
    # The weights of a whole count with mean 1, as the product has them.
    rows = np.ones(len(x)) if weights is None else np.asarray(weights, float)
    each = rows
    if balanced:
        labels, counts = np.unique(y, return_counts=True)
        of = dict(zip(labels, counts))
        each = rows * np.array([len(y) / (len(labels) * of[label]) for label in y])
    model.fit(x, y, sample_weight=rows / each.mean())
    p = model.predict_proba(x)
    if not apart:
        slope = slope_of(model, x, y, each / each.mean(), strength, shift, spread)
        assert slope < 1e-6, (id, slope)
    return {
        "id": id,
        "input": {
            "task": "classification",
            "x": short(x),
            "y": [f"class {k}" for k in y],
            "weights": listed(weights),
            "balanced": balanced,
            "strength": strength,
            "asked": short(asked),
        },
        "expected": {
            "coefficients": listed(model.coef_) if unique and not apart else None,
            "intercepts": listed(model.intercept_) if unique and not apart else None,
            "answers": None if apart else listed(model.predict_proba(asked)),
            "loss": log_loss(y, p, labels=model.classes_),
            "accuracy": float((model.predict(x) == y).mean()),
        },
    }


def slope_of(model, x, y, weights, strength, shift, spread):
    """The largest slope by a weight of columns that are centred and of one spread."""
    p = model.predict_proba(x)
    off = p - (np.asarray(y)[:, None] == model.classes_[None, :])
    coef = model.coef_
    if p.shape[1] == 2:
        off = off[:, 1:]
    off = off * weights[:, None]
    by_weight = off.T @ (x - shift) + strength * coef
    return max(np.abs(by_weight / spread).max(), np.abs(off.sum(axis=0)).max()) / len(x)


def squares(id, x, y, asked, strength=1.0, weights=None, unique=True, answers=True):
    x, asked, y = single(x), single(asked), np.asarray(y, float)
    rows = np.ones(len(x)) if weights is None else np.asarray(weights, float)
    model = LinearRegression() if strength == 0 else Ridge(strength / 2, solver="svd")
    model.fit(x, y, sample_weight=rows / rows.mean())
    errors = model.predict(x) - y
    return {
        "id": id,
        "input": {
            "task": "regression",
            "x": short(x),
            "y": listed(y),
            "weights": listed(weights),
            "balanced": False,
            "strength": strength,
            "asked": short(asked),
        },
        "expected": {
            "coefficients": listed([model.coef_]) if unique else None,
            "intercepts": listed([model.intercept_]) if unique else None,
            "answers": listed(model.predict(asked)[:, None]) if answers else None,
            "loss": float(np.sqrt((errors**2).mean())),
            "accuracy": None,
        },
    }


def bundled(load, step, asked=12, scaled=True, **given):
    x, y = load(return_X_y=True, **given)
    x = standard(x) if scaled else x
    learnt = np.arange(len(x)) % step == 0
    left = np.flatnonzero(~learnt)
    return x[learnt], y[learnt], x[left[:: max(1, len(left) // asked)]]


def cases():
    rng = np.random.default_rng(5)
    iris = bundled(datasets.load_iris, 2)
    wine = bundled(datasets.load_wine, 2)
    cancer = bundled(datasets.load_breast_cancer, 8)
    diabetes = bundled(datasets.load_diabetes, 4, scaled=False)
    yield logistic("iris", *iris)
    yield logistic("iris_unscaled", *bundled(datasets.load_iris, 2, scaled=False))
    yield logistic("wine_strong", *wine, strength=25.0)
    yield logistic("wine_unscaled", *bundled(datasets.load_wine, 2, scaled=False))
    yield logistic("breast_cancer", *cancer)
    yield logistic("breast_cancer_weak", *cancer, strength=0.01)
    yield logistic("breast_cancer_balanced", *cancer, balanced=True)
    yield logistic("iris_weights", *iris, weights=np.round(rng.random(75) * 3, 2))
    some = np.where(rng.random(75) < 0.3, 0, np.round(rng.random(75) * 3, 2))
    yield logistic("iris_weights_of_0_balanced", *iris, weights=some, balanced=True)
    yield squares("diabetes", *bundled(datasets.load_diabetes, 4))
    yield squares("diabetes_unscaled", *diabetes)
    yield squares("diabetes_no_penalty", *diabetes, strength=0)
    yield squares("diabetes_weights", *diabetes, weights=np.round(rng.random(111) * 3, 2))

    x = np.round(rng.normal(size=(60, 3)), 3)
    asked = np.round(rng.normal(size=(8, 3)), 3)
    noisy = (x[:, 0] - x[:, 1] + 0.8 * rng.normal(size=60) > 0).astype(int)
    clear = (x[:, 0] - x[:, 1] > 0).astype(int)
    three = (x[:, 0] > 0.4).astype(int) + (x[:, 1] > 0.2)
    line = np.round(3 + 2 * x[:, 0] - 5 * x[:, 1] + 0.1 * rng.normal(size=60), 4)
    yield logistic("no_penalty", x, noisy, asked, strength=0)
    yield logistic("apart_no_penalty", x, clear, asked, strength=0, apart=True)
    yield logistic("three_apart_no_penalty", x[:, :2] * 9, three * 1, asked[:, :2], strength=0, apart=True)
    yield logistic("apart", x, clear, asked)
    near = np.round(rng.normal(size=(300, 2)), 3)
    barely = (near[:, 0] + 2 * near[:, 1] > 0.1).astype(int)
    yield logistic("barely_apart_no_penalty", near, barely, near[:3], strength=0, apart=True)
    constant = lambda rows: np.c_[rows[:, :2], np.full(len(rows), 0.1), rows[:, 2:], np.zeros(len(rows))]
    yield logistic("constant_columns", constant(x), noisy, constant(asked))
    yield squares("constant_columns_of_a_quantity", constant(x), line, constant(asked))
    # Of few digits in base 2, so that 32 bits round nothing off.
    x, asked = np.round(x * 256) / 256, np.round(asked * 256) / 256
    same = lambda rows: np.c_[rows, rows[:, 0], 2 * rows[:, 1], rows[:, 0] + rows[:, 1]]
    yield logistic("collinear_columns", same(x), noisy, same(asked))
    yield logistic("collinear_columns_no_penalty", same(x), noisy, same(asked), strength=0, unique=False)
    yield squares("collinear_columns_of_a_quantity", same(x), line, same(asked))
    yield squares(
        "collinear_columns_of_a_quantity_no_penalty", same(x), line, same(asked), strength=0, unique=False
    )
    yield logistic("two_rows", x[:2], [0, 1], asked)
    yield squares("two_rows_of_a_quantity", x[:2], [1.0, 4.0], asked)
    wide = np.round(rng.normal(size=(12, 30)), 3)
    yield logistic("more_columns_than_rows", wide, np.arange(12) % 3, wide[:4] + 0.1)
    yield squares("more_columns_than_rows_of_a_quantity", wide, line[:12], wide[:4] + 0.1)
    yield squares(
        "more_columns_than_rows_no_penalty", wide, line[:12], wide[:4], strength=0, unique=False, answers=False
    )
    rare = np.zeros(60, int)
    rare[[7, 31]] = 1
    yield logistic("rare_class", x, rare, asked)
    far = lambda rows: np.c_[rows[:, 0] * 6 + 2010, rows[:, 1] * 1e-4, rows[:, 2] * 1e5]
    yield squares("far_columns", far(x), line, far(asked), strength=0.001)
    powers = lambda rows: np.c_[rows, rows**2, rows**3, rows[:, :1] * rows[:, 1:]]
    yield logistic("powers", powers(x), noisy, powers(asked), strength=0.1)
    huge = np.where(np.arange(60) == 5, 1e6, line)
    yield squares("outlier_of_a_quantity", x, huge, asked)


found = list(cases())
rows = ",\n".join(json.dumps(c, separators=(",", ":"), allow_nan=False) for c in found)
OUT.mkdir(parents=True, exist_ok=True)
path = OUT / "linear.json"
path.write_text(f'{{"reference":"{REFERENCE}","cases":[\n{rows}\n]}}\n', encoding="utf-8")
print(path.name, len(found), path.stat().st_size)
