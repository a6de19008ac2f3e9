import type { Turn } from '#chat/feature.ts';
import type { Place } from '#people/place.ts';
import type { Programme } from '#people/programme.ts';
import { mayLead } from '#people/roles.ts';

/** A place where a poll can be posted from somewhere else, with its programme. */
export interface Audience {
  place: Place;
  programme: Programme;
}

/** The shared places of the programmes that the person leads: their own, their units', and those bound to them. */
export async function audiences(turn: Turn): Promise<Audience[]> {
  const led = (await turn.store.programmes.all()).filter((p) => mayLead(p, turn.by.id));
  if (led.length === 0) return [];
  const places = (await turn.store.places.all()).filter((p) => p.kind !== 'personal' && p.goneSince === undefined);
  // The programme that the conversation is about comes first, and of each programme its own place.
  led.sort((a, b) => Number(b.id === turn.programme?.id) - Number(a.id === turn.programme?.id));
  const found: Audience[] = [];
  for (const programme of led) {
    const units = programme.units.map((u) => u.place);
    const its = places.filter((p) => p.programme === programme.id || p.id === programme.place || units.includes(p.id));
    its.sort(
      (a, b) => Number(b.id === programme.place) - Number(a.id === programme.place) || a.name.localeCompare(b.name),
    );
    for (const place of its) if (!found.some((f) => f.place.id === place.id)) found.push({ place, programme });
  }
  return found;
}
