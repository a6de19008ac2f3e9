import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '#card/card.ts';
import type { Incoming } from '#chat/port.ts';
import { say } from '#words/say.ts';
import { buttonOf, buttonsOf, cardOf, textOf } from '../card-parts.ts';
import { channel, own, type TryHouse, tryHouse, visitor } from '../try-house.ts';

const project = channel('project');
const leader = visitor('leder');
const email = 'ola.vik@example.org';
const onTeams = visitor('ola-t', { surface: 'teams', name: 'Ola Vik', email });
const onSlack = visitor('ola-s', { surface: 'slack', name: 'olav', email: 'Ola.Vik@example.org' });
const stranger = visitor('eva', { email: 'eva@example.org' });

let klar: TryHouse;
beforeEach(async () => {
  klar = await tryHouse();
  await klar.type(leader, project, 'program "Ny journal"');
  for (const name of ['Solvik', 'Nordvik']) {
    await klar.press(
      leader,
      project,
      buttonOf(cardOf(await klar.type(leader, project, `enhet ${name}`)), 'people.unit-make'),
    );
  }
});
afterEach(() => klar.close());

const expectOla = () => klar.type(leader, project, `enhet Solvik kontakt ${email}`);
const meet = async (who: typeof onTeams) => {
  const answer = await klar.type(who, own(who), 'help');
  await klar.settled();
  return answer;
};
/** The questions that stand on a surface. */
const questions = (surface: 'teams' | 'slack' | 'web'): Card[] =>
  klar.recording[surface]
    .in()
    .map((m) => m.card)
    .filter((card) => buttonsOf(card, 'people.identity-yes').length > 0);
const only = (cards: Card[]): Card => {
  const [one, ...more] = cards;
  if (!one || more.length > 0) throw new Error(`${cards.length} questions`);
  return one;
};
const answer = (who: typeof onTeams, card: Card, word: 'yes' | 'no') =>
  klar.press(who, own(who), buttonOf(card, `people.identity-${word}`));
const peopleIn = async (name: string) => (await klar.programme()).units.find((u) => u.name === name)?.people;

describe('somebody who is expected', () => {
  test('is asked when they first come, in their own chat, with what they are expected to be', async () => {
    await expectOla();
    expect(textOf(cardOf(await meet(onTeams)))).toContain(say('nb', 'chat.help-title'));
    const card = only(questions('teams'));
    expect(textOf(card)).toContain(email);
    expect(textOf(card)).toContain('Solvik');
    expect(textOf(card)).toContain('Ny journal');
    // Until they have answered nothing is theirs.
    expect(await peopleIn('Solvik')).not.toContainEqual(
      expect.objectContaining({ person: (await klar.personOf(onTeams)).id }),
    );
  });

  test('is asked in their own language, and once', async () => {
    await expectOla();
    await meet(visitor('ola-t', { surface: 'teams', email, locale: 'sv-SE' }));
    await meet(onTeams);
    await klar.house.beat();
    await klar.settled();
    expect(textOf(only(questions('teams')))).toContain(`[${say('sv', 'people.identity-yes')}]`);
  });

  test('is not kept waiting by the question', async () => {
    await expectOla();
    const release = klar.recording.teams.hold();
    expect(textOf(cardOf(await klar.type(onTeams, own(onTeams), 'help')))).toContain(say('nb', 'chat.help-title'));
    release();
    await klar.settled();
    expect(questions('teams')).toHaveLength(1);
  });

  test('is asked when the platform tells the e-mail later than at first contact', async () => {
    await expectOla();
    await meet(visitor('ola-t', { surface: 'teams' }));
    expect(questions('teams')).toEqual([]);
    await meet(onTeams);
    expect(questions('teams')).toHaveLength(1);
  });

  test('is asked at once when they were met before they were expected', async () => {
    await meet(onTeams);
    await expectOla();
    await klar.settled();
    expect(questions('teams')).toHaveLength(1);
  });

  test('who says yes has the roles, and nobody is expected any more', async () => {
    await expectOla();
    await meet(onTeams);
    const said = await answer(onTeams, only(questions('teams')), 'yes');
    expect(said.show).toBe('replace');
    const me = await klar.personOf(onTeams);
    expect(me).toMatchObject({ name: 'Ola Vik', confirmedEmail: true });
    // What stands under the other record, such as an answer to a poll, is found by this.
    expect(me.former).toHaveLength(1);
    expect(await peopleIn('Solvik')).toEqual([{ person: me.id, role: 'contact' }]);
    expect((await klar.store.persons.all()).filter((p) => p.accounts.length === 0)).toEqual([]);
    expect((await klar.store.audit.all()).at(-1)).toMatchObject({ what: 'person.tie', on: { kept: me.id } });
  });

  test('whose yes arrives twice is told the same, and has the roles once', async () => {
    await expectOla();
    await meet(onTeams);
    const card = only(questions('teams'));
    await answer(onTeams, card, 'yes');
    const after = await klar.onDisk();
    const again = textOf(cardOf(await answer(onTeams, card, 'yes')));
    expect(again).toContain(say('nb', 'people.identity-tied', { name: 'Ola Vik' }));
    expect(await klar.onDisk()).toEqual(after);
  });

  test('who says no is nobody else than before, and is not asked again', async () => {
    await expectOla();
    await meet(onTeams);
    const before = await klar.onDisk();
    const said = await answer(onTeams, only(questions('teams')), 'no');
    expect(textOf(cardOf(said))).toContain(say('nb', 'people.identity-left'));
    expect(await klar.onDisk()).toEqual(before);
    await expectOla();
    await klar.house.beat();
    await klar.settled();
    expect(questions('teams')).toHaveLength(1);
  });

  test('and has said yes is known by that e-mail from then on', async () => {
    await expectOla();
    await meet(onTeams);
    await answer(onTeams, only(questions('teams')), 'yes');
    await klar.type(leader, project, `enhet Nordvik stedfortreder ${email}`);
    expect(await peopleIn('Nordvik')).toEqual([{ person: (await klar.personOf(onTeams)).id, role: 'deputy' }]);
  });

  test('is never somebody with another e-mail, whoever presses', async () => {
    await expectOla();
    await meet(onTeams);
    await meet(stranger);
    const before = await klar.onDisk();
    const said = textOf(cardOf(await answer(stranger, only(questions('teams')), 'yes')));
    expect(said).toContain(say('nb', 'people.identity-old'));
    const [expected] = (await klar.store.persons.all()).filter((p) => p.accounts.length === 0);
    const forged = { known: expected?.id ?? '', newcomer: (await klar.personOf(stranger)).id };
    await klar.press(stranger, own(stranger), { verb: 'people.identity-yes', data: forged });
    expect(await klar.onDisk()).toEqual(before);
  });
});

