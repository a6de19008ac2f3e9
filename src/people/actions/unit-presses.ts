import { z } from 'zod';
import { press, type Turn } from '#chat/feature.ts';
import { say } from '#words/say.ts';
import { assign, roleIn, tiePlace } from '../assign.ts';
import { findUnit, withUnits } from '../find-unit.ts';
import { personId } from '../person.ts';
import { type Programme, unitId, unitRole } from '../programme.ts';
import { belongsTo, mayLead } from '../roles.ts';
import { leadOnly, messageCard, problem } from './common.ts';
import { newUnitId } from './programme.ts';
import { tieHere, unitCard, unitsCard } from './unit.ts';

/** A button proves nothing: units are seen by the programme's own people, and by all in a place that it is bound to. */
const maySee = (turn: Turn, programme: Programme) =>
  turn.programme?.id === programme.id || belongsTo(programme, turn.by.id);

/** The programme and unit of a button, if this person may see them. */
async function meant(turn: Turn, ids: { programme: string; unit: string }) {
  const programme = await turn.store.programmes.get(ids.programme);
  const unit = programme?.units.find((u) => u.id === ids.unit);
  return programme && unit && maySee(turn, programme) ? { programme, unit } : undefined;
}

/** The same, if this person may change them too; else the sentence that says why not. */
async function meantToChange(turn: Turn, ids: { programme: string; unit: string }) {
  const found = await meant(turn, ids);
  if (!found) return { answer: problem(say(turn.language, 'chat.unknown-press')) };
  return mayLead(found.programme, turn.by.id) ? found : { answer: await leadOnly(turn, found.programme) };
}
const ids = { programme: z.string(), unit: z.string() };

export const unitPresses = [
  press({
    verb: 'people.unit',
    // `beside`: the card with the button names several units, and is needed again for the next of them.
    values: z.object({ ...ids, beside: z.literal('1').optional() }),
    async run(turn, values) {
      const found = await meant(turn, values);
      if (!found) return problem(say(turn.language, 'chat.unknown-press'));
      const card = await unitCard(turn, found.programme, found.unit);
      return { show: values.beside ? 'private' : 'replace', card };
    },
  }),
  press({
    verb: 'people.units',
    values: z.object({ programme: z.string(), from: z.coerce.number().int().min(0) }),
    async run(turn, values) {
      const programme = await turn.store.programmes.get(values.programme);
      if (!programme || !maySee(turn, programme)) return problem(say(turn.language, 'chat.unknown-press'));
      return { show: 'replace', card: await unitsCard(turn, programme, values.from) };
    },
  }),
  press({
    verb: 'people.unit-make',
    values: z.object({ programme: z.string(), name: z.string().min(1).max(200) }),
    async run(turn, { name, ...values }) {
      const programme = await turn.store.programmes.get(values.programme);
      if (!programme || !maySee(turn, programme)) return problem(say(turn.language, 'chat.unknown-press'));
      if (!mayLead(programme, turn.by.id)) return leadOnly(turn, programme);
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
      const found = await meantToChange(turn, values);
      if ('answer' in found) return found.answer;
      const answer = await tieHere({ ...turn, programme: found.programme }, found.unit);
      return answer.show === 'private' ? { show: 'replace', card: answer.card } : answer;
    },
  }),
  press({
    verb: 'people.unit-untie',
    values: z.object({ ...ids, place: z.string(), unbind: z.string().default('') }),
    async run(turn, values) {
      const found = await meantToChange(turn, values);
      if ('answer' in found) return found.answer;
      // Back to a place of this programme alone, whatever the button says.
      const before = await turn.store.places.get(values.place);
      const back = before?.programme === found.programme.id ? before.id : undefined;
      await turn.store.programmes.change(found.programme.id, (p) => ({
        next: tiePlace(p, found.unit.id, back),
        outcome: true,
      }));
      await unbind(turn, found.programme, values.unbind);
      await turn.audit('unit.place-undo', { programme: found.programme.id, unit: found.unit.id });
      return { show: 'replace', card: messageCard(turn.language, say(turn.language, 'people.undone')) };
    },
  }),
  press({
    verb: 'people.unit-unassign',
    values: z.object({ ...ids, person: z.string().min(1), role: z.union([unitRole, z.literal('')]) }),
    async run(turn, values) {
      const found = await meantToChange(turn, values);
      if ('answer' in found) return found.answer;
      const person = personId.parse(values.person);
      await turn.store.programmes.change(found.programme.id, (p) => ({
        // Undoing gives back an earlier role; it never brings somebody in.
        ...(roleIn(p, found.unit.id, person) === null
          ? {}
          : { next: assign(p, found.unit.id, person, values.role === '' ? null : values.role) }),
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

/** Takes a place out of the programme again that came into it with a unit, unless something else has come to it since. */
async function unbind({ store }: Turn, { id }: Programme, place: string): Promise<void> {
  const now = await store.programmes.get(id);
  if (!now || now.place === place || now.units.some((u) => u.place === place)) return;
  await store.places.change(place, (p) => {
    const { programme, ...rest } = p;
    return programme === id ? { next: rest, outcome: true } : { outcome: false };
  });
}
