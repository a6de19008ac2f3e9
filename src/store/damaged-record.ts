/**
 * Thrown by a change to a record whose stored form is damaged. The record stays read-only, and what is left of it stays
 * on disk, until the operator restores it or accepts the loss (DESIGN section 4, "Store").
 */
export class DamagedRecord extends Error {
  override name = 'DamagedRecord';
  readonly collection: string;
  readonly id: string;

  constructor(collection: string, id: string) {
    super(
      `${collection}/${id} is damaged on disk and cannot be changed: restore it from a backup, then start Klar again`,
    );
    this.collection = collection;
    this.id = id;
  }
}