describe('a second account', () => {
  test('is asked about on the first one, so that a borrowed address takes over nothing', async () => {
    await meet(onTeams);
    await meet(onSlack);
    expect(questions('slack')).toEqual([]);
    const card = only(questions('teams'));
    expect(textOf(card)).toContain(say('nb', 'people.surface.slack'));
    // The second account cannot answer for the first.
    const before = await klar.onDisk();
    await answer(onSlack, card, 'yes');
    expect(await klar.onDisk()).toEqual(before);
  });

  test('becomes the same person by a yes, with both accounts, own chats and roles', async () => {
    await meet(onTeams);
    await meet(onSlack);
    await klar.type(leader, project, 'enhet Solvik kontakt @{0}', { mentions: [onSlack] } as Partial<Incoming>);
    await klar.type(leader, project, 'enhet Nordvik medlem @{0}', { mentions: [onTeams] } as Partial<Incoming>);
    await klar.type(leader, project, 'enhet Nordvik stedfortreder @{0}', { mentions: [onSlack] } as Partial<Incoming>);
    await answer(onTeams, only(questions('teams')), 'yes');
    const me = await klar.personOf(onTeams);
    expect(await klar.personOf(onSlack)).toEqual(me);
    expect(me.accounts.map((a) => a.surface).toSorted()).toEqual(['slack', 'teams']);
    expect(await peopleIn('Solvik')).toEqual([{ person: me.id, role: 'contact' }]);
    expect(await peopleIn('Nordvik')).toEqual([{ person: me.id, role: 'deputy' }]);
    expect((await klar.placeOf(own(onSlack))).person).toBe(me.id);
    expect((await klar.placeOf(own(onTeams))).person).toBe(me.id);
  });

  test('then speaks as that person, wherever it speaks, and is written to where it last spoke', async () => {
    await meet(onTeams);
    await meet(onSlack);
    await answer(onTeams, only(questions('teams')), 'yes');
    await meet(onSlack);
    const me = await klar.personOf(onSlack);
    expect(me.accounts[0]?.surface).toBe('slack');
    expect(await klar.store.persons.byEmail(email)).toHaveLength(1);
  });

  test('stays another person by a no', async () => {
    await meet(onTeams);
    await meet(onSlack);
    await answer(onTeams, only(questions('teams')), 'no');
    expect((await klar.personOf(onSlack)).id).not.toBe((await klar.personOf(onTeams)).id);
  });

  test('that speaks while the two become one is still one person', async () => {
    await meet(onTeams);
    await meet(onSlack);
    const card = only(questions('teams'));
    await Promise.all([
      answer(onTeams, card, 'yes'),
      ...Array.from({ length: 5 }, () => klar.type(onSlack, own(onSlack), 'help')),
      answer(onTeams, card, 'yes'),
    ]);
    await klar.settled();
    expect(await klar.store.persons.byEmail(email)).toHaveLength(1);
    expect((await klar.personOf(onSlack)).id).toBe((await klar.personOf(onTeams)).id);
  });
});

test('somebody without an e-mail is asked nothing', async () => {
  await expectOla();
  await meet(visitor('ola-t', { surface: 'teams' }));
  expect(klar.recording.teams.calls).toEqual([]);
});
