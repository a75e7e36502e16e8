import { Failure, throwIfCancelled } from '../../lib/failure';
import { createRandom, deriveSeed, permutation } from '../../lib/random';
import { text } from '../../lib/text';
import { createYielder, type Yielder } from '../../lib/yielding';
import { ContextLost, contextIsLost } from './backend/context-loss';
import { type Batches, openBatches } from './batches';
import { LiveNetwork } from './live-network';
import { measures, type Totals } from './measures';
import { outputsOf } from './network';
import { layOut, startingValues } from './parameters';
import { learningRate, noPlateau, type PlateauState, watchPlateau } from './schedule';
import type { Checkpoint, NetworkValues, Trained, Trainer, TrainingHooks, TrainingJob } from './trainer';

/** Milliseconds between points within an epoch. */
const POINT_INTERVAL = 100;

/**
 * Trains every network with tfjs: one optimizer over one vector of all weights,
 * losses summed on the device and read once an epoch plus at most ten times a
 * second. Reported losses leave the L2 penalty out.
 */
export const tfjsTrainer: Trainer = {
  name: 'tfjs',
  supports: () => true,
  train: async (job, hooks, from, keep) => {
    let session: Session | undefined;
    try {
      session = new Session(job, hooks, from ?? firstCheckpoint(job));
      return await session.run(keep);
    } catch (cause) {
      // What a lost context throws or reads differs between browsers; the context itself knows.
      if (contextIsLost()) throw new ContextLost();
      throw cause;
    } finally {
      session?.dispose();
    }
  },
};

/** Before the first epoch: seeded weights, no history. */
function firstCheckpoint({ plan, seed }: TrainingJob): Checkpoint {
  const layout = layOut(plan);
  return {
    weights: startingValues(layout.trainable, layout.trainableSize, seed),
    statistics: startingValues(layout.statistics, layout.statisticsSize, seed),
    epoch: 0,
    step: 0,
    slots: [],
    plateau: noPlateau,
    best: null,
    history: {},
  };
}

class Session {
  private readonly network: LiveNetwork;
  private readonly train: Batches;
  private readonly validation: Batches | null;
  private readonly yielder: Yielder;
  private readonly history: Record<string, number[]> = {};
  private step: number;
  private plateau: PlateauState;
  private best: { readonly epoch: number; readonly loss: number } | null;
  /** The best weights where they came out of a checkpoint rather than out of this session. */
  private savedBest: NetworkValues | null;
  private lastPoint = performance.now();
  /** Totals and rows a second of the last epoch's training part. */
  private trained: Totals = { loss: 0, wrong: 0 };
  private speed = 0;

  constructor(
    private readonly job: TrainingJob,
    private readonly hooks: TrainingHooks,
    private readonly from: Checkpoint,
  ) {
    const { plan, task, backend } = job;
    const open = (examples: typeof job.train): Batches =>
      openBatches(backend, examples, plan.inputShape, task, outputsOf(plan));
    this.network = new LiveNetwork(job, from, from.slots);
    this.train = open(job.train);
    this.validation = job.validation === null ? null : open(job.validation);
    this.yielder = createYielder(hooks.signal, () => performance.now());
    this.step = from.step;
    this.plateau = from.plateau;
    this.best = from.best;
    this.savedBest = from.best?.values ?? null;
    for (const [name, values] of Object.entries(from.history)) this.history[name] = [...values];
  }

  async run(keep?: (checkpoint: Checkpoint) => void): Promise<Trained> {
    const { epochs, earlyStopping } = this.job.settings;
    let epoch = this.from.epoch;
    let stoppedEarly = false;
    const { backend } = this.job;
    // The first batch compiles every program of the network, which can take seconds.
    if (backend === 'webgl' || backend === 'webgpu') {
      this.hooks.progress(epoch / epochs, text('Preparing the graphics card', '그래픽 카드를 준비하는 중'));
    }
    while (epoch < epochs && !stoppedEarly) {
      const rate = await this.trainEpoch(epoch);
      const validation = await this.validate();
      epoch++;
      this.record(epoch, rate, validation);
      stoppedEarly = this.judge(epoch, validation);
      if (contextIsLost()) throw new ContextLost();
      if (keep !== undefined) keep(await this.checkpoint(epoch));
    }
    const last = await this.network.readValues();
    const best = earlyStopping === null ? null : ((await this.network.readBest()) ?? this.savedBest);
    // The last step may blow up after the last loss was taken.
    if (!(best ?? last).weights.every(Number.isFinite)) throw diverged();
    return {
      ...(best ?? last),
      epochs: epoch,
      bestEpoch: best === null ? epoch : (this.best?.epoch ?? epoch),
      stoppedEarly,
      history: this.history,
    };
  }

  dispose(): void {
    this.network.dispose();
    this.train.dispose();
    this.validation?.dispose();
  }

