"""Golden cases of the streaming detectors in src/stats, by plain references written here from the papers.

    /usr/bin/python3 scripts/golden/detectors.py && npx biome format --write src/stats/golden

DDM: Gama et al. 2004. Page-Hinkley: Page 1954, without forgetting. ADWIN: Bifet and Gavalda 2007 with exact sums over
the raw values of each bucket, where src/stats keeps moments. Indices are 0-based.
"""
import math
import random

import numpy as np
from metrics import case, write


def ddm(errors, least=30):
    first, drifts, n, wrong, best = None, [], 0, 0, None
    for t, e in enumerate(errors):
        n, wrong = n + 1, wrong + e
        if n < least:
            continue
        p = wrong / n
        s = math.sqrt(p * (1 - p) / n)
        if best is None or p + s < sum(best):
            best = (p, s)
        if p + s > best[0] + 2 * best[1] and first is None:
            first = t
        if p + s > best[0] + 3 * best[1]:
            drifts.append(t)
            n, wrong, best = 0, 0, None
    return {"first_warning": first, "drifts": drifts}


def page_hinkley(values, delta, lam, least=30):
    drifts, seen, m, lowest = [], [], 0.0, 0.0
    for t, x in enumerate(values):
        seen.append(x)
        m += x - sum(seen) / len(seen) - delta
        lowest = min(lowest, m)
        if len(seen) >= least and m - lowest > lam:
            drifts.append(t)
            seen, m, lowest = [], 0.0, 0.0
    return {"drifts": drifts}


def adwin(values, delta=0.002, clock=32, most=5, window=5, grace=10):
    buckets, drifts = [], []  # lists of raw values, oldest first; sizes are falling powers of two
    for t, x in enumerate(values, 1):
        buckets.append([x])
        size = 1
        while sum(len(b) == size for b in buckets) > most:
            i = next(i for i, b in enumerate(buckets) if len(b) == size)
            buckets[i : i + 2] = [buckets[i] + buckets[i + 1]]
            size *= 2
        if t % clock or sum(map(len, buckets)) <= grace:
            continue
        dropped = False
        while cut(buckets, delta, window):
            buckets.pop(0)
            dropped = True
        if dropped:
            drifts.append(t - 1)
    return {"drifts": drifts}


def cut(buckets, delta, window):
    values = np.concatenate(buckets)
    n, variance, ends = len(values), values.var(), np.cumsum([len(b) for b in buckets])
    doubt = math.log(2 * math.log(n) / delta)
    for i in ends:
        if i < window or n - i < window:
            continue
        inverse = 1 / (i - window + 1) + 1 / (n - i - window + 1)
        epsilon = math.sqrt(2 * inverse * variance * doubt) + 2 / 3 * doubt * inverse
        if abs(values[:i].mean() - values[i:].mean()) > epsilon:
            return True
    return False


def bits(rng, *spans):
    return "".join("1" if rng.random() < p else "0" for rows, p in spans for _ in range(rows))


def main():
    rng = random.Random(44)
    ramp = [(20, 0.1 + 0.4 * k / 49) for k in range(50)]
    streams = {
        "stable": bits(rng, (1000, 0.1)),
        "jump": bits(rng, (500, 0.1), (500, 0.5)),
        "gradual": bits(rng, *ramp),
        "improving": bits(rng, (500, 0.5), (500, 0.1)),
        "two_jumps": bits(rng, (400, 0.03), (400, 0.3), (400, 0.7)),
        "never_wrong": "0" * 200,
        "always_wrong": "1" * 200,
        "short": "1" * 10,
    }
    out = []
    for name, x in streams.items():
        digits = [int(c) for c in x]
        out.append(case(f"ddm_{name}", {"kind": "ddm", "errors": x}, lambda: ddm(digits)))
        ph = {"kind": "page_hinkley", "x": x, "delta": 0.005, "lam": 15}
        out.append(case(f"page_hinkley_{name}", ph, lambda: page_hinkley(digits, 0.005, 15)))
        out.append(case(f"adwin_{name}", {"kind": "adwin", "x": x}, lambda: adwin(digits)))
    real = [round(rng.gauss(0 if t < 700 else 0.8, 1), 3) for t in range(1200)]
    out.append(case("adwin_normal_shift", {"kind": "adwin", "x": real}, lambda: adwin(real)))
    # The stream of river's documentation, where river says 1023.
    docs = random.Random(12345)
    river = docs.choices([0, 1], k=1000) + docs.choices(range(4, 8), k=1000)
    out.append(case("adwin_river_docs", {"kind": "adwin", "x": "".join(map(str, river))}, lambda: adwin(river)))
    write("drift_detectors", out)


if __name__ == "__main__":
    main()
