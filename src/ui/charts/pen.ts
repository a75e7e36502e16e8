/**
 * What a chart draws with: the part of a 2D canvas that an SVG can repeat. Charts of many points draw on a
 * canvas, and once more with an SVG pen when a person copies them.
 */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'globalAlpha'
  | 'font'
  | 'textAlign'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'closePath'
  | 'rect'
  | 'arc'
  | 'stroke'
  | 'fill'
  | 'fillRect'
  | 'fillText'
  | 'setLineDash'
>;

const round = (value: number): number => Math.round(value * 100) / 100;
const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const anchors: Readonly<Record<CanvasTextAlign, string>> = {
  left: 'start',
  start: 'start',
  center: 'middle',
  right: 'end',
  end: 'end',
};

/** A pen that writes SVG. */
export class SvgPen implements Pen {
  fillStyle: Pen['fillStyle'] = '#000';
  strokeStyle: Pen['strokeStyle'] = '#000';
  lineWidth = 1;
  globalAlpha = 1;
  font = '11px sans-serif';
  textAlign: CanvasTextAlign = 'start';
  private path = '';
  private dash = '';
  private readonly parts: string[] = [];

  beginPath(): void {
    this.path = '';
  }
  moveTo(x: number, y: number): void {
    this.path += `M${round(x)} ${round(y)}`;
  }
  lineTo(x: number, y: number): void {
    this.path += `L${round(x)} ${round(y)}`;
  }
  closePath(): void {
    this.path += 'Z';
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.path += `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}Z`;
  }
  /** Whole circles alone: no chart draws less. */
  arc(x: number, y: number, radius: number): void {
    const r = round(radius);
    this.path += `M${round(x - radius)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }
  stroke(): void {
    const dash = this.dash === '' ? '' : ` stroke-dasharray="${this.dash}"`;
    this.add(`<path d="${this.path}" fill="none" stroke="${this.strokeStyle}" stroke-width="${this.lineWidth}"${dash}`);
  }
  fill(): void {
    this.add(`<path d="${this.path}" fill="${this.fillStyle}"`);
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    const size = `width="${round(width)}" height="${round(height)}"`;
    this.add(`<rect x="${round(x)}" y="${round(y)}" ${size} fill="${this.fillStyle}"`);
  }
  fillText(text: string, x: number, y: number): void {
    const style = `style="font:${escapeXml(this.font)}" text-anchor="${anchors[this.textAlign]}"`;
    this.add(`<text x="${round(x)}" y="${round(y)}" ${style} fill="${this.fillStyle}"`, `>${escapeXml(text)}</text>`);
  }
  setLineDash(segments: Iterable<number>): void {
    this.dash = [...segments].join(' ');
  }

  /** Everything drawn so far as an SVG document. */
  finish(width: number, height: number): string {
    const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${this.parts.join('')}</svg>`;
  }

  private add(start: string, end = '/>'): void {
    this.parts.push(`${start}${this.globalAlpha === 1 ? '' : ` opacity="${this.globalAlpha}"`}${end}`);
  }
}

/** About how wide a text of the page's font is, in CSS pixels: enough to decide whether a label has room. */
export function textWidth(text: string, size = 11): number {
  let width = 0;
  for (const letter of text) width += letter.charCodeAt(0) > 0x2e80 ? 0.92 : 0.57;
  return width * size;
}

/** The text cut so that it fits, with an ellipsis. */
export function fitText(text: string, room: number, size = 11): string {
  if (textWidth(text, size) <= room) return text;
  let kept = text;
  while (kept.length > 0 && textWidth(`${kept}…`, size) > room) kept = kept.slice(0, -1);
  return kept === '' ? '' : `${kept}…`;
}
