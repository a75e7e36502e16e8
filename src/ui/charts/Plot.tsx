import { type ComponentProps, type ReactNode, useCallback, useRef } from 'react';
import { Canvas, type Changes } from './Canvas';
import { type Pen, SvgPen } from './pen';
import { usePicture } from './picture';
import { type Palette, usePalette } from './use-palette';

export type DrawPlot = (pen: Pen, palette: Palette, width: number, height: number) => void;

interface PlotProps extends Omit<ComponentProps<'div'>, 'onDrag'> {
  /** What it shows, for those who hear the page; the frame has its table. */
  readonly label: string;
  readonly height: number;
  /** Another function is another drawing. */
  readonly draw: DrawPlot;
  readonly children?: ReactNode;
}

const still: Changes = () => () => undefined;

/** A drawing as wide as its place, in the theme's colours, which its frame can copy as SVG. */
export function Plot({ label, height, draw, children, ...rest }: PlotProps) {
  const palette = usePalette();
  const width = useRef(0);
  const drawNow = useCallback(
    (pen: Pen, wide: number, tall: number) => {
      width.current = wide;
      draw(pen, palette, wide, tall);
    },
    [draw, palette],
  );
  usePicture(() => {
    const pen = new SvgPen();
    draw(pen, palette, width.current, height);
    return { svg: pen.finish(width.current, height), width: width.current, height };
  });
  return (
    <div role="img" aria-label={label} {...rest}>
      <Canvas height={height} draw={drawNow} changes={still}>
        {children}
      </Canvas>
    </div>
  );
}

/** Where a pointer stands in what it moves over. */
export interface PlotPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export function placeOf(event: {
  readonly currentTarget: Element;
  readonly clientX: number;
  readonly clientY: number;
}): PlotPlace {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top, width: box.width };
}
