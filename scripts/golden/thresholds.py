"""Golden cases of src/stats/metrics/best-threshold.ts: the best value that any threshold reaches, tried one by one with scikit-learn.

    /usr/bin/python3 scripts/golden/thresholds.py && npx biome format --write src/stats/golden

Data come from seeds and from breast_cancer, which scikit-learn bundles.
"""
import json
import pathlib

import numpy as np
import sklearn
from sklearn import datasets, metrics
from sklearn.linear_model import LogisticRegression

OUT = pathlib.Path(__file__).resolve().parents[2] / "src" / "stats" / "golden" / "best_threshold.json"
MEASURES = {
    "f1": lambda t, p: metrics.f1_score(t, p, zero_division=0),
    "balancedAccuracy": metrics.balanced_accuracy_score,
    "accuracy": metrics.accuracy_score,
}


def best(truth, score):
    if len(set(truth)) < 2:
        return None
    tried = [(np.array(score) >= at).astype(int) for at in sorted(set(score))]
    return {name: max(compute(truth, said) for said in tried) for name, compute in MEASURES.items()}


def cases():
    rng = np.random.default_rng(41)
    x, y = datasets.load_breast_cancer(return_X_y=True)
    fitted = LogisticRegression(max_iter=5000).fit(x[::2, :4], y[::2])
    yield "breast_cancer", y[1::4], fitted.predict_proba(x[1::4, :4])[:, 1]
    for rows, share in [(40, 0.5), (200, 0.1), (200, 0.9)]:
        truth = (rng.random(rows) < share).astype(int)
        yield f"seeded {rows} rows, {share} positive", truth, np.clip(0.25 + 0.3 * truth + 0.2 * rng.normal(size=rows), 0, 1)
    yield "many equal scores", [0, 1, 0, 1, 1, 0, 1, 0], [0.2, 0.2, 0.2, 0.8, 0.8, 0.8, 0.5, 0.5]
    yield "all scores equal", [0, 1, 1], [0.4, 0.4, 0.4]
    yield "perfect", [0, 0, 1], [0.1, 0.2, 0.9]
    yield "the wrong way round", [1, 1, 0], [0.1, 0.2, 0.9]
    yield "two rows", [0, 1], [0.0, 1.0]
    yield "one class", [1, 1], [0.3, 0.6]
    yield "no rows", [], []


made = [
    {
        "id": id,
        "input": {"isPositive": [int(t) for t in truth], "scores": [float(s) for s in score]},
        "expected": best([int(t) for t in truth], [float(s) for s in score]),
    }
    for id, truth, score in cases()
]
rows = ",\n".join(json.dumps(case, ensure_ascii=False, separators=(",", ":")) for case in made)
OUT.write_text(f'{{"reference":"scikit-learn {sklearn.__version__}","cases":[\n{rows}\n]}}\n', encoding="utf-8")
print(OUT.name, len(made))
