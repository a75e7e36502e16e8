/** A pipeline's name as the name of a file that every system takes, without an ending. */
export function fileNameOf(name: string): string {
  const safe = [...name.normalize('NFC')]
    .map((char) => (/[\\/:*?"<>|]/.test(char) || char < ' ' ? '-' : char))
    .join('')
    .trim()
    .replace(/^\.+/, '')
    .slice(0, 80);
  return safe === '' ? 'pipeline' : safe;
}
