"""Golden cases of src/stats, computed with scikit-learn and scipy.

Run with Debian's /usr/bin/python3 (python3-sklearn 1.2.1, python3-scipy 1.10.1):

    /usr/bin/python3 scripts/golden/metrics.py && npx biome format --write src/stats/golden

Data come from seeds and from the sets that scikit-learn bundles. The output is
written beside the code it checks, src/stats/golden/*.json, and is committed.
"""
import json
import pathlib
import warnings

import numpy as np
import scipy
import sklearn
from scipy import stats
from sklearn import datasets, metrics
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.neighbors import KNeighborsClassifier

warnings.filterwarnings("ignore")
OUT = pathlib.Path(__file__).resolve().parents[2] / "src" / "stats" / "golden"
REFERENCE = f"scikit-learn {sklearn.__version__}, scipy {scipy.__version__}, numpy {np.__version__}"


def plain(value):
    """JSON values only: NaN and infinities become their names."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(v) for v in value]
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and not np.isfinite(value):
        return "NaN" if np.isnan(value) else ("Infinity" if value > 0 else "-Infinity")
    return value


def write(name, cases):
    rows = ",\n".join(json.dumps(plain(c), ensure_ascii=False, separators=(",", ":")) for c in cases)
    path = OUT / f"{name}.json"
    path.write_text(f'{{"reference":"{REFERENCE}","cases":[\n{rows}\n]}}\n', encoding="utf-8")
    print(path.name, len(cases), path.stat().st_size)


def case(id, input, compute):
    """One case; where the reference refuses the input, `expected` is null."""
    try:
        expected = compute()
    except (ValueError, IndexError):
        expected = None
    return {"id": id, "input": input, "expected": expected}


def binary_cases():
    rng = np.random.default_rng(20)
    x, y = datasets.load_breast_cancer(return_X_y=True)
    fitted = LogisticRegression(max_iter=5000).fit(x[::2, :4], y[::2])
    p = np.round(fitted.predict_proba(x[1::4, :4])[:, 1], 6)
    t = y[1::4]
    noise = rng.integers(0, 2, 60)
    yield "breast_cancer", t, p, None
    yield "breast_cancer_ties", t, np.round(p, 1), None
    yield "random_weighted", noise, np.round(noise * 0.3 + rng.random(60) * 0.7, 2), rng.integers(1, 5, 60)
    yield "rare_positive", np.r_[np.zeros(95, int), np.ones(5, int)], np.round(rng.random(100), 4), None
    yield "perfect", [0, 0, 1, 1], [0.1, 0.2, 0.8, 0.9], None
    yield "inverted", [1, 1, 0, 0], [0.1, 0.2, 0.8, 0.9], None
    yield "constant_score", [0, 1, 0, 1, 1], [0.5] * 5, None
    yield "only_positive", [1, 1, 1], [0.2, 0.5, 0.9], None
    yield "only_negative", [0, 0, 0], [0.2, 0.5, 0.9], None
    yield "one_row", [1], [0.7], None
    yield "empty", [], [], None


def multiclass_cases():
    for name, load in (("iris", datasets.load_iris), ("wine", datasets.load_wine)):
        x, y = load(return_X_y=True)
        fitted = LogisticRegression(max_iter=200).fit(x[::2, :2], y[::2])
        yield name, y[1::2], np.round(fitted.predict_proba(x[1::2, :2]), 6), 3
    x, y = datasets.load_digits(return_X_y=True)
    fitted = KNeighborsClassifier(9).fit(x[:600, 10:30], y[:600])
    yield "digits", y[600:720], fitted.predict_proba(x[600:720, 10:30]), 10
    yield "absent_class", [1, 2, 1, 2], [[0.2, 0.5, 0.3], [0.1, 0.2, 0.7], [0.3, 0.3, 0.4], [0.1, 0.1, 0.8]], 3


def roc(y, s, w):
    fpr, tpr, cut = metrics.roc_curve(y, s, sample_weight=w, drop_intermediate=False)
    out = {"auc": metrics.roc_auc_score(y, s, sample_weight=w)}
    return out if len(y) > 100 else {**out, "fpr": fpr, "tpr": tpr, "thresholds": cut}


def average_precision(y, s, w):
    out = {"ap": metrics.average_precision_score(y, s, sample_weight=w)}
    precision, recall, cut = metrics.precision_recall_curve(y, s, sample_weight=w)
    return out if len(y) > 100 else {**out, "precision": precision, "recall": recall, "thresholds": cut}


def ece(came, p, bins=10):
    """Edges are k / bins as doubles; 0 falls into the first bin."""
    came, p = np.asarray(came, float), np.asarray(p, float)
    which = np.clip(np.searchsorted(np.arange(1, bins + 1) / bins, p, side="left"), 0, bins - 1)
    gaps = [abs(p[which == b].sum() - came[which == b].sum()) for b in range(bins)]
    return sum(gaps) / len(p)


def probability(y, p, _):
    if len(y) == 0:
        raise ValueError
    return {
        "log_loss": metrics.log_loss(y, p, labels=[0, 1]),
        "brier": metrics.brier_score_loss(y, p, pos_label=1),
        "ece10": ece(y, p),
    }


def one_versus_rest(y, p, k):
    y, p = np.asarray(y), np.asarray(p)
    hot = np.eye(k)[y]
    out = {"log_loss": metrics.log_loss(y, p, labels=range(k)), "brier": ((p - hot) ** 2).sum(axis=1).mean()}
    try:
        out["ovr_macro"] = metrics.roc_auc_score(y, p, multi_class="ovr", average="macro", labels=range(k))
        out["ovr_weighted"] = metrics.roc_auc_score(y, p, multi_class="ovr", average="weighted", labels=range(k))
        out["ovo_macro"] = metrics.roc_auc_score(y, p, multi_class="ovo", average="macro", labels=range(k))
        out["average_precision"] = metrics.average_precision_score(hot, p, average="macro")
    except ValueError:
        pass
    return out


def classification(t, p):
    labels = sorted(set(t) | set(p))
    precision, recall, f1, support = metrics.precision_recall_fscore_support(t, p, labels=labels, zero_division=0)
    macro = dict(labels=labels, average="macro", zero_division=0)
    return {
        "labels": labels,
        "confusion": metrics.confusion_matrix(t, p, labels=labels),
        "accuracy": metrics.accuracy_score(t, p),
        "balanced_accuracy": metrics.balanced_accuracy_score(t, p),
        "macro_precision": metrics.precision_score(t, p, **macro),
        "macro_recall": metrics.recall_score(t, p, **macro),
        "macro_f1": metrics.f1_score(t, p, **macro),
        "weighted_f1": metrics.f1_score(t, p, labels=labels, average="weighted", zero_division=0),
        "per_class": {"precision": precision, "recall": recall, "f1": f1, "support": support},
        "kappa": metrics.cohen_kappa_score(t, p),
        "mcc": metrics.matthews_corrcoef(t, p),
    }


def classification_cases():
    x, y = datasets.load_digits(return_X_y=True)
    p = KNeighborsClassifier(3).fit(x[:300, 20:28], y[:300]).predict(x[300:600, 20:28])
    yield "digits", y[300:600].tolist(), p.tolist()
    x, y = datasets.load_breast_cancer(return_X_y=True)
    p = (x[:, 0] < 15).astype(int)
    yield "breast_cancer_one_rule", y[:200].tolist(), p[:200].tolist()
    yield "never_predicted", ["a", "b", "c", "a"], ["a"] * 4
    yield "unseen_predicted", ["a", "a", "b"], ["a", "c", "b"]
    yield "one_class_right", [1, 1, 1], [1, 1, 1]
    yield "one_class_wrong", [1, 1, 1], [0, 0, 0]
    yield "korean", ["합격", "불합격", "합격", "보류"], ["합격", "합격", "합격", "보류"]
    yield "one_row", [1], [0]
    yield "empty", [], []


def regression(t, p):
    return {
        "r2": metrics.r2_score(t, p),
        "mse": metrics.mean_squared_error(t, p),
        "rmse": metrics.mean_squared_error(t, p, squared=False),
        "mae": metrics.mean_absolute_error(t, p),
        "median_ae": metrics.median_absolute_error(t, p),
        "max_error": metrics.max_error(t, p),
        "mape": metrics.mean_absolute_percentage_error(t, p),
        "explained_variance": metrics.explained_variance_score(t, p),
    }


def regression_cases():
    x, y = datasets.load_diabetes(return_X_y=True)
    yield "diabetes", y[::3], np.round(LinearRegression().fit(x[1::3], y[1::3]).predict(x[::3]), 6)
    x, y = datasets.load_linnerud(return_X_y=True)
    yield "linnerud_weight", y[:, 0], np.round(LinearRegression().fit(x, y[:, 0]).predict(x), 6)
    yield "constant_exact", [5.0, 5, 5], [5.0, 5, 5]
    yield "constant_wrong", [5.0, 5, 5], [5.0, 5, 6]
    yield "constant_inexact", [0.1] * 10, [0.1 + k / 8 for k in range(10)]
    yield "zeros", [0.0, 1, 2], [0.5, 1, 2]
    yield "large_offset", [1e9 + 1, 1e9 + 2, 1e9 + 3], [1e9 + 1.1, 1e9 + 2.1, 1e9 + 2.9]
    yield "one_row", [3.0], [2.0]
    yield "empty", [], []


def descriptive(x):
    x = np.array([v for v in x if v is not None], float)
    q = np.quantile(x, [0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1])
    mad = np.median(np.abs(x - q[4]))
    iqr = q[5] - q[3]
    n, d = len(x), x - x.mean()
    values, counts = np.unique(x, return_counts=True)
    sd = x.std()
    unbiased = n > 3 and sd > 0
    return {
        "count": n,
        "mean": x.mean(),
        "std1": x.std(ddof=1) if n > 1 else np.nan,
        "std0": sd,
        "skew": stats.skew(x),
        "kurtosis": stats.kurtosis(x),
        "skew_unbiased": stats.skew(x, bias=False) if unbiased else np.nan,
        "kurtosis_unbiased": stats.kurtosis(x, bias=False) if unbiased else np.nan,
        "quantiles": q,
        "mode": values[counts.argmax()],
        "mad": mad,
        "unique": len(values),
        "iqr_outliers": ((x < q[3] - 1.5 * iqr) | (x > q[5] + 1.5 * iqr)).sum(),
        "z3_outliers": (np.abs(d) > 3 * sd).sum(),
        "modified_z_outliers": "mad is 0" if mad == 0 else (0.6745 * np.abs(x - q[4]) / mad > 3.5).sum(),
        "geometric_mean": stats.gmean(x) if (x > 0).all() else "undefined",
        "entropy_counts": stats.entropy(counts),
    }


def descriptive_cases():
    rng = np.random.default_rng(7)
    yield "wine_proline", datasets.load_wine().data[::2, 12].tolist()
    yield "iris_petal_missing", [None if i % 9 == 0 else v for i, v in enumerate(datasets.load_iris().data[:90, 2])]
    yield "lognormal", np.round(rng.lognormal(0, 1.5, 80), 4).tolist()
    yield "zeros", [0.0] * 30 + [1.0, 2.0, 40.0]
    yield "negative", np.round(-rng.random(25), 3).tolist()
    yield "two", [1.0, 3.0]
    yield "one", [4.2]


def prior_cases():
    """What scikit-learn's dummy that always says the majority, with the class shares as probabilities, scores."""
    for id, train, test in (
        ("binary", [0, 0, 0, 1], [0, 1, 1, 0, 0]),
        ("multiclass", [2, 2, 2, 1, 0, 1], [0, 1, 2, 2]),
    ):
        dummy = DummyClassifier(strategy="prior").fit(np.zeros((len(train), 1)), train)
        said, p = dummy.predict(np.zeros((len(test), 1))), dummy.predict_proba(np.zeros((len(test), 1)))
        k = p.shape[1]
        auc = metrics.roc_auc_score(test, p[:, 1]) if k == 2 else metrics.roc_auc_score(test, p, multi_class="ovr")
        ap = metrics.average_precision_score(np.eye(k)[test], p) if k > 2 else metrics.average_precision_score(test, p[:, 1])
        yield {
            "id": id,
            "input": {"train": train, "test": test, "classes": k},
            "expected": {
                "accuracy": metrics.accuracy_score(test, said),
                "macroF1": metrics.f1_score(test, said, average="macro", zero_division=0),
                "rocAuc": auc,
                "averagePrecision": ap,
                "logLoss": metrics.log_loss(test, p, labels=range(k)),
            },
        }


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    binary = list(binary_cases())
    many = list(multiclass_cases())

    def scored(compute, field):
        return [
            case(id, {"y_true": y, field: s, "weight": w}, lambda y=y, s=s, w=w: compute(np.array(y), np.array(s), w))
            for id, y, s, w in binary
        ]

    write("roc_auc", scored(roc, "score"))
    write("average_precision", scored(average_precision, "score"))
    write("probability_metrics", scored(probability, "proba"))
    write(
        "multiclass_probabilities",
        [
            case(id, {"y_true": y, "proba": p, "classes": list(range(k))}, lambda y=y, p=p, k=k: one_versus_rest(y, p, k))
            for id, y, p, k in many
        ],
    )
    write(
        "classification_metrics",
        [case(id, {"y_true": t, "y_pred": p}, lambda t=t, p=p: classification(t, p)) for id, t, p in classification_cases()],
    )
    write(
        "regression_metrics",
        [case(id, {"y_true": t, "y_pred": p}, lambda t=t, p=p: regression(t, p)) for id, t, p in regression_cases()],
    )
    write("descriptive", [case(id, {"x": x}, lambda x=x: descriptive(x)) for id, x in descriptive_cases()])
    write("baseline", list(prior_cases()))


if __name__ == "__main__":
    main()
