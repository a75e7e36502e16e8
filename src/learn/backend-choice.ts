/** Where tensors are computed. */
export type BackendName = 'webgl' | 'wasm' | 'cpu' | 'webgpu';

/** What a person asks for; `auto` follows the policy of `chooseBackend`. */
export type BackendChoice = 'auto' | BackendName;
