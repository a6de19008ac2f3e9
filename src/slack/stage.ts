import type { Card } from '#card/card.ts';
import type { Incoming } from '#chat/port.ts';
import type { Opening } from './to-view.ts';

/** One act, and what is needed to answer it. */
export interface Act {
  incoming: Incoming;
  stage: Stage;
}

export interface Stage {
  user: string;
  /** The language of Klar's own words around an answer, when the answer does not tell. */
  language: Card['language'];
  from: Opening;
  /** Slack's leave to open a window, good for three seconds and once (S5). */
  trigger?: string | undefined;
  /** The window that the answer belongs in. `made` says that Klar opened it to wait in: it holds nothing of the person's. */
  window?: ({ id: string } | { external: string }) & { made: boolean };
  /** The window as it was when a button in it was pressed. */
  shown?: object | undefined;
  /** What was typed, as Slack wrote it, so that it can be said again with a window or a file at hand. */
  line?: string | undefined;
  hasFiles?: boolean | undefined;
}
