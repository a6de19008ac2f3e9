import type { Router } from 'express';
import type { Command } from '#chat/feature.ts';
import type { Links } from '#chat/links.ts';
import type { Handle, Surface } from '#chat/port.ts';
import type { Store } from '#store/port.ts';
import { createActs } from './acts.ts';
import { openBoard } from './board.ts';
import { createRouter } from './router.ts';
import type { Stage } from './stage.ts';
import { createViews } from './views.ts';

/** All accounts and places of the page belong to this workspace. */
export const WORKSPACE = 'rehearsal';

export interface WebSurface {
  surface: Surface;
  /** The page at `/`, its files under `/page/` and its API under `/api/rehearsal/`; every other path is passed on. */
  router(house: { handle: Handle; stage: Stage; commands: Command[] }): Router;
  /** Ends the connections on which pages wait for news, so that the server can stop. */
  close(): void;
}

/**
 * The page as a surface. It has no platform behind it: what is sent is put up on the page's own board, which the store
 * keeps, and every page that is open is told.
 * @param onRefused Called with one word when a request is turned away (see `guard.ts`), for the log.
 */
export async function createWebSurface({
  store,
  now,
  links,
  onRefused = () => {},
}: {
  store: Store;
  now(): Temporal.Instant;
  /** Addresses on the page's own server, as paths: the page is reached by more than one name. */
  links: Links;
  onRefused?: (why: string) => void;
}): Promise<WebSurface> {
  const board = await openBoard(store.messages, now);
  const views = createViews();
  const closing = new AbortController();

  return {
    surface: {
      name: 'web',
      async send(place, card) {
        const { id } = await board.put({ place: place.id, text: card.summary, card });
        return { state: 'sent', ref: { message: id } };
      },
      async update(_place, ref, card) {
        const redrawn = await board.redraw(ref.message ?? '', card, card.summary);
        return redrawn ? { state: 'sent', ref } : { state: 'gone' };
      },
      async ownChat({ workspace, user }) {
        if (workspace !== WORKSPACE) return { state: 'refused', reason: 'unknown-workspace' };
        const { key, address } = ownChatOf(user);
        return { state: 'open', where: { surface: 'web', workspace, kind: 'personal', key, address } };
      },
    },
    router: ({ handle, stage, commands }) =>
      createRouter({
        store,
        stage,
        commands,
        board,
        views,
        links,
        handle,
        acts: createActs({ board, views, handle }),
        workspace: WORKSPACE,
        onRefused,
        closing: closing.signal,
      }),
    close: () => closing.abort(),
  };
}

/** Where somebody's own chat stands on the page, by their account's user. */
export const ownChatOf = (user: string): { key: string; address: Record<string, string> } => ({
  key: `own-${user}`,
  address: {},
});
