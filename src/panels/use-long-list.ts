import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type UIEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { rowStep } from './row-step';

interface Size {
  readonly height: number;
  readonly width: number;
}

/**
 * The rows in sight of a list that may hold thousands and grows at its end. Each row has a button with its place in
 * `data-row`: arrows, Page and Home/End move from one to the next.
 */
export function useLongList(count: number, head: number, tallOf: (size: Size) => number) {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ height: 300, width: 900 });
  const [active, setActive] = useState<number | null>(null);
  const focusNext = useRef(false);
  const tall = tallOf(size);
  const current = Math.min(active ?? count - 1, count - 1);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => tall,
    overscan: 8,
    paddingStart: head,
    // The head stays above the rows.
    scrollPaddingStart: head,
    useFlushSync: false,
  });
  const seen = rows.getVirtualItems();
  const [from, to] = [seen[0]?.index ?? 0, (seen.at(-1)?.index ?? -1) + 1];
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row's height is not asked for again by itself
  useLayoutEffect(() => rows.measure(), [rows, tall]);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setSize({ height: element.clientHeight, width: element.clientWidth }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const sticks = useRef(true);
  // At the end, new rows push the old ones up; elsewhere nothing moves.
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows were added, or became taller
  useLayoutEffect(() => {
    if (sticks.current && !focusNext.current) rows.scrollToIndex(count - 1, { align: 'end' });
  }, [rows, count, tall]);
  const onScroll = ({ currentTarget: { scrollTop, clientHeight, scrollHeight } }: UIEvent<HTMLElement>) => {
    sticks.current = scrollTop + clientHeight >= scrollHeight - 4;
  };
  const onKeyDown = (key: KeyboardEvent) => {
    const next = rowStep(key.key, current, count, Math.max(1, Math.floor(size.height / tall) - 1));
    if (next === null) return;
    key.preventDefault();
    key.stopPropagation();
    rows.scrollToIndex(next);
    focusNext.current = true;
    setActive(next);
  };
  useLayoutEffect(() => {
    if (!focusNext.current) return;
    const button = box.current?.querySelector<HTMLElement>(`[data-row="${current}"]`);
    if (!button) return;
    button.focus({ preventScroll: true });
    focusNext.current = false;
  });
  return { box, size, current, from, to, onScroll, onKeyDown, setActive };
}