  /** Returns the epoch's last learning rate. */
  private async trainEpoch(epoch: number): Promise<number> {
    const { seed, settings, train } = this.job;
    const order = permutation(train.rows, createRandom(deriveSeed(seed, `order:${epoch}`)));
    const random = createRandom(deriveSeed(seed, `dropout:${epoch}`));
    const started = performance.now();
    let rate = 0;
    this.network.resetTotals();
    for (let at = 0; at < train.rows; at += settings.batchSize) {
      const rows = order.subarray(at, at + settings.batchSize);
      const within = epoch + at / train.rows;
      rate = learningRate(settings.learningRate, settings.schedule, within, settings.epochs, this.plateau.drops);
      this.step++;
      this.network.train(() => this.train.take(rows), rate, this.step, random);
      const done = at + rows.length;
      if (done < train.rows) await this.between(epoch + done / train.rows, done, started);
    }
    this.speed = (1000 * train.rows) / Math.max(performance.now() - started, 1e-3);
    return rate;
  }

  /** Between two batches: a turn for others when 50 ms have passed, a point when 100 ms have. */
  private async between(epoch: number, done: number, started: number): Promise<void> {
    if (!this.yielder.due()) return;
    await this.yielder.pause();
    if (performance.now() - this.lastPoint < POINT_INTERVAL) return;
    const totals = await this.network.totals();
    this.check(totals);
    const values = measures(this.job, totals, done, '');
    const speed = (1000 * done) / Math.max(performance.now() - started, 1e-3);
    this.tell(epoch, values, speed);
  }

  private async validate(): Promise<Totals | null> {
    const { validation, plan } = this.job;
    this.trained = await this.network.totals();
    this.check(this.trained);
    if (this.validation === null || validation === null) return null;
    const size = plan.inputShape.length === 1 ? 1024 : 128;
    this.network.resetTotals();
    for (let at = 0; at < validation.rows; at += size) {
      const rows = Uint32Array.from({ length: Math.min(size, validation.rows - at) }, (_, i) => at + i);
      const batches = this.validation;
      this.network.evaluate(() => batches.take(rows));
      if (this.yielder.due()) await this.yielder.pause();
    }
    const totals = await this.network.totals();
    this.check(totals);
    return totals;
  }

  private record(epoch: number, rate: number, validation: Totals | null): void {
    const rows = this.job.validation?.rows ?? 0;
    const values = {
      ...measures(this.job, this.trained, this.job.train.rows, ''),
      ...(validation === null ? {} : measures(this.job, validation, rows, 'validation')),
      learningRate: rate,
    };
    for (const [name, value] of Object.entries(values)) {
      const series = this.history[name] ?? [];
      series.push(value);
      this.history[name] = series;
    }
    this.tell(epoch, values, this.speed);
  }

  /** Updates what schedules and early stopping go by; true when training should end here. */
  private judge(epoch: number, validation: Totals | null): boolean {
    const { settings } = this.job;
    const loss = (validation ?? this.trained).loss;
    this.plateau = watchPlateau(this.plateau, loss, settings.schedule.every);
    throwIfCancelled(this.hooks.signal);
    if (settings.earlyStopping === null || validation === null) return false;
    const mean = validation.loss / (this.job.validation?.rows ?? 1);
    if (this.best === null || mean < this.best.loss - settings.earlyStopping.minDelta) {
      this.best = { epoch, loss: mean };
      this.savedBest = null;
      this.network.rememberBest();
    }
    return epoch - this.best.epoch >= settings.earlyStopping.patience;
  }

  private async checkpoint(epoch: number): Promise<Checkpoint> {
    const values = await this.network.readValues();
    const best = (await this.network.readBest()) ?? this.savedBest;
    const history = Object.fromEntries(Object.entries(this.history).map(([name, series]) => [name, [...series]]));
    const slots = await this.network.readSlots();
    if (contextIsLost()) throw new ContextLost();
    return {
      ...values,
      epoch,
      step: this.step,
      slots,
      plateau: this.plateau,
      best: this.best === null || best === null ? null : { ...this.best, values: best },
      history,
    };
  }

  private tell(epoch: number, values: Record<string, number>, rowsPerSecond: number): void {
    const { epochs } = this.job.settings;
    this.lastPoint = performance.now();
    const fraction = epoch / epochs;
    const left = ((epochs - epoch) * this.job.train.rows) / Math.max(rowsPerSecond, 1e-9);
    const shown = Math.min(epochs, Math.floor(epoch) + (Number.isInteger(epoch) ? 0 : 1));
    this.hooks.metric({ epoch, epochs, values, rowsPerSecond });
    this.hooks.progress(fraction, text(`Epoch ${shown} of ${epochs}`, `에포크 ${shown}/${epochs}`), left);
  }

  private check(totals: Totals): void {
    if (contextIsLost()) throw new ContextLost();
    if (Number.isFinite(totals.loss)) return;
    throw diverged();
  }
}

function diverged(): Failure {
  return new Failure({
    code: 'training-diverged',
    message: text('The loss became infinite while training.', '학습 중에 손실이 무한대로 커졌어요.'),
    hint: text(
      'Lower the learning rate, or add “Scale numbers” before this node.',
      '학습률을 낮추거나, 이 노드 앞에 ‘수치 정규화’를 넣으세요.',
    ),
  });
}
