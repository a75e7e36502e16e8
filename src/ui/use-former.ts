import { type KeyboardEvent, useRef } from 'react';

/** Lets Escape take back what was typed into a field since the keyboard came to it. */
export function useFormer(value: string, onChange: (value: string) => void) {
  const former = useRef(value);
  return {
    onFocus: (): void => {
      former.current = value;
    },
    /** Whether the key was Escape and there was something to take back; then whatever stands around the field stays open. */
    takeBack: (event: KeyboardEvent): boolean => {
      if (event.key !== 'Escape' || event.nativeEvent.isComposing || value === former.current) return false;
      event.stopPropagation();
      onChange(former.current);
      return true;
    },
  };
}
