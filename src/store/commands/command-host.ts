import type { Problem } from '../../graph/problem';

/** How opening a pipeline file ended, with everything there is to mend. */
export interface OpenedFile {
  readonly name: string;
  /** Where it could not be opened, the present pipeline stays. */
  readonly ok: boolean;
  readonly problems: readonly Problem[];
}

/** What commands need of the page around them. */
export interface CommandHost {
  /** Lets the person choose a pipeline file; null where they choose none. */
  pickFile(): Promise<File | null>;
  /** Lets the person choose a file of rows, or a pipeline; null where they choose none. */
  pickData(): Promise<File | null>;
  /** Takes files that were chosen, or let go on the page: a pipeline is opened, a table is kept and asked about. */
  takeFiles(files: readonly File[]): void;
  /** Asks whether edits that are in no file may be replaced. */
  mayReplace(): Promise<boolean>;
  /** Asks whether a whole pipeline that is being pasted is to be opened, or joined to this one; null for neither. */
  openPasted(name: string): Promise<'open' | 'add' | null>;
  /** Says what is to be mended in a file that was opened, or that could not be. */
  tellOpened(file: OpenedFile): void;
  /** Gives the person a JSON text as a file. */
  download(fileName: string, content: string): void;
  /** Shows what lies on this browser's disk and how to free it, how the pipeline is written in Python or becomes a loop, or what was said. */
  showDialog(dialog: 'disk' | 'python' | 'notices' | 'loop'): void;
  readClipboard(): Promise<string>;
  writeClipboard(content: string): Promise<void>;
  /** Opens a pipeline of those that come with Millrace, by its file. */
  openTemplate(file: string): Promise<void>;
  /** Starts renaming a node where it stands. */
  rename(nodeId: string): void;
  /** Brings the pipeline into view, after a layout. */
  showPipeline(): void;
  /** How much of the page the canvas has; null where there is none. */
  canvasSize(): { readonly width: number; readonly height: number } | null;
}

/** What commands find until the page provides its own ways. */
const bare: CommandHost = {
  pickFile: async () => null,
  pickData: async () => null,
  takeFiles: () => undefined,
  mayReplace: async () => true,
  openPasted: async () => 'add',
  tellOpened: () => undefined,
  download: () => undefined,
  showDialog: () => undefined,
  openTemplate: async () => undefined,
  readClipboard: () => navigator.clipboard.readText(),
  writeClipboard: (content) => navigator.clipboard.writeText(content),
  rename: () => undefined,
  showPipeline: () => undefined,
  canvasSize: () => null,
};

let host = bare;

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
