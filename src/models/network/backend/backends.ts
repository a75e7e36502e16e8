import * as tf from '@tensorflow/tfjs-core';
import { Failure } from '../../../lib/failure';
import { korean } from '../../../lib/korean';
import { type Text, text } from '../../../lib/text';
import type { BackendChoice, BackendName, BackendStatus } from './backend-choice';
import { enterBackend } from './backend-lock';
import { ContextLost, LOST_CONTEXT, untilLost } from './context-loss';
import { graphics } from './graphics';

/** What differs between a browser worker and Node. */
export interface LearningPlatform {
  /** Where the three .wasm files of tfjs lie: by file name, or a folder that ends in a slash. Node finds its own. */
  readonly wasmPaths?: string | Readonly<Record<string, string>>;
}

/** A backend and why it was taken. */
export interface ChosenBackend {
  readonly name: BackendName;
  readonly reason: Text;
}

/** What the policy looks at: convolutions gain from graphics hardware, small dense networks do not. */
export type Workload = 'dense' | 'convolutional';

const NAMES: readonly BackendName[] = ['webgl', 'wasm', 'cpu', 'webgpu'];
let platform: LearningPlatform = {};
const loading = new Map<BackendName, Promise<void>>();
const broken = new Map<BackendName, Text>();
/** The backend that has really started last: tfjs also names one that failed to. */
let started: BackendName | null = null;
let starting: { readonly name: BackendName; readonly ready: Promise<void> } | null = null;

/** Says once, before the first training, what this side of Millrace is made of. */
export function configureLearning(settings: LearningPlatform): void {
  platform = settings;
}

/**
 * The policy. `auto` takes WebGL for convolutional networks on real graphics
 * hardware; WASM for tabular networks, whose time goes into dispatch rather than
 * arithmetic, and wherever there is no graphics hardware; CPU where WebAssembly
 * is missing. WebGPU only runs when asked for. A choice that cannot be had is a
 * Failure, never silently another backend; one that was lost after it had been had
 * is replaced as `auto` would, and the reason says so.
 */
export async function chooseBackend(choice: BackendChoice, workload: Workload): Promise<ChosenBackend> {
  const lost = lostOf(choice);
  if (choice !== 'auto' && lost === null) {
    const state = await backendState(choice);
    if (!state.available) throw unavailable(choice, state.detail);
    return {
      name: choice,
      reason: text(`${label(choice)}: chosen for this run`, `${label(choice)}: 이 실행에서 직접 선택함`),
    };
  }
  const card = broken.has('webgl') ? null : graphics();
  if (workload === 'convolutional' && card?.hardware === true) {
    if (lost !== null) return { name: 'webgl', reason: instead('webgl', lost) };
    return {
      name: 'webgl',
      reason: text(
        `WebGL: a convolutional network on ${card.renderer}`,
        `WebGL: ${card.renderer}에서 합성곱 신경망 실행`,
      ),
    };
  }
  if ((await backendState('wasm')).available) {
    if (lost !== null) return { name: 'wasm', reason: instead('wasm', lost) };
    const reason =
      workload === 'dense'
        ? text('WASM: fastest for networks over tables', 'WASM: 표 데이터 신경망에 가장 빠름')
        : text('WASM: no graphics hardware here', 'WASM: 사용할 수 있는 그래픽 하드웨어가 없음');
    return { name: 'wasm', reason };
  }
  if (lost !== null) return { name: 'cpu', reason: instead('cpu', lost) };
  return {
    name: 'cpu',
    reason: text('CPU: WebAssembly is not available here', 'CPU: 여기서는 WebAssembly를 쓸 수 없음'),
  };
}

/** The backend that was asked for and is out of service; of `auto`, the one that images would take. */
function lostOf(choice: BackendChoice): BackendName | null {
  const wanted = choice === 'auto' ? 'webgl' : choice;
  return broken.has(wanted) && (choice !== 'auto' || graphics()?.hardware === true) ? wanted : null;
}

function instead(name: BackendName, lost: BackendName): Text {
  const why = broken.get(lost) ?? LOST_CONTEXT;
  return text(
    `${label(name)}: in place of ${label(lost)}, because ${why.en}`,
    `${label(name)}: ${label(lost)} 대신 사용 (${why.ko})`,
  );
}

/**
 * Runs `work` with `name` as the active backend; waits while another backend is in use. Rejects with ContextLost where
 * the graphics card went away before or meanwhile.
 */
export async function withBackend<T>(name: BackendName, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const leave = await enterBackend(name, signal);
  try {
    await activate(name);
    return await untilLost(work);
  } finally {
    leave();
  }
}

/**
 * Runs `work` as {@link withBackend}, and where the graphics card goes away, once more on another backend, which
 * `moved` hears of.
 */
export async function withSomeBackend<T>(
  name: BackendName,
  signal: AbortSignal,
  work: (name: BackendName) => Promise<T>,
  moved: (chosen: ChosenBackend) => void = () => {},
): Promise<T> {
  try {
    return await withBackend(name, signal, () => work(name));
  } catch (cause) {
    if (!(cause instanceof ContextLost)) throw cause;
    retireBackend(name, LOST_CONTEXT);
    const next = await chooseBackend(name, 'convolutional');
    moved(next);
    return withBackend(next.name, signal, () => work(next.name));
  }
}

