import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { createAgenda } from '#chat/agenda.ts';
import type { World } from '#chat/feature.ts';
import type { Once } from '#chat/port.ts';
import { mayHearFrom } from '#people/leave-alone.ts';
import type { Person } from '#people/person.ts';
import type { Programme } from '#people/programme.ts';
import { ledBy } from '#people/roles.ts';
import { button } from '#plan/actions/common.ts';
import type { Activity, Plan } from '#plan/activity.ts';
import { unitsShown } from '#plan/as-known.ts';
import { say } from '#words/say.ts';
import { awaitingDate } from '../reminder.ts';
import { eachProgramme } from './each-programme.ts';

const shown = 5;

/** By programme: where an owner who can be written to has not been asked for the dates that the plan lacks. */
const unasked = createAgenda({
  name: 'undated',
  follows: [
    { of: (store) => store.plans },
    { of: (store) => store.programmes },
    { of: (store) => store.persons, concerns: async ({ store }, id) => ledBy(await store.programmes.all(), id) },
  ],
  async nextAt(world, id) {
    const { programme, owners } = await ownersUnasked(world, id);
    if (!programme) return undefined;
    return owners
      .filter(({ owner }) => owner.accounts.length > 0)
      .map(({ owner }) => mayHearFrom(world.now(), owner, programme))
      .toSorted(Temporal.Instant.compare)[0];
  },
});

/**
 * Asks those who own a programme for the dates that its plan lacks: once for each file brought in, in their own chats, since
 * nobody can be reminded of what has no date. An owner who could not be reached is asked at the next beat, one who is left alone when their quiet
 * hours and days off are over.
 */
export async function askForDates(world: World): Promise<void> {
  await eachProgramme(world, 'the questions for dates', await unasked.due(world), async (id) => {
    const { programme, undated, owners } = await ownersUnasked(world, id);
    if (!programme) return;
    for (const { owner, once } of owners) {
      const now = world.now();
      if (Temporal.Instant.compare(mayHearFrom(now, owner, programme), now) > 0) continue;
      await world.outbox.tell(owner, undatedCard(owner, programme, undated), { once });
    }
  });
}

/** What a programme's plan lacks dates for, and who owns it and has not been asked yet, with the key under which each is. */
async function ownersUnasked({ store }: World, id: string) {
  const owners: { owner: Person; once: Once }[] = [];
  const programme = await store.programmes.get(id);
  const plan = programme && (await store.plans.get(id));
  const undated = plan ? awaitingDate(plan.activities) : [];
  if (!programme || !plan || undated.length === 0) return { programme, undated, owners };
  for (const person of programme.owners) {
    const once = { group: programme.id, key: `undated/${revisionKey(plan)}/${person}`, again: true };
    const known = await store.ledger.get(once.group, once.key);
    if (known?.state === 'sent' || known?.state === 'refused') continue;
    const owner = await store.persons.get(person);
    if (owner) owners.push({ owner, once });
  }
  return { programme, undated, owners };
}

/**
 * The revision that last came from a file: what is changed in Klar asks nobody anew. One that was taken back leaves its
 * number to the next one: when it was saved tells the two apart.
 */
function revisionKey({ revision, revisions }: Plan): string {
  const brought = revisions.findLast(({ kind }) => kind === 'import');
  return `${brought?.number ?? revision}/${brought?.at ?? ''}`;
}

function undatedCard({ language }: Person, programme: Programme, undated: readonly Activity[]): Card {
  const title = say(language, 'reminder.undated-title', { count: undated.length });
  const ask = (activity: Activity) =>
    button(say(language, 'plan.set-date'), 'plan.ask-date', { programme: programme.id, activity: activity.id });
  const rest = button(say(language, 'plan.button.undated', { count: undated.length }), 'plan.show', {
    programme: programme.id,
    filter: 'undated',
    from: String(shown),
  });
  return fillCard(
    'reminder/undated',
    {
      title,
      text: say(language, 'reminder.undated', { programme: programme.name, count: undated.length }),
      rows: undated.slice(0, shown).map((activity) => ({
        title: activity.title,
        units: unitsShown(programme, activity),
        actions: [ask(activity)],
      })),
      actions: undated.length > shown ? [rest] : [],
    },
    { summary: title, language },
  );
}
