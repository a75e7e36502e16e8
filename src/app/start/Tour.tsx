import './words';
import './tour.css';
import { X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { useDialogs } from '../dialogs';
import { show } from './start-store';
import { placeOf, TOUR } from './tour-steps';
import { useHeldFocus } from './use-held-focus';

const leave = (): void => show(null);
const middle = (): DOMRect => new DOMRect(innerWidth / 2, innerHeight / 2, 0, 0);

/** A way through the page, a few words at each thing. It can be left at any step, and everything can be used meanwhile. */
export function Tour(): ReactNode {
  const { t } = useT();
  const [at, setAt] = useState(0);
  const titleId = useId();
  const saysId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const ring = useRef<HTMLDivElement>(null);
  const step = TOUR[at];
  useEffect(() => useDialogs.subscribe(({ open }) => open !== null && leave()), []);
  useHeldFocus(title, at);
  useEffect(() => {
    if (step === undefined) return;
    let frame = 0;
    // The canvas moves beneath it, and nothing tells of all that does.
    const follow = (): void => {
      const place = placeOf(step);
      if (ring.current !== null) {
        ring.current.hidden = place === null;
        const { left, top, width, height } = place ?? middle();
        Object.assign(ring.current.style, {
          transform: `translate(${left - 4}px, ${top - 4}px)`,
          width: `${width + 8}px`,
          height: `${height + 8}px`,
        });
      }
      frame = requestAnimationFrame(follow);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [step]);
  if (step === undefined) return null;
  const last = at === TOUR.length - 1;
  const turn = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowRight' && !last) setAt(at + 1);
    if (event.key === 'ArrowLeft' && at > 0) setAt(at - 1);
  };
  return (
    <Popover.Root open>
      <Popover.Anchor virtualRef={{ current: { getBoundingClientRect: () => placeOf(step) ?? middle() } }} />
      <Popover.Portal>
        <div ref={ring} className="mr-tour-ring" aria-hidden="true" />
      </Popover.Portal>
      <Popover.Portal>
        <Popover.Content
          key={at}
          className="mr-tour"
          aria-modal={false}
          aria-labelledby={titleId}
          aria-describedby={saysId}
          sideOffset={12}
          collisionPadding={8}
          updatePositionStrategy="always"
          onKeyDown={turn}
          onEscapeKeyDown={leave}
          onInteractOutside={(event) => event.preventDefault()}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <h2 ref={title} id={titleId} tabIndex={-1}>
            {t(step.title)}
          </h2>
          <p id={saysId}>{t(step.says)}</p>
          <div className="mr-tour-foot">
            <span className="mr-quiet">{t('start.tourPlace', { n: at + 1, all: TOUR.length })}</span>
            {at > 0 && (
              <Button small onClick={() => setAt(at - 1)}>
                {t('start.back')}
              </Button>
            )}
            <Button small look="primary" onClick={() => (last ? leave() : setAt(at + 1))}>
              {t(last ? 'start.done' : 'start.next')}
            </Button>
          </div>
          <div className="mr-tour-leave">
            <IconButton small label={t('start.leave')} icon={<X size={14} />} onClick={leave} />
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