/** Every backend, and whether it can be had here. Loads none of them. */
export function backendStatus(): Promise<readonly BackendStatus[]> {
  return Promise.all(NAMES.map(backendState));
}

/** Tensors alive now. */
export function memory(): { readonly tensors: number; readonly bytes: number } {
  // tfjs throws where no backend has been started yet.
  if (!tf.getBackend()) return { tensors: 0, bytes: 0 };
  const { numTensors, numBytes } = tf.memory();
  return { tensors: numTensors, bytes: numBytes };
}

/** Takes a backend out of service until the engine starts anew, e.g. after a lost graphics context. */
export function retireBackend(name: BackendName, why: Text): void {
  broken.set(name, why);
}

async function backendState(name: BackendName): Promise<BackendStatus> {
  const fault = broken.get(name);
  if (fault !== undefined) return { name, available: false, detail: fault };
  switch (name) {
    case 'cpu':
      return { name, available: true, detail: text('plain JavaScript', '일반 자바스크립트') };
    case 'wasm':
      return typeof WebAssembly === 'undefined'
        ? {
            name,
            available: false,
            detail: text('the browser has no WebAssembly', '브라우저가 WebAssembly를 지원하지 않음'),
          }
        : { name, available: true, detail: text('WebAssembly SIMD, one thread', 'WebAssembly SIMD, 스레드 1개') };
    case 'webgl': {
      const card = graphics();
      return card === null
        ? { name, available: false, detail: text('the browser gives no WebGL 2', '브라우저가 WebGL 2를 제공하지 않음') }
        : { name, available: true, detail: text(card.renderer, card.renderer) };
    }
    case 'webgpu':
      return webgpuState();
  }
}

async function webgpuState(): Promise<BackendStatus> {
  const name = 'webgpu';
  const gpu: unknown = typeof navigator === 'undefined' ? undefined : Reflect.get(navigator, 'gpu');
  if (typeof gpu !== 'object' || gpu === null || !('requestAdapter' in gpu) || typeof gpu.requestAdapter !== 'function')
    return { name, available: false, detail: text('the browser has no WebGPU', '브라우저가 WebGPU를 지원하지 않음') };
  try {
    const adapter: unknown = await gpu.requestAdapter();
    return adapter === null || adapter === undefined
      ? {
          name,
          available: false,
          detail: text('no graphics card answers to WebGPU', 'WebGPU에 응답하는 그래픽 카드가 없음'),
        }
      : { name, available: true, detail: text('WebGPU', 'WebGPU') };
  } catch (cause) {
    return { name, available: false, detail: text(String(cause), String(cause)) };
  }
}

/** tfjs names a backend active before it has started, so whoever comes meanwhile waits for the same start. */
function activate(name: BackendName): Promise<void> {
  if (starting?.name === name) return starting.ready;
  if (started === name && tf.getBackend() === name) return Promise.resolve();
  started = null;
  const start = load(name)
    .then(async () => {
      if (await tf.setBackend(name)) started = name;
      // It was there when it was chosen.
      else if (name === 'webgl' || name === 'webgpu') throw new ContextLost();
      else throw unavailable(name, text('it did not start', '시작되지 않음'));
    })
    .finally(() => {
      starting = null;
    });
  starting = { name, ready: start };
  return start;
}

function load(name: BackendName): Promise<void> {
  let promise = loading.get(name);
  if (promise === undefined) {
    promise = importBackend(name).catch((cause: unknown) => {
      loading.delete(name);
      const why = cause instanceof Error ? cause.message : String(cause);
      throw unavailable(name, text(why, why));
    });
    loading.set(name, promise);
  }
  return promise;
}

async function importBackend(name: BackendName): Promise<void> {
  switch (name) {
    case 'cpu':
      // Without it the CPU backend advertises tfjs-node on first use.
      tf.env().set('PROD', true);
      await import('@tensorflow/tfjs-backend-cpu');
      return;
    case 'wasm': {
      const [wasm, kernels] = await Promise.all([import('@tensorflow/tfjs-backend-wasm'), import('./kernels/wasm')]);
      // Threads start from factory.toString(), which hangs once minified, and gained nothing.
      tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
      if (platform.wasmPaths !== undefined) wasm.setWasmPaths(platform.wasmPaths);
      kernels.registerWasmKernels();
      return;
    }
    case 'webgl':
      await import('@tensorflow/tfjs-backend-webgl');
      return;
    case 'webgpu':
      await import('@tensorflow/tfjs-backend-webgpu');
      return;
  }
}

function unavailable(name: BackendName, why: Text): Failure {
  return new Failure({
    code: 'backend-unavailable',
    message: text(
      `${label(name)} cannot be used here: ${why.en}.`,
      korean`${label(name)}을(를) 사용할 수 없어요: ${why.ko}.`,
    ),
    hint: text('Choose “auto” or another backend for this run.', '이 실행의 백엔드를 ‘자동’이나 다른 것으로 바꾸세요.'),
  });
}

function label(name: BackendName): string {
  return { webgl: 'WebGL', wasm: 'WASM', cpu: 'CPU', webgpu: 'WebGPU' }[name];
}
