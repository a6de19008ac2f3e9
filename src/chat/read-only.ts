import type { Turn } from './feature.ts';

const changing = new Set<string | symbol>(['add', 'change', 'remove', 'drop', 'append', 'close']);

const refuse = () => Promise.reject(new Error('a press that the platform makes by itself must change nothing'));

/**
 * The turn of a press that the platform makes by itself: reading works, whatever would change or send something rejects.
 * So the rule that such a press is free of side effects (PLATFORMS T17) holds for every action, also for one that
 * forgot it.
 */
export function changingNothing(turn: Turn): Turn {
  return {
    ...turn,
    store: guarded(turn.store, (room) =>
      typeof room === 'object' && room !== null ? guarded(room, (value) => value) : room,
    ),
    outbox: { ...turn.outbox, post: refuse, tell: refuse, refresh: () => {}, close: refuse },
    audit: refuse,
  };
}

function guarded<T extends object>(target: T, within: (value: unknown) => unknown): T {
  return new Proxy(target, {
    get(from, name) {
      if (changing.has(name)) return refuse;
      const value: unknown = Reflect.get(from, name, from);
      return typeof value === 'function' ? value.bind(from) : within(value);
    },
  });
}
