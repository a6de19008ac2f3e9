import type { Workspace } from './workspace.ts';

/** How long to wait before giving up, and what for, in the words of the error. */
export interface WaitOptions {
  what?: string;
  timeoutMs?: number;
}

/** Resolves with the first thing `look` finds; looks again after every change and never in between. */
export function until<T>(
  workspace: Workspace,
  look: () => T | null | undefined | false,
  { what = look.toString(), timeoutMs = 8000 }: WaitOptions,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const finish = (end: () => void) => {
      clearTimeout(timer);
      unlisten();
      end();
    };
    const check = () => {
      try {
        const found = look();
        if (found !== null && found !== undefined && found !== false) finish(() => resolve(found));
      } catch (error) {
        finish(() => reject(error));
      }
    };
    const unlisten = workspace.listen(check);
    const timer = setTimeout(
      () => finish(() => reject(new Error(`Waited ${timeoutMs} ms in vain for: ${what}`))),
      timeoutMs,
    );
    check();
  });
}

/** Resolves when nothing is under way and nothing has changed for `quietMs`. */
export function settled(workspace: Workspace, underWay: () => boolean, quietMs: number): Promise<void> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (underWay()) return wait();
        unlisten();
        resolve();
      }, quietMs);
    };
    const unlisten = workspace.listen(wait);
    wait();
  });
}
