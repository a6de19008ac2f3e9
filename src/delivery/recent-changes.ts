/**
 * A card is drawn some time before it is posted, milliseconds: what changed within that time may be missing on it. More
 * than enough, since looking once too often costs one drawing.
 */
const drawnBeforeMs = 5 * 60_000;

/** Remembers for a while which subjects have changed, so that a card that comes out later is known to be old. */
export class RecentChanges {
  readonly #atMs = new Map<string, number>();

  note(about: string, nowMs: number): void {
    this.#atMs.delete(about);
    this.#atMs.set(about, nowMs);
    for (const [known, atMs] of this.#atMs) {
      if (atMs >= nowMs - 2 * drawnBeforeMs) break;
      this.#atMs.delete(known);
    }
  }

  /**
   * Whether the subject, or what it is a part of (`subject/part`), may have changed since a card that was posted at this
   * moment was drawn.
   */
  mayBeMissing(about: string, postedMs: number): boolean {
    if (this.#atMs.size === 0) return false;
    for (let subject = about; subject; subject = subject.slice(0, Math.max(0, subject.lastIndexOf('/')))) {
      if ((this.#atMs.get(subject) ?? Number.NEGATIVE_INFINITY) > postedMs - drawnBeforeMs) return true;
    }
    return false;
  }
}
