/*
 * Whole files in a folder of the origin private file system: written aside and moved, so that whatever is killed, a
 * name holds all of its bytes or none.
 */

/** The file of that name, where there is one. */
export async function findFile(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<FileSystemFileHandle | undefined> {
  try {
    return await folder.getFileHandle(name);
  } catch (cause) {
    if (isNotFound(cause)) return undefined;
    throw cause;
  }
}

export async function readFile(handle: FileSystemFileHandle): Promise<Uint8Array> {
  return new Uint8Array(await (await handle.getFile()).arrayBuffer());
}

/** Writes a file that is not there yet. */
export async function writeNewFile(folder: FileSystemDirectoryHandle, name: string, bytes: Uint8Array): Promise<void> {
  // Another tab may be writing the same file.
  const part = `${name}.${crypto.randomUUID()}.part`;
  const handle = await folder.getFileHandle(part, { create: true });
  try {
    await fill(handle, bytes);
    await moveTo(handle, name, folder, bytes);
  } finally {
    await folder.removeEntry(part).catch(() => undefined);
  }
}

/** Replaces a file's bytes at one stroke: a stream writes into a swap file until it is closed. */
export async function replaceFile(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
  await fill(handle, bytes);
}

export function isNotFound(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'NotFoundError';
}

async function fill(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
  if ('createWritable' in handle) {
    const stream = await handle.createWritable();
    await stream.write(new Uint8Array(bytes));
    await stream.close();
    return;
  }
  await fillInPlace(handle, bytes);
}

/** Where streams are missing, a worker may still write through a synchronous handle. */
async function fillInPlace(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
  const access = await handle.createSyncAccessHandle();
  try {
    access.write(new Uint8Array(bytes));
    access.flush();
  } finally {
    access.close();
  }
}

async function moveTo(
  handle: FileSystemFileHandle,
  name: string,
  folder: FileSystemDirectoryHandle,
  bytes: Uint8Array,
): Promise<void> {
  if ('move' in handle && typeof handle.move === 'function') {
    await handle.move(name);
    return;
  }
  // Without move, the stream's own swap file keeps the final name whole.
  await fill(await folder.getFileHandle(name, { create: true }), bytes);
}
