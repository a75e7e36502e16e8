import { useEffect, useRef } from 'react';

interface PixelImageProps {
  /** 0 … 255, row-major, 1 or 3 channels. */
  readonly pixels: Uint8Array;
  readonly shape: readonly [height: number, width: number, channels: number];
  readonly size: number;
  readonly label: string;
}

export function PixelImage({ pixels, shape, size, label }: PixelImageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [height, width, channels] = shape;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(width, height);
    for (let i = 0; i < width * height; i++) {
      for (let c = 0; c < 3; c++) image.data[i * 4 + c] = pixels[i * channels + (channels === 1 ? 0 : c)] ?? 0;
      image.data[i * 4 + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  }, [pixels, width, height, channels]);
  return (
    <canvas
      ref={canvas}
      width={width}
      height={height}
      role="img"
      aria-label={label}
      className="rounded-[2px] [image-rendering:pixelated]"
      style={{ width: (size * width) / Math.max(width, height), height: (size * height) / Math.max(width, height) }}
    />
  );
}
