import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLinkedFiles, linksOn } from '#chat/linked-files.ts';
import { movableClock } from '#clock/clock.ts';
import { createPulse } from '#clock/pulse.ts';
import { rehearsalStart, startRehearsal } from '#rehearsal/rehearsal.ts';
import { createWebSurface, WORKSPACE } from '#web/surface.ts';
import type { Config } from './config.ts';
import { buildHouse, type House } from './house.ts';
import { type Mounting, openStore, serveOperator } from './mounting.ts';

/**
 * A rehearsal on the page, with its own store, people and clock. Nothing that it sends leaves the page.
 * @param options.from When its clock begins, if it has not been played before.
 * @param options.kept Keeps it in this folder. Undefined: in a temporary one, removed at the end.
 */
export async function openRehearsal(
  config: Config,
  mounting: Mounting,
  { from, kept }: { from: Temporal.Instant; kept: string | undefined },
) {
  const { features, app, linked, metrics, closing, log } = mounting;
  const dir = kept ?? (await mkdtemp(join(tmpdir(), 'klar-rehearsal-')));
  if (!kept) closing.push(() => rm(dir, { recursive: true, force: true }));
  const store = await openStore(mounting, { dir: join(dir, 'store'), secretKeyFile: join(dir, 'store.key') });

  const clock = movableClock(await rehearsalStart(store, from, config.timeZone));
  const files = createLinkedFiles({ features, world: () => house.world });
  linked.push(files);
  const web = await createWebSurface({
    store,
    now: clock.now,
    links: linksOn(files, () => ''),
    onRefused: (why) => log.warn({ why }, 'the page refused a request'),
  });
  const { language, timeZone } = config;
  const pulse = createPulse();
  const meter = metrics.of('rehearsal', {
    surfaces: ['web'],
    queueLength: () => house.outbox.waiting(),
    lastBeatMs: pulse.lastBeatMs,
  });
  const house: House = buildHouse({
    store,
    features,
    surfaces: new Map([['web', web.surface]]),
    clock,
    defaults: { language, timeZone },
    log,
    meter,
  });
  serveOperator(store, house, log);
  const beat = async () => {
    await pulse.during(house.beat);
    await house.outbox.settled();
  };
  const stage = await startRehearsal({
    store,
    surface: web.surface,
    workspace: WORKSPACE,
    clock,
    timeZone,
    beat,
    nextEvents: house.nextEvents,
  });
  app.use(web.router({ handle: house.handle, stage, commands: house.commands }));
  closing.push(() => house.outbox.settled());
  await beat();
  return { web, house };
}
