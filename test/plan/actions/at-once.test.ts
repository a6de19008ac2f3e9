import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonOf, cardOf, file, openStage, type Stage, textOf } from '../stage.ts';

const csv = `Tid;Aktivitet;Organisasjon
1/10/2026;Rapport;Nordvik
uke 42;Verksted;Nordvik
6/11/2026;Beslutning;
`;

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  await stage.programmeWith(csv);
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});
const row = async (title: string) => (await stage.plan()).activities.find((one) => one.title === title);

describe('a press that arrives twice at the same time', () => {
  test('moves a row once, and both are told that it is moved', async () => {
    const asked = cardOf(await stage.type('Kari', 'plan move Rapport 8/10/2026'));
    const move = buttonOf(asked, 'plan.move');
    const both = await Promise.all([stage.press('Kari', move), stage.press('Kari', move)]);
    for (const answer of both) expect(textOf(cardOf(answer))).toContain('Flyttet');
    expect((await stage.plan()).revision).toBe(2);
    expect((await stage.store.audit.all()).filter(({ what }) => what === 'plan.move')).toHaveLength(1);
  });

  test('makes one address of a calendar, and taking it back leaves none', async () => {
    const both = await Promise.all([stage.type('Kari', 'calendar Nordvik'), stage.type('Kari', 'calendar Nordvik')]);
    const links = () => stage.store.links.all();
    expect(await links()).toHaveLength(1);
    expect(textOf(cardOf(both[0]))).toBe(textOf(cardOf(both[1])));
    const data = { ...buttonOf(cardOf(both[0]), 'plan.calendar-ask').data, what: 'off' };
    await stage.press('Kari', { verb: 'plan.calendar-do', data });
    expect(await links()).toEqual([]);
  });
});

describe('a card from before a revision was undone and another took its number', () => {
  test('does not bring back what nobody has looked at', async () => {
    const move = async (when: string) => {
      const asked = cardOf(await stage.type('Kari', `plan move Rapport ${when}`));
      return cardOf(await stage.press('Kari', buttonOf(asked, 'plan.move')));
    };
    const moved = await move('8/10/2026');
    const [first] = (await stage.plan()).revisions;
    const ask = cardOf(
      await stage.press('Kari', {
        verb: 'plan.ask-restore',
        data: { programme: (await stage.plan()).id, number: String(first?.number) },
      }),
    );
    expect(textOf(ask)).toContain('Rapport');
    await stage.press('Kari', buttonOf(moved, 'plan.take-back'));
    stage.clock.moveTo(stage.clock.now().add({ seconds: 20 }));
    const other = cardOf(await stage.type('Kari', 'plan move Verksted "uke 43"'));
    await stage.press('Kari', buttonOf(other, 'plan.move'));
    const again = cardOf(await stage.press('Kari', buttonOf(ask, 'plan.restore')));
    expect(textOf(again)).toContain('Planen er endret i mellomtiden');
    expect((await row('Verksted'))?.when.text).toContain('uke 43');
  });

  test('does not save a file over what nobody has looked at', async () => {
    const asked = cardOf(await stage.type('Kari', 'plan move Rapport 8/10/2026'));
    const moved = cardOf(await stage.press('Kari', buttonOf(asked, 'plan.move')));
    const read = cardOf(
      await stage.type('Kari', 'import', 'felles', { files: [file(csv.replace('6/11/2026', '7/11/2026'))] }),
    );
    await stage.press('Kari', buttonOf(moved, 'plan.take-back'));
    stage.clock.moveTo(stage.clock.now().add({ seconds: 20 }));
    const other = cardOf(await stage.type('Kari', 'plan move Verksted "uke 43"'));
    await stage.press('Kari', buttonOf(other, 'plan.move'));
    const again = cardOf(await stage.press('Kari', buttonOf(read, 'plan.draft-save')));
    expect((await row('Verksted'))?.when.text).toContain('uke 43');
    expect((await stage.plan()).revision).toBe(2);
    expect(buttonOf(again, 'plan.draft-save')).toBeDefined();
  });
});
