import type { FileHost } from './dropped-files';

export interface CanvasProps extends FileHost {
  /** Brings the inspector up, with the keyboard in it. */
  readonly onInspect: (nodeId: string) => void;
  readonly onTemplate: () => void;
  readonly onAddData: () => void;
}
