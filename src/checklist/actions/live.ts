import type { World } from '#chat/feature.ts';
import { about } from './ledger.ts';

/** How long before a start a confirmation may have been given whose cards a crash left behind, hours. */
const settledAfterHours = 1;

/** The sheets that were answered lately, and their boards: drawn anew at start. */
export async function live(world: World): Promise<string[]> {
  const since = world.now().subtract({ hours: settledAfterHours });
  const sheets = (await world.store.sheets.all()).filter(({ confirmations }) => {
    const last = confirmations.at(-1);
    return last !== undefined && Temporal.Instant.compare(last.at, since) > 0;
  });
  return [...new Set(sheets.flatMap((sheet) => [about.sheet(sheet.id), about.board(sheet.checklist)]))];
}
