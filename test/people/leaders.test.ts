import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { leads, setLeading } from '#people/assign.ts';
import type { PersonId } from '#people/person.ts';
import { mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import { buttonOf, cardOf, problemOf, textOf } from '../card-parts.ts';
import { channel, type TryHouse, tryHouse, visitor } from '../try-house.ts';

const [kari, ola, siv] = [visitor('kari'), visitor('ola'), visitor('siv')];
const project = channel('project');

let klar: TryHouse;
beforeEach(async () => {
  klar = await tryHouse();
  await klar.type(kari, project, 'program "Ny journal"');
});
afterEach(() => klar.close());

const leading = async (who: typeof kari) => leads(await klar.programme(), (await klar.personOf(who)).id);

describe('those who lead a programme', () => {
  test.each([
    ['program koordinator @{0}', 'coordinator'],
    ['program samordnare @{0}', 'coordinator'],
    ['programme owner @{0}', 'owner'],
    ['program eier @{0}', 'owner'],
  ] as const)('are named by an owner: %s', async (text, role) => {
    const answer = await klar.type(kari, project, text, { mentions: [ola] });
    expect(textOf(cardOf(answer))).toContain(
      say('nb', `people.leader.${role}`, { name: 'Ola', programme: 'Ny journal' }),
    );
    expect(await leading(ola)).toBe(role);
    expect(mayLead(await klar.programme(), (await klar.personOf(ola)).id)).toBe(true);
  });

  test('are as before when the owner takes it back', async () => {
    const answer = await klar.type(kari, project, 'program koordinator @{0}', { mentions: [ola] });
    await klar.press(kari, project, buttonOf(cardOf(answer), 'people.leader-undo'));
    expect(await leading(ola)).toBeNull();
  });

  test('are not named by a coordinator, nor by a stranger, nor by pressing an old button', async () => {
    const answer = await klar.type(kari, project, 'program koordinator @{0}', { mentions: [ola] });
    problemOf(await klar.type(ola, project, 'program eier @{0}', { mentions: [siv] }));
    problemOf(await klar.type(siv, project, 'program eier @{0}', { mentions: [siv] }));
    problemOf(await klar.press(ola, project, buttonOf(cardOf(answer), 'people.leader-undo')));
    expect([await leading(ola), await leading(siv)]).toEqual(['coordinator', null]);
  });

  test('are asked for when nobody is meant', async () => {
    expect(problemOf(await klar.type(kari, project, 'program eier @Ola'))).toBe(say('nb', 'people.leader-whom'));
  });

  test('a programme is never without an owner', async () => {
    const programme = await klar.programme();
    const [owner] = programme.owners as [PersonId];
    expect(setLeading(programme, owner, null)).toBe(programme);
    expect(setLeading(programme, owner, 'coordinator')).toBe(programme);
  });
});
