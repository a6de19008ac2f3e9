import { z } from 'zod';
import { press, type Turn } from '#chat/feature.ts';
import { say } from '#words/say.ts';
import { assign, tiePlace } from '../assign.ts';
import { findUnit, withUnits } from '../find-unit.ts';
import { personId } from '../person.ts';
import { placeId } from '../place.ts';
import { unitId, unitRole } from '../programme.ts';
import { mayLead } from '../roles.ts';
import { messageCard, problem } from './common.ts';
import { newUnitId } from './programme.ts';
import { tieHere, unitCard, unitsCard } from './unit.ts';

/** The programme and unit of a button, and whether this person may change them. */
async function meant(turn: Turn, ids: { programme: string; unit: string }) {
  const programme = await turn.store.programmes.get(ids.programme);
  const unit = programme?.units.find((u) => u.id === ids.unit);
  return programme && unit ? { programme, unit, leads: mayLead(programme, turn.by.id) } : undefined;
}
const ids = { programme: z.string(), unit: z.string() };

export const unitPresses = [
  press({
    verb: 'people.unit',
    values: z.object(ids),
    async run(turn, values) {
      const found = await meant(turn, values);
      if (!found) return problem(say(turn.language, 'chat.unknown-press'));
      return { show: 'replace', card: await unitCard(turn, found.programme, found.unit) };
    },
  }),
  press({
    verb: 'people.units',
    values: z.object({ programme: z.string(), from: z.coerce.number().int().min(0) }),
    async run(turn, values) {
      const programme = await turn.store.programmes.get(values.programme);
      if (!programme) return problem(say(turn.language, 'chat.unknown-press'));
      return { show: 'replace', card: await unitsCard(turn, programme, values.from) };
    },
  }),
  press({
    verb: 'people.unit-make',
    values: z.object({ programme: z.string(), name: z.string().min(1).max(200) }),
    async run(turn, { name, ...values }) {
      const programme = await turn.store.programmes.get(values.programme);
      if (!programme || !mayLead(programme, turn.by.id)) return problem(say(turn.language, 'chat.unknown-press'));
      const changed = await turn.store.programmes.change(programme.id, (p) => {
        const next = withUnits(p, [name], (n) => unitId.parse(newUnitId(p, n)));
        return { next, outcome: next };
      });
      const unit = changed && findUnit(changed, name);
      if (!unit) return problem(say(turn.language, 'chat.unknown-press'));
      await turn.audit('unit.make', { programme: programme.id, unit: unit.id });
      const note = say(turn.language, 'people.unit-made', { name: unit.name });
      return { show: 'replace', card: await unitCard(turn, changed, unit, note) };
    },
  }),
  press({
    verb: 'people.unit-here',
    values: z.object(ids),
    async run(turn, values) {
      const found = await meant(turn, values);
      if (!found?.leads) return problem(say(turn.language, 'chat.unknown-press'));
      const answer = await tieHere({ ...turn, programme: found.programme }, found.unit);
      return answer.show === 'private' ? { show: 'replace', card: answer.card } : answer;
    },
  }),
  press({
    verb: 'people.unit-untie',
    values: z.object({ ...ids, place: z.string() }),
    async run(turn, values) {
      const found = await meant(turn, values);
      if (!found?.leads) return problem(say(turn.language, 'chat.unknown-press'));
      await turn.store.programmes.change(found.programme.id, (p) => ({
        next: tiePlace(p, found.unit.id, values.place === '' ? undefined : placeId.parse(values.place)),
        outcome: true,
      }));
      await turn.audit('unit.place-undo', { programme: found.programme.id, unit: found.unit.id });
      return { show: 'replace', card: messageCard(turn.language, say(turn.language, 'people.undone')) };
    },
  }),
  press({
    verb: 'people.unit-unassign',
    values: z.object({ ...ids, person: z.string().min(1), role: z.union([unitRole, z.literal('')]) }),
    async run(turn, values) {
      const found = await meant(turn, values);
      if (!found?.leads) return problem(say(turn.language, 'chat.unknown-press'));
      await turn.store.programmes.change(found.programme.id, (p) => ({
        next: assign(p, found.unit.id, personId.parse(values.person), values.role === '' ? null : values.role),
        outcome: true,
      }));
      await turn.audit('unit.assign-undo', {
        programme: found.programme.id,
        unit: found.unit.id,
        person: values.person,
      });
      return { show: 'replace', card: messageCard(turn.language, say(turn.language, 'people.undone')) };
    },
  }),
];
