import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feature } from '#chat/feature.ts';
import { createLinkedFiles, linksOn } from '#chat/linked-files.ts';
import { movableClock } from '#clock/clock.ts';
import { rehearsalStart, startRehearsal } from '#rehearsal/rehearsal.ts';
import { openLowdbStore } from '#store/lowdb/open.ts';
import { createWebSurface, WORKSPACE } from '#web/surface.ts';
import { buildHouse, type House } from '../../src/house.ts';
import { createLinkRoute } from '../../src/http/link-route.ts';
import { createHttpServer } from '../../src/http/server.ts';

/** A Wednesday in November; the rehearsal begins at eight that morning. */
export const firstDay = Temporal.Instant.from('2026-11-25T12:00:00Z');
const timeZone = 'Europe/Oslo';

const silent = { info: () => {}, warn: () => {}, error: (about: object) => console.error(about) };

/** A rehearsal over real HTTP with the given features, on a store in a temporary folder. */
export async function startRig(features: Feature[], { dir }: { dir?: string } = {}) {
  const folder = dir ?? (await mkdtemp(join(tmpdir(), 'klar-web-')));
  const store = await openLowdbStore({ dir: join(folder, 'data'), secretKeyFile: join(folder, 'key') });
  const clock = movableClock(await rehearsalStart(store, firstDay, timeZone));
  const refused: string[] = [];
  const files = createLinkedFiles({ features, world: () => house.world });
  const web = await createWebSurface({
    store,
    now: clock.now,
    links: linksOn(files, () => ''),
    onRefused: (why) => refused.push(why),
  });
  const house: House = buildHouse({
    store,
    features,
    surfaces: new Map([['web', web.surface]]),
    clock,
    defaults: { language: 'nb', timeZone },
    log: silent,
  });
  const beat = async () => {
    await house.beat();
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
  await beat();
  const http = createHttpServer(silent);
  http.app.use(createLinkRoute([files]));
  http.app.use(web.router({ handle: house.handle, stage, commands: house.commands }));
  const url = await http.listen(0, '127.0.0.1');

  async function ask<T = Record<string, unknown>>(
    path: string,
    init: RequestInit = {},
  ): Promise<{ status: number; body: T }> {
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    return { status: response.status, body: (text.startsWith('{') ? JSON.parse(text) : text) as T };
  }
  const post = <T = Record<string, unknown>>(path: string, body: object, headers: Record<string, string> = {}) =>
    ask<T>(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  let acts = 0;

  return {
    url,
    store,
    clock,
    house,
    refused,
    folder,
    ask,
    post,
    act(): string {
      acts += 1;
      return `test-act-${String(acts).padStart(4, '0')}`;
    },
    async messages(as: string, place: string): Promise<SeenMessage[]> {
      await house.outbox.settled();
      const { body } = await ask<{ messages: SeenMessage[] }>(
        `/api/rehearsal/messages?${new URLSearchParams({ as, place })}`,
      );
      return body.messages;
    },
    async stop({ keep = false } = {}) {
      web.close();
      await house.outbox.settled();
      await http.close();
      await store.close();
      if (!keep) await rm(folder, { recursive: true, force: true });
    },
  };
}

export type Rig = Awaited<ReturnType<typeof startRig>>;

/** A message as the API gives it. */
export interface SeenMessage {
  id: string;
  text: string;
  by?: { id: string; name: string };
  own: boolean;
  onlyYou: boolean;
  card?: { body: { type: string; text?: string }[]; actions?: { verb: string; data?: Record<string, string> }[] };
  purpose?: string;
  mentions?: string[];
  namesYou?: boolean;
}
