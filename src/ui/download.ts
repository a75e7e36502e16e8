/** Hands a file to the person's downloads. */
export function download(fileName: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download starts after this task: keep the address until it has.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
