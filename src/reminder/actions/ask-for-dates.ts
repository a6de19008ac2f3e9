import { fillCard } from '#card/fill.ts';
import type { World } from '#chat/feature.ts';
import { button } from '#plan/actions/common.ts';
import { say } from '#words/say.ts';
import { awaitingDate } from '../reminder.ts';

const shown = 5;

/**
 * Asks those who own a programme for the dates that its plan lacks: once for each revision, in their own chats, since
 * nobody can be reminded of what has no date.
 */
export async function askForDates(world: World): Promise<void> {
  for (const programme of await world.store.programmes.all()) {
    const plan = await world.store.plans.get(programme.id);
    const undated = plan ? awaitingDate(plan.activities) : [];
    if (!plan || undated.length === 0) continue;
    for (const id of programme.owners) {
      const key = `undated/${plan.revision}/${id}`;
      const known = await world.store.ledger.get(programme.id, key);
      const owner = known && known.state !== 'claimed' ? undefined : await world.store.persons.get(id);
      if (!owner) continue;
      const { language } = owner;
      const title = say(language, 'reminder.undated-title', { count: undated.length });
      const card = fillCard(
        'reminder/undated',
        {
          title,
          text: say(language, 'reminder.undated', { programme: programme.name }),
          rows: undated.slice(0, shown).map((activity) => ({
            title: activity.title,
            units: activity.units.join(', '),
            actions: [
              button(say(language, 'plan.set-date'), 'plan.ask-date', {
                programme: programme.id,
                activity: activity.id,
              }),
            ],
          })),
          actions:
            undated.length > shown
              ? [
                  button(say(language, 'plan.button.undated', { count: undated.length }), 'plan.show', {
                    programme: programme.id,
                    filter: 'undated',
                    from: String(shown),
                  }),
                ]
              : [],
        },
        { summary: title, language },
      );
      await world.outbox.tell(owner, card, { once: { group: programme.id, key } });
    }
  }
}
