"""Golden cases of the drift statistics in src/stats, computed with scipy and numpy.

    /usr/bin/python3 scripts/golden/drift.py && npx biome format --write src/stats/golden

See metrics.py for the conventions.
"""
import numpy as np
from metrics import case, write
from scipy import stats
from scipy.spatial.distance import jensenshannon
from sklearn import datasets


def sample_pairs():
    rng = np.random.default_rng(11)
    wine, kind = datasets.load_wine(return_X_y=True)
    iris, species = datasets.load_iris(return_X_y=True)
    yield "wine_alcohol_class_0_1", wine[kind == 0, 0], wine[kind == 1, 0]
    yield "iris_sepal_width", iris[species == 1, 1], iris[species == 2, 1]
    yield "normal_shift", np.round(rng.normal(0, 1, 60), 3), np.round(rng.normal(0.8, 1.3, 45), 3)
    yield "heavy_ties", rng.integers(0, 4, 40).astype(float), rng.integers(1, 5, 33).astype(float)
    yield "identical", [1.0, 2.0, 2.5], [1.0, 2.0, 2.5]
    yield "disjoint", np.arange(10.0), np.arange(20.0, 28.0)
    yield "constants", [3.0] * 8, [4.0] * 5
    yield "one_row", [0.4], [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]
    yield "empty", [], [1.0, 2.0]


def wasserstein(a, b):
    distance = stats.wasserstein_distance(a, b)
    sd = np.std(a)
    return {"distance": distance, "normed": distance / sd if sd > 0 else "undefined"}


def kolmogorov_smirnov(a, b):
    exact = stats.ks_2samp(a, b, method="exact")
    n, m = len(a), len(b)
    return {
        "statistic": exact.statistic,
        "p_exact": exact.pvalue,
        "p_kolmogorov": stats.kstwobign.sf(np.sqrt(n * m / (n + m)) * exact.statistic),
    }


def psi(reference, current):
    return ((current - reference) * np.log(current / reference)).sum()


def stability(a, b):
    """Deciles of the reference with shares raised to 1e-4, and bins by value (up to 20) or Sturges, zeros replaced."""
    a, b = np.asarray(a), np.asarray(b)
    if len(a) == 0:
        raise ValueError
    out = {}
    if a.dtype.kind == "f":
        edges = np.r_[-np.inf, np.unique(np.quantile(a, np.arange(1, 10) / 10)), np.inf]
        shares = [np.histogram(x, edges)[0] / len(x) for x in (a, b)]
        out["quantile10"] = {"ref": shares[0], "cur": shares[1], "psi": psi(*(np.maximum(s, 1e-4) for s in shares))}
    if a.dtype.kind == "f" and len(np.unique(a)) > 20:
        edges = np.histogram_bin_edges(np.r_[a, b], "sturges")
        shares = [np.histogram(x, edges)[0] / len(x) for x in (a, b)]
    else:
        keys = np.unique(np.r_[a, b])
        shares = [np.array([(x == key).mean() for key in keys]) for x in (a, b)]
    filled = []
    for share in shares:
        least = share[share > 0].min()
        filled.append(np.where(share == 0, least / 1e6 if least <= 1e-4 else 1e-4, share))
    out["evidently"] = {"ref": shares[0], "cur": shares[1], "psi": psi(*filled)}
    return out


def contingency(table):
    table = np.array(table)
    chi2, p, dof, expected = stats.chi2_contingency(table, correction=False)
    yates = stats.chi2_contingency(table, correction=True)
    n, (r, c) = table.sum(), table.shape
    out = {"chi2": chi2, "p": p, "dof": dof, "chi2_yates": yates[0], "p_yates": yates[1], "expected_freq": expected}
    if min(r, c) > 1:
        out["cramers_v"] = stats.contingency.association(table, method="cramer")
        phi = max(0, chi2 / n - (r - 1) * (c - 1) / (n - 1))
        shrunk = [k - (k - 1) ** 2 / (n - 1) for k in (r, c)]
        out["cramers_v_corrected"] = np.sqrt(phi / (min(shrunk) - 1))
    return out


def fit(observed, expected):
    if 0 in expected:
        raise ValueError
    result = stats.chisquare(observed, expected)
    return {"chi2": result.statistic, "p": result.pvalue}


def divergence(p, q):
    if min(p + q) < 0 or sum(q) == 0:
        raise ValueError
    e = jensenshannon(p, q)
    return {"distance_e": e, "divergence_e": e**2, "distance_2": jensenshannon(p, q, base=2)}


def main():
    pairs = list(sample_pairs())
    write("wasserstein", [case(i, {"a": a, "b": b}, lambda a=a, b=b: wasserstein(a, b)) for i, a, b in pairs])
    write("ks_2samp", [case(i, {"a": a, "b": b}, lambda a=a, b=b: kolmogorov_smirnov(a, b)) for i, a, b in pairs])
    words = [("new_word", list("abbc"), list("abdd")), ("lost_word", list("abc") * 5, list("ab") * 6)]
    write(
        "psi",
        [case(i, {"kind": "numeric", "ref": a, "cur": b}, lambda a=a, b=b: stability(a, b)) for i, a, b in pairs]
        + [case(i, {"kind": "categorical", "ref": a, "cur": b}, lambda a=a, b=b: stability(a, b)) for i, a, b in words],
    )
    rng = np.random.default_rng(3)
    tables = {
        "small_2x2": [[1, 9], [11, 3]],
        "perfect_2x2": [[7, 0], [0, 9]],
        "zero_cell": [[0, 5, 7], [3, 2, 8]],
        "large_counts": [[100000, 200000], [150000, 260000]],
        "random_5x4": rng.integers(1, 60, (5, 4)).tolist(),
        "zero_row": [[0, 0], [4, 6]],
        "one_row": [[5, 6, 7]],
    }
    fits = {
        "fit_uniform": ([18, 22, 20, 25, 15, 20], [20] * 6),
        "fit_sums_differ": ([10, 20], [10, 30]),
        "fit_zero_expected": ([5, 5, 0], [5, 5, 0]),
    }
    write(
        "chi_square",
        [case(i, {"kind": "table", "table": t}, lambda t=t: contingency(t)) for i, t in tables.items()]
        + [
            case(i, {"kind": "gof", "observed": o, "expected_counts": e}, lambda o=o, e=e: fit(o, e))
            for i, (o, e) in fits.items()
        ],
    )
    shares = {
        "identical": ([0.2, 0.3, 0.5], [0.2, 0.3, 0.5]),
        "disjoint": ([1, 0], [0, 1]),
        "zeros": ([0.5, 0.5, 0], [0, 0.5, 0.5]),
        "counts": ([10, 20, 30], [30, 20, 10]),
        "random": (rng.random(10).round(4).tolist(), rng.random(10).round(4).tolist()),
        "empty_side": ([0.5, 0.5], [0, 0]),
        "negative": ([0.5, 0.6, -0.1], [0.4, 0.4, 0.2]),
    }
    write("jensen_shannon", [case(i, {"p": p, "q": q}, lambda p=p, q=q: divergence(p, q)) for i, (p, q) in shares.items()])


if __name__ == "__main__":
    main()
