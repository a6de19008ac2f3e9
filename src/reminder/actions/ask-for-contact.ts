import { onOrAfter } from '#calendar/working-day.ts';
import { instantAt } from '#calendar/zone.ts';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { World } from '#chat/feature.ts';
import { derivedId } from '#chat/meet.ts';
import { mayHearFrom } from '#people/leave-alone.ts';
import type { Person } from '#people/person.ts';
import type { Programme } from '#people/programme.ts';
import { button, todayIn } from '#plan/actions/common.ts';
import { rowLine } from '#plan/view.ts';
import { say } from '#words/say.ts';
import { clockIsTrusted } from '../clock-jump.ts';
import { type WithoutContact, withoutContact } from '../no-contact.ts';
import { defaultRules } from '../rules.ts';
import { eachProgramme } from './each-programme.ts';
import { hearsOfSeveral } from './in-several.ts';
import { programmeAgenda } from './programme-agenda.ts';
import { remindingOf } from './reminding.ts';

const shown = 5;

/** By programme: when an owner is next to be asked for somebody who answers for a unit. */
const agenda = programmeAgenda({
  name: 'no-contact',
  nextAt: async (world, id) => (await momentsIn(world, id))[0],
});

/**
 * Part of every heartbeat: asks each owner of a programme, once for each unit, who answers for it, when one of its rows is near and it has neither contact nor
 * deputy. What is to be asked at a time is one message.
 */
export async function askForContacts(world: World): Promise<void> {
  await eachProgramme(world, 'the questions for contacts', await agenda.due(world), async (id) => {
    const asked = await unasked(world, id);
    if (!asked) return;
    const { programme } = asked;
    const now = world.now();
    for (const { owner, units } of asked.owners) {
      const due = units.filter(({ at }) => Temporal.Instant.compare(at, now) <= 0);
      if (due.length === 0 || Temporal.Instant.compare(mayHearFrom(now, owner, programme), now) > 0) continue;
      const key = `no-contact/${derivedId(...due.map((one) => one.key).toSorted())}/${owner.id}`;
      const came = await world.outbox.tell(
        owner,
        contactCard(world, owner, programme, due, await hearsOfSeveral(world, owner.id)),
        {
          once: { group: programme.id, key, again: true },
        },
      );
      const result = came.state === 'already' ? 'sent' : came.state;
      world.log.info({ programme: programme.id, rule: 'no-contact', receiver: owner.id, result }, 'no contact');
      world.meter?.decided('no-contact', result);
      if (result === 'unreachable') continue;
      const next = { state: result === 'gone' ? 'refused' : result, at: now.toString() } as const;
      for (const one of due) await world.store.ledger.change(programme.id, one.key, () => ({ next, outcome: true }));
    }
  });
}

/** When owners of a programme are asked next, soonest first. */
async function momentsIn(world: World, id: string): Promise<Temporal.Instant[]> {
  const asked = await unasked(world, id);
  if (!asked) return [];
  const from = (at: Temporal.Instant) => (Temporal.Instant.compare(at, world.now()) > 0 ? at : world.now());
  return asked.owners
    .flatMap(({ owner, units }) => units.map(({ at }) => mayHearFrom(from(at), owner, asked.programme)))
    .sort(Temporal.Instant.compare);
}

/** The next moment ahead at which an owner is asked for a contact: for a clock that is moved by hand. */
export async function nextContactQuestionAt(world: World): Promise<Temporal.Instant | undefined> {
  const programmes = await world.store.programmes.all();
  const found = (await Promise.all(programmes.map(({ id }) => momentsIn(world, id)))).flat();
  return found.filter((at) => Temporal.Instant.compare(at, world.now()) > 0).sort(Temporal.Instant.compare)[0];
}

type Unasked = WithoutContact & { key: string; at: Temporal.Instant };

async function unasked(
  world: World,
  id: string,
): Promise<{ programme: Programme; owners: { owner: Person; units: Unasked[] }[] } | undefined> {
  const { store } = world;
  const programme = await store.programmes.get(id);
  const plan = programme && (await store.plans.get(id));
  if (!programme || !plan) return undefined;
  const reminding = await remindingOf(world, programme.id);
  if (reminding.held || !clockIsTrusted(world, reminding.releasedUntil)) return undefined;
  const rules = reminding.rules ?? defaultRules;
  const found = withoutContact(plan.activities, programme, rules, todayIn(world, programme));
  if (found.length === 0) return { programme, owners: [] };
  const owners = [];
  for (const person of programme.owners) {
    const owner = await store.persons.get(person);
    if (!owner || owner.accounts.length === 0) continue;
    const units: Unasked[] = [];
    for (const one of found) {
      const key = `no-contact/${one.unit.id}/${person}`;
      const known = await store.ledger.get(programme.id, key);
      if (known?.state === 'sent' || known?.state === 'refused') continue;
      const day = onOrAfter(one.from, programme.country);
      units.push({ ...one, key, at: Temporal.Instant.from(instantAt(day, rules.at, programme.timeZone)) });
    }
    if (units.length > 0) owners.push({ owner, units });
  }
  return { programme, owners };
}

/** @param isNamed The owner hears of several programmes. */
function contactCard(
  world: World,
  { language }: Person,
  programme: Programme,
  due: readonly Unasked[],
  isNamed: boolean,
): Card {
  const title = say(language, 'reminder.no-contact.title', { count: due.length, unit: due[0]?.unit.name ?? '' });
  const today = todayIn(world, programme);
  return fillCard(
    'reminder/list',
    {
      title,
      text: isNamed
        ? say(language, 'reminder.no-contact.text-named', { count: due.length, programme: programme.name })
        : say(language, 'reminder.no-contact.text', { count: due.length }),
      more: due.length > shown ? say(language, 'reminder.list-more', { count: due.length - shown }) : '',
      rows: due.slice(0, shown).map(({ unit, activity }) => {
        const line = rowLine(activity, today, language);
        return {
          heading: '',
          title: unit.name,
          when: say(language, 'reminder.no-contact.first', { title: line.title }),
          tone: 'Default',
          note: line.when,
          actions: [
            button(say(language, 'reminder.no-contact.show-unit'), 'people.unit', {
              unit: unit.id,
              programme: programme.id,
              ...(due.length > 1 ? { beside: '1' } : {}),
            }),
          ],
        };
      }),
      actions: [],
    },
    { summary: title, language },
  );
}
