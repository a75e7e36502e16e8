import { text } from '../../../lib/text';
import { helper, np, pd } from '../../python/py';

/* Rows to parts in Python, the same ones as here for the same seed (lib/random, stats/prepare/splitting). */

const math = { module: 'math', as: 'math' };

const partSizes = helper({
  name: 'part_sizes',
  why: text(
    'How many rows each part gets: validation and test are rounded up, training has the rest.',
    '부분마다 몇 행인지 구해요. 검증과 테스트는 올림하고 나머지로 학습해요.',
  ),
  source: `def part_sizes(rows, validation, test):
    validation, test = math.ceil(rows * validation), math.ceil(rows * test)
    return {"train": rows - validation - test, "validation": validation, "test": test}`,
  uses: [math],
});

const orderedParts = helper({
  name: 'ordered_parts',
  why: text(
    'The first rows of an order to training, the next to validation, the last to test.',
    '주어진 순서대로 앞의 행은 학습, 다음은 검증, 끝은 테스트로 나눠요.',
  ),
  source: `def ordered_parts(index, order, validation, test):
    sizes = part_sizes(len(index), validation, test)
    names = np.repeat(list(sizes), list(sizes.values()))
    return pd.Series(names, index=index[order]).loc[index]`,
  uses: [...np.uses, ...pd.uses, ...partSizes.uses],
});

const randomWords = helper({
  name: 'random_words',
  why: text(
    'Endless random numbers of 32 bits that follow from a seed: xoshiro128**, seeded through SplitMix32.',
    '시드에서 정해지는 32비트 난수를 끝없이 만들어요. SplitMix32로 시작하는 xoshiro128**예요.',
  ),
  source: `def random_words(seed):
    mask = 0xFFFFFFFF
    state = []
    for _ in range(4):
        seed = (seed + 0x9E3779B9) & mask
        z = ((seed ^ (seed >> 16)) * 0x21F0AAAD) & mask
        z = ((z ^ (z >> 15)) * 0x735A2D97) & mask
        state.append(z ^ (z >> 15))
    a, b, c, d = state
    while True:
        m = (b * 5) & mask
        yield (((m << 7) | (m >> 25)) * 9) & mask
        t = (b << 9) & mask
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= t
        d = ((d << 11) | (d >> 21)) & mask`,
  uses: [],
});

const shuffled = helper({
  name: 'shuffled',
  why: text('The numbers below n in random order (Fisher and Yates).', 'n보다 작은 수를 무작위로 섞어요(피셔–예이츠).'),
  source: `def shuffled(n, seed):
    order = []
    for i, word in zip(range(n), random_words(seed)):
        j = int(word / 2**32 * (i + 1))
        order.append(i)
        order[i], order[j] = order[j], i
    return order`,
  uses: randomWords.uses,
});

/** `random_parts(index, validation, test, seed)`. */
export const randomParts = helper({
  name: 'random_parts',
  why: text('Rows to parts at random.', '행을 무작위로 나눠요.'),
  source: `def random_parts(index, validation, test, seed):
    return ordered_parts(index, shuffled(len(index), seed)[::-1], validation, test)`,
  uses: [...orderedParts.uses, ...shuffled.uses],
});

/** `time_parts(times, validation, test)`. */
export const timeParts = helper({
  name: 'time_parts',
  why: text(
    'Early rows to training, later ones to validation, the latest to test; equal times keep their order.',
    '이른 행은 학습, 늦은 행은 검증, 가장 늦은 행은 테스트로 나눠요. 시간이 같으면 순서를 지켜요.',
  ),
  source: `def time_parts(times, validation, test):
    order = times.to_numpy().argsort(kind="stable")
    return ordered_parts(times.index, order, validation, test)`,
  uses: orderedParts.uses,
});

const shareOut = helper({
  name: 'share_out',
  why: text(
    'Shares rows out among classes in proportion to their sizes, leaving at least one of each.',
    '클래스 크기에 비례해 행을 나누되 클래스마다 적어도 하나는 남겨요.',
  ),
  source: `def share_out(sizes, wanted):
    total = sum(sizes)
    exact = [size * wanted / total if total else 0 for size in sizes]
    given = [min(int(share), max(0, size - 1)) for share, size in zip(exact, sizes)]
    by_remainder = sorted(range(len(sizes)), key=lambda c: int(exact[c]) - exact[c])
    while sum(given) < wanted:
        spare = [c for c in by_remainder if given[c] < sizes[c] - 1]
        if not spare:
            break
        for c in spare[: wanted - sum(given)]:
            given[c] += 1
    return given`,
  uses: [],
});

/** `stratified_parts(values, classes, validation, test, seed)`. */
export const stratifiedParts = helper({
  name: 'stratified_parts',
  why: text(
    'Rows to parts at random within each class, so that every part has the classes in the same shares. Rows without a class are a class of their own.',
    '클래스마다 무작위로 나눠 모든 부분의 클래스 비율을 같게 해요. 클래스가 없는 행은 따로 한 클래스로 봐요.',
  ),
  source: `def stratified_parts(values, classes, validation, test, seed):
    codes = pd.Categorical(values, categories=classes).codes.astype(int)
    codes[codes < 0] = len(classes)
    sizes = part_sizes(len(codes), validation, test)
    counts = np.bincount(codes, minlength=len(classes) + 1).tolist()
    for_test = share_out(counts, sizes["test"])
    rest = [count - taken for count, taken in zip(counts, for_test)]
    left = {"test": for_test, "validation": share_out(rest, sizes["validation"])}
    parts = pd.Series("train", index=values.index)
    for row in shuffled(len(codes), seed):
        for part, rows in left.items():
            if rows[codes[row]] > 0:
                rows[codes[row]] -= 1
                parts.iloc[row] = part
                break
    return parts`,
  uses: [...np.uses, ...pd.uses, ...partSizes.uses, ...shareOut.uses, ...shuffled.uses],
});

/** `group_parts(groups, validation, test, seed)`. */
export const groupParts = helper({
  name: 'group_parts',
  why: text(
    'Whole groups to parts: in random order, each to the part that still lacks most rows; no part stays empty.',
    '그룹을 통째로 나눠요. 무작위 순서로 아직 행이 가장 모자란 부분에 넣고, 빈 부분은 없게 해요.',
  ),
  source: `def group_parts(groups, validation, test, seed):
    codes = pd.factorize(groups)[0]
    sizes = np.bincount(codes).tolist()
    lack = part_sizes(len(codes), validation, test)
    parts = [part for part, rows in lack.items() if rows > 0]
    empty = list(parts)
    part_of = {}
    for turn, group in enumerate(shuffled(len(sizes), seed)):
        choices = empty if len(sizes) - turn <= len(empty) else parts
        part = max(choices, key=lack.get)
        part_of[group] = part
        lack[part] -= sizes[group]
        empty = [each for each in empty if each != part]
    return pd.Series([part_of[group] for group in codes], index=groups.index)`,
  uses: [...np.uses, ...pd.uses, ...partSizes.uses, ...shuffled.uses],
});
