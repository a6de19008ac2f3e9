import { randomUUID } from 'node:crypto';
import { chatFeature } from '#chat/actions/chat-feature.ts';
import type { Command, Feature, World } from '#chat/feature.ts';
import type { Log } from '#chat/log.ts';
import type { Defaults } from '#chat/meet.ts';
import type { Meter } from '#chat/meter.ts';
import type { Handle, Outbox, Surface } from '#chat/port.ts';
import { beat, createHandle } from '#chat/route.ts';
import type { Clock } from '#clock/clock.ts';
import { type BeatRecord, type ClockWatch, watchClock } from '#clock/watch.ts';
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
  /**
   * What one heartbeat does: reminders that are due, polls that close, drafts that are cleared away. By the computer's
   * clock it is also written down, once a minute, that there was one, and the clock is watched for jumps.
   */
  beat(): Promise<void>;
  /** False when it could not be written down: the disk takes nothing. */
  beatIsKept(): boolean;
}

/**
 * Puts features, store, clock and surfaces together.
 * @param parts.surfaces Filled by whoever starts the surfaces, before or after.
 * @param parts.unreachable Surfaces whose readers can reach no address of Klar's.
 * @param parts.meter Counts what is decided and sent. Left out: nobody watches.
 * @param parts.speed Divides the waiting times of delivery; 1 is real time.
 */
export function buildHouse(parts: {
  store: Store;
  features: Feature[];
  surfaces: Map<SurfaceName, Surface>;
  clock: Clock;
  defaults: Defaults;
  log: Log;
  meter?: Meter;
  speed?: number;
  unreachable?: ReadonlySet<SurfaceName>;
}): House {
  const { store, features, log } = parts;
  const unreachable = parts.unreachable ? { unreachable: parts.unreachable } : {};
  const meter = parts.meter ? { meter: parts.meter } : {};
  const now = () => parts.clock.now();
  const newId = () => randomUUID();
  const outbox = createOutbox({
    store,
    surfaces: parts.surfaces,
    features,
    now,
    newId,
    log,
    ...meter,
    ...(parts.speed ? { speed: parts.speed } : {}),
  });
  const { uptimeMs } = parts.clock;
  const clock = uptimeMs && watchClock({ now, uptimeMs }, beatRecord(store));
  const world: World = { store, outbox, now, newId, log, ...unreachable, ...meter, ...(clock ? { clock } : {}) };
  let isKept = true;
  let told: string | undefined;
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
    async beat() {
      // A store that cannot be read now is told by whatever else needs it.
      await clock?.look().catch((error: unknown) => log.error({ err: error }, 'the clock could not be watched'));
      const jumpedAt = clock?.jumpedAt()?.toString();
      if (jumpedAt !== told) {
        if (jumpedAt) log.warn({ at: jumpedAt }, 'the clock has jumped: nothing is reminded of until an owner says so');
        else log.info({}, 'the clock is believed again');
      }
      told = jumpedAt;
      await beat(all, world);
      isKept = clock ? await isNoted(clock, log) : true;
    },
    beatIsKept: () => isKept,
  };
}

const isNoted = (clock: ClockWatch, log: Log): Promise<boolean> =>
  clock.note().then(
    () => true,
    (error: unknown) => {
      log.error({ err: error }, 'the heartbeat could not be written down');
      return false;
    },
  );

/** Beside what happens once, the ledger keeps when the last heartbeat was, for the next start. */
function beatRecord({ ledger }: Store): BeatRecord {
  const group = 'heartbeat';
  const keys = { beatMs: 'beat', doubtedMs: 'clock-doubted', keptMs: 'clock-kept' } as const;
  return {
    async read() {
      const ms = async (key: string) => {
        const entry = await ledger.get(group, key);
        return entry && Temporal.Instant.from(entry.at).epochMilliseconds;
      };
      const [beatMs, doubtedMs, keptMs] = await Promise.all([ms(keys.beatMs), ms(keys.doubtedMs), ms(keys.keptMs)]);
      return {
        ...(beatMs === undefined ? {} : { beatMs }),
        ...(doubtedMs === undefined ? {} : { doubtedMs }),
        ...(keptMs === undefined ? {} : { keptMs }),
      };
    },
    async write(recorded) {
      const put = async (field: keyof typeof keys) => {
        const ms = recorded[field];
        const at = ms === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(ms).toString();
        await ledger.change(group, keys[field], (known) => {
          if (at === undefined) return { ...(known ? { next: null } : {}), outcome: undefined };
          return { ...(known?.at === at ? {} : { next: { state: 'sent', at } }), outcome: undefined };
        });
      };
      await Promise.all([put('beatMs'), put('doubtedMs'), put('keptMs')]);
    },
  };
}
