"""Golden cases of the fairness figures in src/stats, by numpy from their published definitions.

    /usr/bin/python3 scripts/golden/fairness.py && npx biome format --write src/stats/golden

Gaps and ratios over groups: Fairlearn (largest against smallest), but undefined where the rate of a group is: Fairlearn
takes 0 for it, which is a gap that nobody has measured. Against the
privileged group: AIF360 (all others pooled). Reweighing: Kamiran and Calders 2012. 1 is favourable.
"""
import numpy as np
from metrics import case, write
from sklearn import datasets
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, recall_score


def rates(y, p):
    return {
        "n": len(y),
        "base_rate": y.mean(),
        "selection_rate": p.mean(),
        "tpr": recall_score(y, p, zero_division=0) if (y == 1).any() else np.nan,
        "fpr": 1 - recall_score(y, p, pos_label=0, zero_division=0) if (y == 0).any() else np.nan,
        "accuracy": accuracy_score(y, p),
    }


def spread(groups, key):
    values = [g[key] for g in groups.values()]
    return np.nan if np.isnan(values).any() else max(values) - min(values)


def fairness(y, p, group, privileged):
    y, p, group = map(np.array, (y, p, group))
    groups = {str(g): rates(y[group == g], p[group == g]) for g in np.unique(group)}
    selection = [g["selection_rate"] for g in groups.values()]
    gaps = [spread(groups, "tpr"), spread(groups, "fpr")]
    out = {
        "groups": groups,
        "demographic_parity_difference": max(selection) - min(selection),
        "demographic_parity_ratio": min(selection) / max(selection) if max(selection) > 0 else np.nan,
        "equalized_odds_difference": np.nan if np.isnan(gaps).any() else max(gaps),
        "equal_opportunity_difference_maxmin": spread(groups, "tpr"),
    }
    mine = group == privileged
    if mine.all() or not mine.any():
        return out | {"aif360": {k: np.nan for k in ("statistical_parity_difference", "disparate_impact")}}
    a, b = rates(y[~mine], p[~mine]), rates(y[mine], p[mine])
    out["aif360"] = {
        "statistical_parity_difference": a["selection_rate"] - b["selection_rate"],
        "disparate_impact": a["selection_rate"] / b["selection_rate"] if b["selection_rate"] > 0 else np.nan,
        "equal_opportunity_difference": a["tpr"] - b["tpr"],
        "average_odds_difference": (a["tpr"] - b["tpr"] + a["fpr"] - b["fpr"]) / 2,
    }
    return out


def reweighing(y, group):
    y, group = np.array(y), np.array(group)
    weights, rows = {}, np.zeros(len(y))
    for g in np.unique(group):
        for k in (0, 1):
            cell = (group == g) & (y == k)
            weights[f"{g}|{k}"] = (group == g).mean() * (y == k).mean() / cell.mean() if cell.any() else None
            rows[cell] = weights[f"{g}|{k}"] or 0
    base = {str(g): rows[(group == g) & (y == 1)].sum() / rows[group == g].sum() for g in np.unique(group)}
    return {"weights": weights, "sum_of_weights": rows.sum(), "weighted_base_rate": base, "first_20": rows[:20]}


def cases():
    x, y = datasets.load_breast_cancer(return_X_y=True)
    p = LogisticRegression(max_iter=5000).fit(x[::2, :3], y[::2]).predict(x[1::2, :3])
    size = np.where(x[1::2, 9] > np.median(x[:, 9]), "large", "small")
    yield "breast_cancer", y[1::2].tolist(), p.tolist(), size.tolist(), "small"
    rng = np.random.default_rng(5)
    four = rng.choice(["north", "east", "south", "west"], 90, p=[0.6, 0.2, 0.15, 0.05])
    truth = rng.integers(0, 2, 90)
    yield "four_groups", truth.tolist(), (rng.random(90) < 0.3 + 0.4 * truth).astype(int).tolist(), four.tolist(), "north"
    yield "equal", [1, 0, 1, 0], [1, 0, 1, 0], list("aabb"), "a"
    yield "opposite", [1, 0, 1, 0], [1, 1, 0, 0], list("aabb"), "a"
    yield "privileged_gets_nothing", [1, 0, 1, 0], [0, 0, 1, 1], list("aabb"), "a"
    yield "nobody_selected", [1, 0, 1, 0], [0, 0, 0, 0], list("aabb"), "a"
    yield "no_positives_in_one", [1, 0, 0, 0], [1, 0, 1, 0], list("aabb"), "a"
    yield "no_positives_at_all", [0, 0, 0], [1, 0, 1], list("abb"), "a"
    yield "no_negatives_in_one", [1, 1, 1, 0, 0, 1], [1, 0, 1, 0, 1, 1], list("aaabbb"), "a"
    yield "undefined_beside_equal", [1, 1, 0, 0, 0], [1, 1, 0, 0, 0], list("aabbb"), "b"
    yield "one_group", [1, 0, 1], [1, 0, 0], list("aaa"), "a"
    yield "one_row_in_one", [1, 0, 1, 1], [0, 1, 1, 0], list("abbb"), "b"
    yield "korean", [1, 1, 0, 0, 1, 0], [1, 0, 0, 0, 1, 1], list("남남남여여여"), "남"


def main():
    every = list(cases())
    write(
        "fairness",
        [
            case(
                i,
                {"y_true": y, "y_pred": p, "group": g, "privileged": k},
                lambda y=y, p=p, g=g, k=k: fairness(y, p, g, k),
            )
            for i, y, p, g, k in every
        ],
    )
    write(
        "reweighing",
        [case(i, {"y_true": y, "group": g}, lambda y=y, g=g: reweighing(y, g)) for i, y, _, g, _ in every],
    )


if __name__ == "__main__":
    main()
