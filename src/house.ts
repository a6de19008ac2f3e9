import { randomUUID } from 'node:crypto';
import { chatFeature } from '#chat/actions/chat-feature.ts';
import type { Command, Feature, World } from '#chat/feature.ts';
import type { Log } from '#chat/log.ts';
import type { Defaults } from '#chat/meet.ts';
import type { Handle, Outbox, Surface } from '#chat/port.ts';
import { beat, createHandle } from '#chat/route.ts';
import type { Clock } from '#clock/clock.ts';
import { createOutbox } from '#delivery/outbox.ts';
import type { SurfaceName } from '#people/person.ts';
import type { Store } from '#store/port.ts';

/** One running Klar on one store: the real one, and beside it a rehearsal with everything of its own. */
export interface House {
  store: Store;
  outbox: Outbox;
  handle: Handle;
  world: World;
  /** Everything that can be typed, for a box that suggests it. */
  commands: Command[];
  /** Brings up to date what a crash may have left behind. Once, after the surfaces are open. */
  catchUp(): Promise<void>;
  /** The next instants (ISO) at which some feature has something to do, for a clock that is moved by hand. */
  nextEvents(): Promise<string[]>;
  /** What one heartbeat does: reminders that are due, polls that close, drafts that are cleared away. */
  beat(): Promise<void>;
}

/**
 * Puts features, store, clock and surfaces together.
 * @param parts.surfaces Filled by whoever starts the surfaces, before or after.
 * @param parts.unreachable Surfaces whose readers can reach no address of Klar's.
 * @param parts.speed Divides the waiting times of delivery; 1 is real time.
 */
export function buildHouse(parts: {
  store: Store;
  features: Feature[];
  surfaces: Map<SurfaceName, Surface>;
  clock: Clock;
  defaults: Defaults;
  log: Log;
  speed?: number;
  unreachable?: ReadonlySet<SurfaceName>;
}): House {
  const { store, features, log } = parts;
  const unreachable = parts.unreachable ? { unreachable: parts.unreachable } : {};
  const now = () => parts.clock.now();
  const newId = () => randomUUID();
  const outbox = createOutbox({
    store,
    surfaces: parts.surfaces,
    features,
    now,
    newId,
    log,
    ...(parts.speed ? { speed: parts.speed } : {}),
  });
  const world: World = { store, outbox, now, newId, log, ...unreachable };
  const all = [chatFeature(features), ...features];
  return {
    store,
    outbox,
    world,
    handle: createHandle({ store, outbox, now, features, defaults: parts.defaults, log, ...unreachable }),
    commands: all.flatMap((f) => f.commands),
    async catchUp() {
      for (const feature of features)
        for (const subject of (await feature.live?.(world)) ?? []) outbox.refresh(subject);
    },
    async nextEvents() {
      const found = await Promise.all(all.map((feature) => feature.nextAt?.(world)));
      return found.filter((at) => at !== undefined);
    },
    beat: () => beat(all, world),
  };
}
