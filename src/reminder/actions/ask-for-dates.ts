import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { World } from '#chat/feature.ts';
import type { Person } from '#people/person.ts';
import type { Programme } from '#people/programme.ts';
import { button } from '#plan/actions/common.ts';
import type { Activity, Plan } from '#plan/activity.ts';
import { say } from '#words/say.ts';
import { awaitingDate } from '../reminder.ts';

const shown = 5;

/**
 * Asks those who own a programme for the dates that its plan lacks: once for each file brought in, in their own chats, since
 * nobody can be reminded of what has no date. An owner who could not be reached is asked at the next beat.
 */
export async function askForDates(world: World): Promise<void> {
  for (const programme of await world.store.programmes.all()) {
    const plan = await world.store.plans.get(programme.id);
    const undated = plan ? awaitingDate(plan.activities) : [];
    if (!plan || undated.length === 0) continue;
    for (const id of programme.owners) {
      const once = { group: programme.id, key: `undated/${revisionKey(plan)}/${id}`, again: true };
      const known = await world.store.ledger.get(once.group, once.key);
      if (known?.state === 'sent' || known?.state === 'refused') continue;
      const owner = await world.store.persons.get(id);
      if (!owner) continue;
      await world.outbox.tell(owner, undatedCard(owner, programme, undated), { once });
    }
  }
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
        units: activity.units.join(', '),
        actions: [ask(activity)],
      })),
      actions: undated.length > shown ? [rest] : [],
    },
    { summary: title, language },
  );
}
