interface Closing {
  /** The browser closed it. */
  readonly terminated: () => void;
  /** Another tab wants a newer version of it. */
  readonly blocking: () => void;
}

/** Does something with a database. */
type Within<Database> = <Value>(work: (database: Database) => Promise<Value>) => Promise<Value>;

/**
 * A database that is opened with the first question. It may close beneath the page (the browser clears the site, or
 * another tab wants a newer version of it): then it is opened again, once for each question.
 */
export function reopening<Database extends { close(): void }>(
  open: (closing: Closing) => Promise<Database>,
): Within<Database> {
  let opened: Promise<Database> | undefined;
  const forget = (): void => {
    opened = undefined;
  };
  const database = (): Promise<Database> => {
    if (opened === undefined) {
      const mine = open({
        terminated: forget,
        blocking: () => {
          forget();
          void mine.then((one) => one.close());
        },
      });
      opened = mine;
      mine.catch(forget);
    }
    return opened;
  };
  return async (work) => {
    const here = await database();
    try {
      return await work(here);
    } catch (cause) {
      if (!isClosed(cause)) throw cause;
      forget();
      return work(await database());
    }
  };
}

/** What a transaction on a closed connection is refused with. */
const isClosed = (cause: unknown): boolean => cause instanceof DOMException && cause.name === 'InvalidStateError';
