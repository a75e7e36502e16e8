class EngineDraws:
    """Draws what the engine draws where it trains a network: first weights, orders, masks."""

    def __init__(self, seed, kernels):
        self.seed, self.kernels, self.epoch = seed, iter(kernels), 0

    def __deepcopy__(self, memo):
        return self

    def stream(self, purpose):
        state = (0x811C9DC5 ^ self.seed) & 0xFFFFFFFF
        for character in purpose:
            state = ((state ^ ord(character)) * 0x01000193) & 0xFFFFFFFF

        def mixed():
            nonlocal state
            state = (state + 0x9E3779B9) & 0xFFFFFFFF
            z = ((state ^ (state >> 16)) * 0x21F0AAAD) & 0xFFFFFFFF
            z = ((z ^ (z >> 15)) * 0x735A2D97) & 0xFFFFFFFF
            return z ^ (z >> 15)

        a, b, c, d = mixed(), mixed(), mixed(), mixed()
        while True:
            m = (b * 5) & 0xFFFFFFFF
            yield ((((m << 7) | (m >> 25)) * 9) & 0xFFFFFFFF) / 2**32
            t = (b << 9) & 0xFFFFFFFF
            c ^= a
            d ^= b
            b ^= c
            a ^= d
            c ^= t
            d = ((d << 11) | (d >> 21)) & 0xFFFFFFFF

    def uniform(self, low, high, shape):
        stream = self.stream(f"weights:{next(self.kernels)}")
        drawn = [(2 * next(stream) - 1) * high for _ in range(int(np.prod(shape)))]
        return np.array(drawn).reshape(shape)

    def permutation(self, n):
        stream = self.stream(f"order:{self.epoch}")
        self.masks = self.stream(f"dropout:{self.epoch}")
        self.epoch += 1
        order = [0] * n
        for i in range(n):
            j = int(next(stream) * (i + 1))
            order[i], order[j] = order[j], i
        return np.array(order)

    def random(self, shape):
        drawn = [next(self.masks) for _ in range(int(np.prod(shape)))]
        return np.array(drawn).reshape(shape)
