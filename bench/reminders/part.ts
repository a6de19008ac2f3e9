import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What a part answers to, by the question's name. What goes to and fro is JSON. */
export type Answers = Record<string, (given: never) => unknown>;

/** A part of a bench in a process of its own, so that what it costs is counted apart, and so that it can be killed. */
export interface Part {
  /** Asks it something. Rejects when it fails at that, or ends before it has answered. */
  ask<T>(what: string, given?: unknown): Promise<T>;
  /** `kill -9`: resolves when it is gone. */
  kill(): Promise<void>;
}

type Question = { id: number; what: string; given: unknown };
type Reply = { id: number; value?: unknown; problem?: string };

/**
 * Starts `bench/reminders/FILE` with options and waits until it takes questions.
 * @param file Calls `answer` with what it was started with (`startedWith`).
 */
export async function startPart(file: string, options: object): Promise<Part> {
  const child = fork(join(import.meta.dirname, file), [JSON.stringify(options)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const ready = Promise.withResolvers<void>();
  const gone = once(child, 'exit').then(([code, signal]) => {
    const error = new Error(`${file} ended (${signal ?? code})`);
    ready.reject(error);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  child.on('message', (message: Reply | 'ready') => {
    if (message === 'ready') return ready.resolve();
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.problem === undefined) asked?.resolve(message.value);
    else asked?.reject(new Error(`${file}: ${message.problem}`));
  });
  await ready.promise;
  return {
    ask: asking(child, waiting),
    kill() {
      child.kill('SIGKILL');
      return gone;
    },
  };
}

function asking(
  child: ChildProcess,
  waiting: Map<number, { resolve(value: unknown): void; reject(error: Error): void }>,
): Part['ask'] {
  let last = 0;
  return <T>(what: string, given?: unknown) => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    last += 1;
    waiting.set(last, { resolve, reject });
    child.send({ id: last, what, given } satisfies Question, (error) => error && reject(error));
    return promise as Promise<T>;
  };
}

/** In the part's own process: what it was started with. */
export const startedWith = <T>(): T => JSON.parse(process.argv[2] ?? '{}') as T;

/** In the part's own process: from now on answers questions. It ends with the process that started it. */
export function answer(answers: Answers): void {
  process.on('disconnect', () => process.exit(0));
  process.on('message', async ({ id, what, given }: Question) => {
    try {
      const value = await answers[what]?.(given as never);
      process.send?.({ id, value } satisfies Reply);
    } catch (error) {
      process.send?.({ id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.send?.('ready');
}
