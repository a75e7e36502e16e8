"""Golden cases of the significance tests, correlations and tail functions in src/stats, computed with scipy.

    /usr/bin/python3 scripts/golden/tests.py && npx biome format --write src/stats/golden

See metrics.py for the conventions. Exact Wilcoxon cases with tied differences are not here: scipy's answer to a
half rank sum depends on the order of the two samples.
"""
import numpy as np
from metrics import case, write
from scipy import special, stats
from sklearn import datasets


def independent_pairs():
    rng = np.random.default_rng(41)
    wine, kind = datasets.load_wine(return_X_y=True)
    iris, species = datasets.load_iris(return_X_y=True)
    yield "wine_alcohol_class_0_1", wine[kind == 0, 0], wine[kind == 1, 0]
    yield "iris_sepal_width", iris[species == 1, 1], iris[species == 2, 1]
    yield "normal_shift", np.round(rng.normal(0, 1, 40), 3), np.round(rng.normal(0.8, 2.3, 25), 3)
    yield "heavy_ties", rng.integers(0, 4, 40).astype(float), rng.integers(1, 5, 33).astype(float)
    yield "far_apart", np.arange(30.0), np.arange(30.0) + 400
    yield "identical", [1.0, 2.0, 2.5], [1.0, 2.0, 2.5]
    yield "same_constant", [3.0] * 8, [3.0] * 5
    yield "different_constants", [3.0] * 8, [4.0] * 5
    yield "one_row", [0.4], [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]
    yield "empty", [], [1.0, 2.0]


def independent(a, b):
    student = stats.ttest_ind(a, b)
    welch = stats.ttest_ind(a, b, equal_var=False)
    u = stats.mannwhitneyu(a, b, method="asymptotic")
    return {
        "student_t": student.statistic,
        "student_p": student.pvalue,
        "welch_t": welch.statistic,
        "welch_p": welch.pvalue,
        "u": u.statistic,
        "u_p": u.pvalue,
    }


def paired_samples():
    rng = np.random.default_rng(42)
    linnerud = datasets.load_linnerud().data
    yield "linnerud_chins_jumps", linnerud[:, 0], linnerud[:, 2]
    yield "fold_scores", np.round(rng.normal(0.8, 0.02, 10), 5), np.round(rng.normal(0.81, 0.02, 10), 5)
    base = rng.normal(0, 1, 50)
    yield "fifty_exact", np.round(base, 4), np.round(base + rng.normal(0.2, 1, 50), 4)
    yield "fifty_one", np.round(rng.normal(0, 1, 51), 4), np.round(rng.normal(0.3, 1, 51), 4)
    yield "with_equal_pairs", [1.0, 2, 3, 4, 5, 6, 7], [1.0, 2.5, 2, 5, 7, 6, 10]
    yield "many_ties", rng.integers(0, 5, 80).astype(float), rng.integers(0, 5, 80).astype(float)
    yield "three", [1.0, 2.0, 3.0], [1.1, 2.3, 3.6]
    yield "equal", [0.8] * 5, [0.8] * 5


def paired(a, b):
    t, rank = stats.ttest_rel(a, b), stats.wilcoxon(a, b)
    return {"paired_t": t.statistic, "paired_p": t.pvalue, "wilcoxon": rank.statistic, "wilcoxon_p": rank.pvalue}


def mcnemar(b, c):
    if b + c == 0:
        raise ValueError
    chi2 = (abs(b - c) - 1) ** 2 / (b + c)
    return {"chi2": chi2, "p": stats.chi2.sf(chi2, 1), "exact_p": stats.binomtest(b, b + c).pvalue}


