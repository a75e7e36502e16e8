import type { Text } from '../../../lib/text';

/** Where tensors are computed. */
export type BackendName = 'webgl' | 'wasm' | 'cpu' | 'webgpu';

/** What a person asks for; `auto` follows the policy of `chooseBackend`. */
export type BackendChoice = 'auto' | BackendName;

/** Whether a backend can be had here. */
export interface BackendStatus {
  readonly name: BackendName;
  readonly available: boolean;
  /** Renderer string of the graphics hardware, or why it is not available. */
  readonly detail: Text;
}
