import { readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Damage } from './damage.ts';
import { prefixOf, segmentFile } from './group.ts';
import { misplaced, type Prefix, type Segment } from './segment.ts';
import { load } from './stored-form.ts';

/**
 * Reads the segments of a group from its folder, so that together they cover every key: what a crash in the middle of a
 * split left behind is cleared away, and what is damaged or missing is reported and stands as `damaged`.
 */
export function readGroup<V>(group: {
  dir: string;
  /** Relative to `dir`. */
  path: string;
  collection: string;
  name: string;
  schema: z.ZodType<Segment<V>>;
  damage: Damage;
}): Map<Prefix, Segment<V> | 'damaged'> {
  const folder = join(group.dir, group.path);
  const segments = new Map<Prefix, Segment<V> | 'damaged'>();
  for (const file of readdirSync(folder)) {
    const prefix = prefixOf(file);
    if (prefix === undefined) continue;
    const loaded = load(join(folder, file), group.schema);
    const problem = loaded.ok ? misplaced(loaded.value, prefix) : loaded.problem;
    segments.set(prefix, loaded.ok && problem === undefined ? loaded.value : 'damaged');
    if (problem !== undefined) report(prefix, problem);
  }
  for (const prefix of segments.keys()) {
    const parent = shorter(prefix).find((candidate) => segments.has(candidate));
    if (parent === undefined) continue;
    // A parent beside its children: the split was not finished, and the parent holds all that was acknowledged (see
    // `Group`). When the parent is damaged the children stay on disk for whoever mends it.
    if (segments.get(parent) !== 'damaged') unlinkSync(join(folder, segmentFile(prefix)));
    segments.delete(prefix);
  }
  if (segments.size > 0) fillHoles('');
  return segments;

  function fillHoles(prefix: Prefix): void {
    if (segments.has(prefix)) return;
    if ([...segments.keys()].some((other) => other.startsWith(prefix))) {
      fillHoles(`${prefix}0`);
      fillHoles(`${prefix}1`);
      return;
    }
    segments.set(prefix, 'damaged');
    const { collection } = group;
    group.damage.reportMissing({ collection, id: idOf(prefix), file: join(group.path, segmentFile(prefix)) });
  }

  function report(prefix: Prefix, problem: string): void {
    const { collection } = group;
    group.damage.report({ collection, id: idOf(prefix), file: join(group.path, segmentFile(prefix)), problem });
  }

  function idOf(prefix: Prefix): string {
    return `${group.name}/${segmentFile(prefix)}`;
  }
}

/** All shorter beginnings of a prefix, shortest first. */
function shorter(prefix: Prefix): Prefix[] {
  return Array.from({ length: prefix.length }, (_, length) => prefix.slice(0, length));
}
