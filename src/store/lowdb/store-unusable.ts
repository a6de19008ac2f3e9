/** Thrown when the data folder or the key's file cannot be used: the message says which, and what to do. */
export class StoreUnusable extends Error {
  override name = 'StoreUnusable';
}

/** System errors that the operator can mend: rights, a full or read-only disk, a path that leads elsewhere. */
const theOperators = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ELOOP']);

/** The error as the operator should read it; any other as it is. */
export function asUnusable(error: unknown, dir: string): unknown {
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === undefined || !theOperators.has(code)) return error;
  return new StoreUnusable(
    `Klar cannot use ${path ?? dir} (${code}). The data folder ${dir} (KLAR_DATA) and the file of the secret key ` +
      '(KLAR_SECRET_KEY) must be writable for whoever runs Klar, on a disk with room.',
    { cause: error },
  );
}
