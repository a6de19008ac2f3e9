import { z } from 'zod';
import type { Card } from '#card/card.ts';
import { press, type Turn, type World } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { say } from '#words/say.ts';
import { replacePerson } from '../assign.ts';
import type { Person } from '../person.ts';
import { belongsTo } from '../roles.ts';
import { namesShown, roleName } from '../view.ts';
import { button, messageCard } from './common.ts';

/**
 * Asks a newcomer whether they are somebody whom Klar expects or already knows by the same e-mail. An e-mail is never
 * proof (PLATFORMS X2): someone from a list is asked here; for somebody with an account the question goes to the account
 * that Klar knew first, so that a borrowed address on another platform takes over nothing. Returns before the question
 * is delivered: whoever has come waits for an answer to something else.
 */
export async function askWhoTheyAre(turn: World, newcomer: Person): Promise<void> {
  if (!newcomer.email) return;
  for (const known of await turn.store.persons.byEmail(newcomer.email)) {
    if (known.id === newcomer.id) continue;
    const asked = known.accounts.length === 0 ? newcomer : known;
    turn.outbox
      .tell(asked, await question(turn, known, newcomer, asked), {
        once: { group: 'identity', key: `${known.id}/${newcomer.id}`, again: true },
      })
      .catch((error: unknown) => turn.log.error({ err: error, person: asked.id }, 'could not ask who somebody is'));
  }
}

async function question(turn: World, known: Person, newcomer: Person, asked: Person): Promise<Card> {
  const { language } = asked;
  const programmes = await turn.store.programmes.all();
  const roles = programmes.flatMap((p) =>
    p.units.flatMap((u) =>
      u.people.filter((x) => x.person === known.id).map((x) => ({ programme: p, unit: u.name, role: x.role })),
    ),
  );
  const first = roles[0];
  const expected = known.accounts.length === 0;
  const title = say(language, 'people.identity-ask', {
    name: known.name,
    role: first ? roleName(first.role, language) : '',
    units: first
      ? namesShown(
          roles.filter((r) => r.role === first.role).map((r) => r.unit),
          language,
        )
      : 'none',
  });
  const text = expected
    ? say(language, 'people.identity-why', { email: known.email ?? '', programme: first?.programme.name ?? 'Klar' })
    : say(language, 'people.identity-why-account', {
        email: known.email ?? '',
        surface: say(language, `people.surface.${newcomer.accounts[0]?.surface ?? 'web'}`),
      });
  const ids = { known: known.id, newcomer: newcomer.id };
  return messageCard(
    language,
    expected ? title : say(language, 'people.identity-ask', { name: known.name, role: '', units: 'none' }),
    {
      text,
      actions: [
        button(say(language, 'people.identity-yes'), 'people.identity-yes', ids),
        button(say(language, 'people.identity-no'), 'people.identity-no', ids),
      ],
    },
  );
}

/**
 * Makes one person of two: `kept` gets the other's accounts, own chats and roles. The other is removed last, so that
 * after a crash on the way the question still stands and a second yes finishes it.
 */
async function tie(turn: Turn, kept: Person, other: Person): Promise<void> {
  const { store } = turn;
  await store.persons.change(kept.id, (p) => ({
    next: {
      ...p,
      confirmedEmail: true,
      former: [...new Set([...(p.former ?? []), ...(other.former ?? []), other.id])],
      accounts: [
        ...p.accounts,
        ...other.accounts.filter(
          (a) => !p.accounts.some((b) => b.surface === a.surface && b.user === a.user && b.workspace === a.workspace),
        ),
      ],
    },
    outcome: true,
  }));
  for (const programme of await store.programmes.all()) {
    if (!belongsTo(programme, other.id)) continue;
    await store.programmes.change(programme.id, (p) => ({
      next: replacePerson(p, other.id, kept.id),
      outcome: true,
    }));
  }
  for (const place of await store.places.all()) {
    if (place.person === other.id)
      await store.places.change(place.id, (p) => ({ next: { ...p, person: kept.id }, outcome: true }));
  }
  await store.persons.remove(other.id);
  await turn.audit('person.tie', { kept: kept.id, other: other.id });
}

const ids = z.object({ known: z.string(), newcomer: z.string() });

/** The two people of a question, if it still stands and this person is the one who was asked. */
async function asked(turn: Turn, values: z.output<typeof ids>) {
  const known = await turn.store.persons.get(values.known);
  const newcomer = await turn.store.persons.get(values.newcomer);
  if (!known?.email || !newcomer || known.id === newcomer.id) return undefined;
  if (known.email.toLowerCase() !== newcomer.email?.toLowerCase()) return undefined;
  const answerer = known.accounts.length === 0 ? newcomer : known;
  return answerer.id === turn.by.id ? { known, newcomer } : undefined;
}

/** Whether this person has already said yes: a press may arrive twice (PLATFORMS T20). */
async function isAnswered({ store, by }: Turn, { known, newcomer }: z.output<typeof ids>): Promise<boolean> {
  const left = [await store.persons.get(known), await store.persons.get(newcomer)].filter((p) => p !== undefined);
  return left.length === 1 && left[0]?.id === by.id && by.confirmedEmail === true;
}

export const identityPresses = [
  press({
    verb: 'people.identity-yes',
    values: ids,
    async run(turn, values): Promise<Answer> {
      const { language } = turn;
      const tied = (name: string): Answer => ({
        show: 'replace',
        card: messageCard(language, say(language, 'people.identity-tied', { name })),
      });
      const found = await asked(turn, values);
      if (!found && (await isAnswered(turn, values))) return tied(turn.by.name);
      if (!found) return { show: 'replace', card: messageCard(language, say(language, 'people.identity-old')) };
      const { known, newcomer } = found;
      if (known.accounts.length === 0) await tie(turn, newcomer, known);
      else await tie(turn, known, newcomer);
      return tied(known.name);
    },
  }),
  press({
    verb: 'people.identity-no',
    values: ids,
    run: async ({ language }): Promise<Answer> => ({
      show: 'replace',
      card: messageCard(language, say(language, 'people.identity-left')),
    }),
  }),
];
