/** What draws behind WebGL here. */
export interface Graphics {
  readonly renderer: string;
  /** False where the renderer is a program (SwiftShader, llvmpipe) rather than hardware. */
  readonly hardware: boolean;
}

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Whether a renderer string names graphics hardware. */
export function isHardware(renderer: string): boolean {
  return !SOFTWARE.test(renderer);
}

let known: Graphics | null | undefined;

/** Looks at WebGL 2 without loading tfjs; null where there is none (Node, a blocked driver). */
export function graphics(): Graphics | null {
  if (known === undefined) known = probe();
  return known;
}

function probe(): Graphics | null {
  if (typeof OffscreenCanvas === 'undefined') return null;
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (gl === null) return null;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(info === null ? gl.RENDERER : info.UNMASKED_RENDERER_WEBGL);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  const renderer = typeof name === 'string' ? name : 'WebGL 2';
  return { renderer, hardware: isHardware(renderer) };
}
