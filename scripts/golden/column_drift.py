"""Golden cases of the column verdicts in src/stats, by scipy and the rules written in src/stats/drift/column-drift.ts.

    /usr/bin/python3 scripts/golden/column_drift.py && npx biome format --write src/stats/golden

None of these has missing rows but those that say so: a missing row ranks above every number, is a bin of its own, and
adds the gap of missing shares to the Wasserstein distance.
"""
import numpy as np
from drift import psi
from metrics import case, write
from scipy import stats
from scipy.spatial.distance import jensenshannon
from sklearn import datasets


def two_shares(counts):
    """The z-test of two shares, pooled and two-sided."""
    (a, c), (b, d) = counts
    pooled = (a + c) / (a + b + c + d)
    z = (a / (a + b) - c / (c + d)) / np.sqrt(pooled * (1 - pooled) * (1 / (a + b) + 1 / (c + d)))
    return 2 * stats.norm.sf(abs(z))


def verdict(ref, cur, method, comparisons, words, least=20):
    n, m = len(ref), len(cur)
    if words:
        keys = sorted({str(x) for x in list(ref) + list(cur)})
        bins = np.array([[[str(x) for x in side].count(k) for k in keys] for side in (ref, cur)])
        name = {"auto": "chi-square" if n <= 1000 else "jensen-shannon", "ks": "chi-square", "wasserstein": "jensen-shannon"}
        method = name.get(method, method)
        p = stats.chi2_contingency(bins, correction=False)[1]
        if len(keys) == 2:
            assert abs(p - two_shares(bins.T)) < 1e-12
        statistic = stats.chi2_contingency(bins, correction=False)[0]
    else:
        ref, cur = (np.array([np.inf if x is None else x for x in side]) for side in (ref, cur))
        present = [x[np.isfinite(x)] for x in (ref, cur)]
        edges = np.r_[-np.inf, np.unique(np.quantile(present[0], np.arange(1, 10) / 10)), np.inf]
        bins = np.array([np.r_[np.sum(~np.isfinite(x)), np.histogram(x[np.isfinite(x)], edges)[0]] for x in (ref, cur)])
        method = ("ks" if n <= 1000 else "wasserstein") if method == "auto" else method
        used = bins[:, bins.sum(0) > 0]
        if method in ("chi-square", "jensen-shannon"):
            statistic, p = stats.chi2_contingency(used, correction=False)[:2]
        else:
            test = stats.ks_2samp(ref, cur, method="exact")
            statistic = test.statistic
            p = test.pvalue if n * m <= 10_000 else stats.kstwobign.sf(np.sqrt(n * m / (n + m)) * statistic)
    effect = psi(*(np.maximum(b / b.sum(), 1e-4) for b in bins))
    chance = ((bins.sum(0) > 0).sum() - 1) * (1 / n + 1 / m)
    threshold = {"psi": 0.1 + chance}.get(method, 0.1 if method in ("wasserstein", "jensen-shannon") else 0.05 / comparisons)
    if min(n, m) < least:
        return {"method": method, "verdict": "not-enough-rows", "statistic": None, "pValue": None, "effect": None}
    if method in ("ks", "chi-square"):
        drifts, pvalue = p < threshold and effect > 0.1 + chance, p
    elif method == "psi":
        statistic, pvalue, drifts = effect, None, effect > threshold
    else:
        if method == "jensen-shannon":
            statistic = jensenshannon(*bins)
        else:
            gap = abs(len(present[0]) / n - len(present[1]) / m)
            statistic = stats.wasserstein_distance(*present) / np.std(present[0]) + gap
        pvalue, drifts = None, statistic >= 0.1 and p < 0.001 / comparisons
    return {
        "method": method,
        "statistic": statistic,
        "pValue": pvalue,
        "threshold": threshold,
        "effect": effect,
        "verdict": "drift" if drifts else "stable",
    }


def holes(values, every):
    return [None if i % every == 0 else x for i, x in enumerate(values)]


def pairs():
    rng = np.random.default_rng(21)
    iris = datasets.load_iris().data[:, 0].tolist()
    normal = lambda rows, mean=0.0: np.round(rng.normal(mean, 1, rows), 2).tolist()
    words = lambda rows, p: rng.choice(list("abcd"), rows, p=p).tolist()
    yield "iris_halves", iris[:75], iris[75:], False
    yield "same_small", normal(90), normal(80), False
    yield "shifted_small", normal(90), normal(80, 1.2), False
    yield "slight_many", normal(900), normal(400, 0.2), False
    yield "few_rows", normal(60), normal(12, 3), False
    yield "same_large", normal(1100), normal(120), False
    yield "shifted_large", normal(1100), normal(200, 0.6), False
    yield "now_missing", normal(90), holes(normal(90), 3), False
    yield "now_missing_large", holes(normal(1100), 50), holes(normal(200), 4), False
    yield "words_same", words(200, [0.4, 0.3, 0.2, 0.1]), words(150, [0.4, 0.3, 0.2, 0.1]), True
    yield "words_moved", words(200, [0.4, 0.3, 0.2, 0.1]), words(150, [0.1, 0.2, 0.2, 0.5]), True
    yield "words_new", words(200, [0.5, 0.5, 0, 0]), words(150, [0.3, 0.3, 0.4, 0]), True
    yield "two_words", words(120, [0.5, 0.5, 0, 0]), words(100, [0.8, 0.2, 0, 0]), True
    yield "words_large", words(1100, [0.4, 0.3, 0.2, 0.1]), words(200, [0.2, 0.3, 0.2, 0.3]), True


def main():
    methods = ("auto", "ks", "chi-square", "psi", "wasserstein", "jensen-shannon")
    out = []
    for index, (name, ref, cur, words) in enumerate(pairs()):
        comparisons = (1, 10)[index % 2]
        given = {"kind": "category" if words else "number", "ref": ref, "cur": cur, "comparisons": comparisons}
        expected = {m: verdict(ref, cur, m, comparisons, words) for m in methods}
        out.append(case(name, given, lambda: expected))
    write("column_drift", out)


if __name__ == "__main__":
    main()
