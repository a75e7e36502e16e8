/** One tab of some browser: as little as every browser can be asked for alike. Elements are found by XPath. */
export interface Tab {
  open(address: string): Promise<void>;
  /** Presses the first element found, as a mouse does; fails where there is none. */
  press(xpath: string): Promise<void>;
  /** The text of every element found. */
  read(xpath: string): Promise<readonly string[]>;
  /** Ends the browser. */
  close(): Promise<void>;
}