def column_pairs():
    rng = np.random.default_rng(43)
    iris = datasets.load_iris().data
    wine = datasets.load_wine().data
    yield "iris_petal_length_width", iris[:, 2], iris[:, 3]
    yield "wine_alcohol_proline", wine[:, 0], wine[:, 12]
    yield "no_ties_33", rng.permutation(33).astype(float), rng.permutation(33).astype(float)
    yield "no_ties_34", rng.permutation(34).astype(float), rng.permutation(34).astype(float)
    yield "one_pair_swapped", np.arange(60.0), np.r_[1.0, 0.0, np.arange(2.0, 60.0)]
    yield "ties", [1.0, 2, 2, 3, 3], [1.0, 1, 2, 2, 3]
    yield "constant", [1.0, 1, 1], [1.0, 2, 3]
    yield "two_rows", [1.0, 2], [5.0, 3]
    yield "one_row", [1.0], [2.0]
    yield "with_missing", [1.0, np.nan, 3, 4, 7], [2.0, 3, np.nan, 5, 1]


def correlation(a, b):
    a, b = np.asarray(a), np.asarray(b)
    both = ~(np.isnan(a) | np.isnan(b))
    a, b = a[both], b[both]
    if len(a) < 2:
        raise ValueError
    out = {"n": len(a)}
    for name, of in (("pearson", stats.pearsonr), ("spearman", stats.spearmanr), ("kendall", stats.kendalltau)):
        result = of(a, b)
        out |= {name: result.statistic, f"{name}_p": result.pvalue}
    return out


def eta(x, group):
    x, group = np.asarray(x), np.asarray(group)
    total = ((x - x.mean()) ** 2).sum()
    between = sum((group == g).sum() * (x[group == g].mean() - x.mean()) ** 2 for g in np.unique(group))
    return {"eta": np.sqrt(between / total)}


def tails():
    """Relative accuracy matters here: the figures span hundreds of orders of magnitude."""
    for z in (-8.0, -1.5, 0.0, 0.3, 1.96, 5.0, 20.0, 37.0):
        yield {"of": "normal", "at": [z]}, stats.norm.sf(z)
    for t in (0.0, 1e-6, 0.7, 2.0, 12.7, 80.0):
        for df in (1, 2.5, 7, 29.3, 400, 2e6):
            yield {"of": "student", "at": [t, df]}, 2 * stats.t.sf(t, df)
    for n in (1, 2, 9, 40, 1001, 100_000):
        for k in {0, n // 3, n // 2, n}:
            yield {"of": "coin", "at": [k, n]}, stats.binom.cdf(k, n, 0.5)
    for a in (0.1, 0.5, 3.7, 60.0, 5e4):
        for x in (0.02, 0.5, 0.97, 1.4):
            yield {"of": "gamma", "at": [a, a * x]}, special.gammaincc(a, a * x)
        yield {"of": "log_gamma", "at": [a]}, special.gammaln(a)
        for b in (0.3, 2.0, 45.5):
            for x in (0.01, 0.4, 0.9):
                yield {"of": "beta", "at": [x, a, b]}, special.betainc(a, b, x)


def main():
    write(
        "significance_tests",
        [case(i, {"a": a, "b": b}, lambda a=a, b=b: independent(a, b)) for i, a, b in independent_pairs()]
        + [case(i, {"kind": "paired", "a": a, "b": b}, lambda a=a, b=b: paired(a, b)) for i, a, b in paired_samples()]
        + [
            case(f"mcnemar_{b}_{c}", {"kind": "mcnemar", "only_a_right": b, "only_b_right": c}, lambda b=b, c=c: mcnemar(b, c))
            for b, c in ((25, 10), (8, 8), (0, 3), (1200, 1000), (0, 0))
        ],
    )
    iris, species = datasets.load_iris(return_X_y=True)
    names = datasets.load_iris().target_names[species]
    groups = [("eta_iris", iris[:, 1], names), ("eta_constant", [2.0, 2.0], ["a", "b"]), ("eta_one_group", [1.0, 2.0], ["a", "a"])]
    write(
        "correlation",
        [case(i, {"a": a, "b": b}, lambda a=a, b=b: correlation(a, b)) for i, a, b in column_pairs()]
        + [case(i, {"kind": "eta", "x": x, "group": list(g)}, lambda x=x, g=g: eta(x, g)) for i, x, g in groups],
    )
    write("tails", [case(f"{q['of']}_{i}", q, lambda p=p: p) for i, (q, p) in enumerate(tails()) if 1e-290 < p])


if __name__ == "__main__":
    main()
