import { existsSync } from 'node:fs';
import { askRunning } from '#store/lowdb/ask-running.ts';
import { openLowdbStore } from '#store/lowdb/open.ts';
import { type Terminal, WrongUsage } from './command.ts';
import { operatorRequests } from './operator-requests.ts';

/**
 * What the Klar that has the data folder open answers to a request, or, when none has, what this process answers itself.
 * @throws WrongUsage when there is no such folder.
 */
export async function askKlar(request: { do: string }, { data, secretKeyFile }: Terminal): Promise<unknown> {
  // Opening the store would make the folder; a mistyped one must not look like an empty Klar.
  if (!existsSync(data)) throw new WrongUsage('operator.no-data', { data });
  const answer = await askRunning(data, request);
  if (answer !== 'nobody') return answer;
  const store = await openLowdbStore({ dir: data, secretKeyFile });
  try {
    return await operatorRequests({ store, now: () => Temporal.Now.instant() })(request);
  } finally {
    await store.close();
  }
}

/** That no programme, or more than one, has the name, with those that there are. */
export function noProgramme(
  name: string,
  known: readonly { id: string; name: string }[],
  { data }: Terminal,
): WrongUsage {
  if (known.length === 0) return new WrongUsage('operator.no-programmes', { data });
  const sameName = known.every((p) => p.name.toLowerCase() === name.toLowerCase());
  const list = known.map((p) => `  ${p.name} (${p.id})`).join('\n');
  return new WrongUsage(sameName ? 'operator.several-programmes' : 'operator.no-such-programme', { name, list });
}
