import type { Point } from '../../graph/geometry';

export interface CanvasProps {
  /** Takes files that were let go on a place of the canvas. */
  readonly onFiles: (files: readonly File[], place: Point) => void;
  /** Brings the inspector up, with the keyboard in it. */
  readonly onInspect: (nodeId: string) => void;
  readonly onTemplate: () => void;
  readonly onAddData: () => void;
}
