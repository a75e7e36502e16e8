import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { KeyboardEvent, ReactNode } from 'react';
import { cx } from './cx';

/**
 * Escape closes the dialog that has the keyboard, whatever stands above it: to radix,
 * a message that arrived meanwhile is the topmost layer and would take the key.
 */
const closeOnEscape =
  (onClose: () => void) =>
  (event: KeyboardEvent): void => {
    const within = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.key === 'Escape' && within) onClose();
  };

/** Radix closes the layer that it last knew on top, which for a moment is the dialog below: where a dialog has the keyboard, it decides alone. */
const leaveEscape = (event: Event): void => {
  if (event.target instanceof Element && event.target.closest('[role="dialog"]') !== null) event.preventDefault();
};

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly closeLabel: string;
  readonly children?: ReactNode;
  readonly footer?: ReactNode;
  readonly width?: 'narrow' | 'medium' | 'wide';
  readonly hideTitle?: boolean;
}

const widths = { narrow: 'max-w-md', medium: 'max-w-xl', wide: 'max-w-3xl' };

/**
 * A dialog on a backdrop of our own: radix's Overlay locks scrolling by an inline
 * <style>, which the Content-Security-Policy forbids, and this page never scrolls.
 */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, description, closeLabel, children, footer, width = 'medium', hideTitle } = props;
  return (
    <Primitive.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Primitive.Portal>
        <div className="fixed inset-0 z-40 animate-fade-in bg-[oklch(0.2_0.02_258/0.45)]" />
        <div className="pointer-events-none fixed inset-0 z-40 flex items-end justify-center p-0 sm:items-start sm:p-4 sm:pt-[10vh]">
          <Primitive.Content
            onKeyDown={closeOnEscape(onClose)}
            onEscapeKeyDown={leaveEscape}
            {...(description === undefined ? { 'aria-describedby': undefined } : {})}
            className={cx(
              'pointer-events-auto relative flex max-h-[85vh] w-full animate-rise-in flex-col rounded-md border border-line bg-raised shadow-float outline-none',
              widths[width],
            )}
          >
            <div className={cx('flex items-start gap-3 px-5 pt-4 pr-12 pb-2', hideTitle === true && 'sr-only')}>
              <div className="min-w-0 flex-1">
                <Primitive.Title className="text-lg font-semibold">{title}</Primitive.Title>
                {description !== undefined && (
                  <Primitive.Description className="mt-1 text-quiet">{description}</Primitive.Description>
                )}
              </div>
            </div>
            <div className={cx('min-h-0 flex-1 overflow-y-auto', hideTitle !== true && 'px-5 pb-4')}>{children}</div>
            {footer && <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{footer}</div>}
            {hideTitle !== true && (
              <Primitive.Close
                aria-label={closeLabel}
                className="hit absolute top-2.5 right-2.5 grid size-8 place-items-center rounded-md text-quiet hover:bg-hover hover:text-ink"
              >
                <X size={16} />
              </Primitive.Close>
            )}
          </Primitive.Content>
        </div>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

interface SheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly closeLabel: string;
  readonly children: ReactNode;
}

/** A sheet from below, for small screens. */
export function Sheet({ open, onClose, title, closeLabel, children }: SheetProps) {
  return (
    <Primitive.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Primitive.Portal>
        <div className="mr-shade fixed inset-0 z-30 animate-fade-in bg-[oklch(0.2_0.02_258/0.35)]" />
        <Primitive.Content
          aria-describedby={undefined}
          onKeyDown={closeOnEscape(onClose)}
          className="fixed inset-x-0 bottom-0 z-30 flex h-[76dvh] animate-sheet-in flex-col rounded-t-md border-t border-line bg-surface shadow-float outline-none"
        >
          <div className="flex items-center justify-between border-b border-line py-1 pr-1 pl-4">
            <Primitive.Title className="font-semibold">{title}</Primitive.Title>
            <Primitive.Close aria-label={closeLabel} className="grid size-11 place-items-center text-quiet">
              <X size={18} />
            </Primitive.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
