import { sameName } from '#people/find-unit.ts';
import type { Programme } from '#people/programme.ts';
import type { Store } from '#store/port.ts';

/** The programme of a name or id; where there is none, or several of the name, those that may be meant. */
export async function programmeNamed(
  store: Store,
  name: string,
): Promise<{ programme: Programme } | { known: { id: string; name: string }[] }> {
  const programmes = await store.programmes.all();
  const named = programmes.filter((p) => p.id === name || sameName(p.name) === sameName(name));
  const [programme] = named;
  if (programme && named.length === 1) return { programme };
  return { known: (named.length > 1 ? named : programmes).map((p) => ({ id: p.id, name: p.name })) };
}
