import { limits } from './limits.ts';

interface Filling {
  /** When the first of those who are at it now began, and until when each is waited for; milliseconds of `performance.now`. */
  sinceMs: number;
  untilMs: Map<string, number>;
}

/**
 * Who is filling in a form on a card that others see too. Teams shows the form in place of the card, for that person alone
 * (PLATFORMS T15), and takes it away, with what was typed, when the card itself is changed for everyone (T17). So a card
 * is left as it is while somebody is at it: for some minutes, and never for long on end, since others wait for news.
 * Forgotten at a restart, which costs a form at worst.
 */
export class OpenForms {
  readonly #fillings = new Map<string, Filling>();

  opened(message: string, person: string): void {
    const nowMs = performance.now();
    this.#tidy(nowMs);
    const filling = this.#fillings.get(message) ?? { sinceMs: nowMs, untilMs: new Map() };
    filling.untilMs.set(person, nowMs + limits.formHeldMs);
    this.#fillings.set(message, filling);
  }

  /**
   * The person pressed something on the message: the form is answered, or put away.
   * @returns Whether they were at it: what Klar cannot use leaves the form open.
   */
  left(message: string, person: string): boolean {
    const filling = this.#fillings.get(message);
    const wasOpen = filling?.untilMs.delete(person) ?? false;
    if (filling?.untilMs.size === 0) this.#fillings.delete(message);
    return wasOpen;
  }

  /** How long the message should still be left as it is, milliseconds; 0 when nobody is at it. */
  heldForMs(message: string): number {
    const nowMs = performance.now();
    this.#tidy(nowMs);
    const filling = this.#fillings.get(message);
    if (!filling) return 0;
    const untilMs = Math.min(Math.max(...filling.untilMs.values()), filling.sinceMs + limits.longestHeldMs);
    return Math.max(0, untilMs - nowMs);
  }

  #tidy(nowMs: number): void {
    for (const [message, { untilMs }] of this.#fillings) {
      for (const [person, until] of untilMs) if (until <= nowMs) untilMs.delete(person);
      if (untilMs.size === 0) this.#fillings.delete(message);
    }
  }
}
