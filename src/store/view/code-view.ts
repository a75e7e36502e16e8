import { create } from 'zustand';

/** How code is shown beside nodes and wires: for as long as the page is open. */
interface CodeView {
  readonly open: boolean;
  readonly language: 'python' | 'sql';
  /** Of a node: it alone, or with all that it needs. */
  readonly whole: boolean;
}

export const useCodeView = create<CodeView>()(() => ({ open: false, language: 'python', whole: false }));
