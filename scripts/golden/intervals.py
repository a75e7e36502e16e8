"""Golden cases of src/stats/metrics/intervals.ts.

    /usr/bin/python3 scripts/golden/intervals.py && npx biome format --write src/stats/golden

Shares and means are scipy's. Of the others the reference is slow and plain: DeLong's placements pair by pair, and for
R² and means over classes how scikit-learn's figure moves as one row's weight does (central differences).
"""
import numpy as np
from metrics import case, write
from scipy import special, stats
from sklearn import datasets, metrics
from sklearn.linear_model import LinearRegression, LogisticRegression

Z = stats.norm.ppf(0.975)
STEP = 1e-4


def influences(figure, n):
    """How the figure moves as each row counts a little more."""
    def moved(row, by):
        weights = np.ones(n)
        weights[row] += by
        return figure(weights)
    return np.array([(moved(i, STEP) - moved(i, -STEP)) / (2 * STEP) for i in range(n)])


def on_log_odds(share, error):
    if not 0 < share < 1 or error < 1e-9:
        return None
    half = Z * error / (share * (1 - share))
    return special.expit([special.logit(share) - half, special.logit(share) + half])


def of_classes(truth, predicted):
    n = len(truth)
    keys = sorted(set(truth) | set(predicted))
    one = lambda score: lambda w: score(truth, predicted, labels=keys, average="macro", zero_division=0, sample_weight=w)
    figures = {
        "balancedAccuracy": lambda w: metrics.balanced_accuracy_score(truth, predicted, sample_weight=w),
        "macroF1": one(metrics.f1_score),
        "macroPrecision": one(metrics.precision_score),
        "macroRecall": one(metrics.recall_score),
    }
    return {
        name: on_log_odds(figure(np.ones(n)), np.sqrt(np.sum(influences(figure, n) ** 2)))
        for name, figure in figures.items()
    }


def de_long(truth, score):
    truth, score = np.array(truth), np.array(score)
    a, b = score[truth == 1], score[truth == 0]
    if min(len(a), len(b)) < 2:
        return None
    wins = np.sign(a[:, None] - b[None, :]) / 2 + 0.5
    error = np.sqrt(np.var(wins.mean(1), ddof=1) / len(a) + np.var(wins.mean(0), ddof=1) / len(b))
    return on_log_odds(wins.mean(), error)


def of_mean(losses):
    error = stats.sem(losses) if len(losses) > 1 else 0
    if not error > 0:
        return None
    low, high = stats.t.interval(0.95, len(losses) - 1, np.mean(losses), error)
    return [max(0, low), high]


def of_numbers(truth, predicted):
    truth, predicted = np.array(truth, float), np.array(predicted, float)
    squares = of_mean((truth - predicted) ** 2)
    r2 = None
    if len(truth) > 1 and np.ptp(truth) > 0:
        n = len(truth)
        value = metrics.r2_score(truth, predicted)
        moves = influences(lambda w: metrics.r2_score(truth, predicted, sample_weight=w), n) * n
        error = stats.sem(moves)
        if error > 1e-6:
            half = stats.t.ppf(0.975, n - 1) * error
            r2 = [value - half, min(1, value + half)]
    return {
        "mae": of_mean(np.abs(truth - predicted)),
        "rmse": None if squares is None else np.sqrt(squares),
        "r2": r2,
    }


def shares():
    for hits, rows in [(0, 1), (1, 1), (0, 30), (30, 30), (109, 114), (57, 114), (999_991, 1_000_000)]:
        ci = stats.binomtest(hits, rows).proportion_ci(0.95, method="wilson")
        yield case(f"{hits}_of_{rows}", {"hits": hits, "rows": rows}, lambda: {"interval": [ci.low, ci.high]})


def classes():
    rng = np.random.default_rng(31)
    x, y = datasets.load_wine(return_X_y=True)
    said = LogisticRegression(max_iter=200).fit(x[::2, :2], y[::2]).predict(x[1::2, :2])
    rare = np.r_[np.zeros(95, int), np.ones(5, int)]
    for name, truth, predicted in [
        ("wine", y[1::2], said),
        ("chance", rng.integers(0, 4, 80), rng.integers(0, 4, 80)),
        ("rare", rare, np.where(rng.random(100) < 0.1, 1 - rare, rare)),
        ("never_said", [0, 1, 2, 0, 1, 2, 0, 0], [0, 1, 1, 0, 1, 0, 0, 1]),
        ("never_true", [0, 1, 0, 1, 1, 0], [0, 1, 2, 1, 0, 0]),
        ("all_right", [0, 1, 1, 0], [0, 1, 1, 0]),
        ("all_wrong", [0, 1, 1, 0], [1, 0, 0, 1]),
    ]:
        yield case(name, {"truth": truth, "predicted": predicted}, lambda: of_classes(truth, predicted))


def areas():
    rng = np.random.default_rng(32)
    x, y = datasets.load_breast_cancer(return_X_y=True)
    p = np.round(LogisticRegression(max_iter=5000).fit(x[::2, :4], y[::2]).predict_proba(x[1::4, :4])[:, 1], 6)
    noise = rng.integers(0, 2, 60)
    for name, truth, score in [
        ("breast_cancer", y[1::4], p),
        ("ties", y[1::4], np.round(p, 1)),
        ("noise", noise, np.round(noise * 0.2 + rng.random(60), 2)),
        ("perfect", [0, 0, 1, 1], [0.1, 0.2, 0.8, 0.9]),
        ("equal", [0, 1, 0, 1], [0.5] * 4),
        ("one_positive", [0, 0, 1], [0.1, 0.9, 0.5]),
    ]:
        yield case(name, {"truth": truth, "score": score}, lambda: {"interval": de_long(truth, score)})


def numbers():
    rng = np.random.default_rng(33)
    x, y = datasets.load_diabetes(return_X_y=True)
    said = np.round(LinearRegression().fit(x[::2], y[::2]).predict(x[1::4]), 4)
    heavy = np.round(rng.standard_t(2, 40) * 10, 3)
    for name, truth, predicted in [
        ("diabetes", y[1::4], said),
        ("heavy_tails", heavy, np.round(heavy * 0.5, 3)),
        ("worse_than_mean", [1, 2, 3, 4], [4, 3, 2, 1]),
        ("exact", [1, 2, 3], [1, 2, 3]),
        ("constant_truth", [2, 2, 2], [1, 2, 3]),
        ("two_rows", [1, 2], [1.5, 1.75]),
        ("one_row", [1], [2]),
    ]:
        yield case(name, {"truth": truth, "predicted": predicted}, lambda: of_numbers(truth, predicted))


def quantiles():
    for df in (1, 2, 5, 30, 113, 1e6):
        yield case(f"df_{df:g}", {"df": df}, lambda: {"quantile": stats.t.ppf(0.975, df)})


write("interval_shares", list(shares()))
write("interval_classes", list(classes()))
write("interval_areas", list(areas()))
write("interval_numbers", list(numbers()))
write("student_quantile", list(quantiles()))
