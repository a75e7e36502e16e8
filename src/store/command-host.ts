/** What commands need of the page around them. */
export interface CommandHost {
  /** Lets the person choose a pipeline file; null where they choose none. */
  pickFile(): Promise<Blob | null>;
  /** Gives the person a text as a file. */
  download(fileName: string, content: string): void;
  readClipboard(): Promise<string>;
  writeClipboard(content: string): Promise<void>;
  /** Starts renaming a node where it stands. */
  rename(nodeId: string): void;
  /** Brings the whole pipeline into view, after a layout. */
  fitView(): void;
}

const browser: CommandHost = {
  pickFile: () =>
    new Promise((resolve) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = '.json,application/json';
      input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
      input.addEventListener('cancel', () => resolve(null));
      input.click();
    }),
  download: (fileName, content) => {
    const url = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = fileName;
    link.click();
    // The download starts after this task: keep the address until it has.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  },
  readClipboard: () => navigator.clipboard.readText(),
  writeClipboard: (content) => navigator.clipboard.writeText(content),
  rename: () => undefined,
  fitView: () => undefined,
};

let host = browser;

/** The host that commands use now. */
export const commandHost = (): CommandHost => host;

/** Puts the page's own ways in place of the plain ones. Returns what takes them away again. */
export function provideHost(own: Partial<CommandHost>): () => void {
  const before = host;
  host = { ...host, ...own };
  return () => {
    host = before;
  };
}
