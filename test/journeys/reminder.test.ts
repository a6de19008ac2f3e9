import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Name, type Room, unit } from './cast.ts';
import { bytesOf } from './klar.ts';
import { tellsOfChanges } from './plan-setting.ts';
import { joins, plans, settlesIn } from './setting.ts';
import { cardOf, type Stage, sees } from './stage.ts';
import { stages } from './stages.ts';

// The journeys begin on Wednesday 25 November 2026.
describe.each(stages)('a reminder in %s', (_surface, open) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await open();
    await settlesIn(stage);
  });
  afterEach(() => stage.closes());

  /** How many messages about a row stand in a room; on the page the plan replaces another, and that is told as well. */
  const reminders = async (who: Name, where: Room, words: string) =>
    (await stage.reads(who, where)).filter((one) => one.text.includes(words) && !tellsOfChanges(one)).length;

  const saves = async (...rows: string[]) => {
    const read = await plans(stage, ...rows);
    const saved = await stage.presses(
      'ingrid',
      cardOf(read),
      `Lagre ${rows.length === 1 ? 'én rad' : `${rows.length} rader`}`,
    );
    expect(saved.text).toMatch(/Planen er lagret som revisjon \d/);
  };

  test('comes from a plan in a file: what cannot be read is shown, and the rest is saved by a press', async () => {
    const read = await plans(stage, `3/12;Utstyrslisten er levert;${unit}`, '31/2;Oppstart;', '4/12;Styringsgruppen;');
    expect(read.text).toContain('Planen leses slik: 2 rader');
    expect(read.text).toMatch(/✕ Rad 3, «Tid»: .*31\/2/);
    const saved = await stage.presses('ingrid', cardOf(read), 'Lagre 2 rader');
    // On the page a plan stands already, with one of the two rows: the rest of it stays.
    const rows = stage.surface === 'page' ? 27 : 2;
    expect(saved.text).toMatch(new RegExp(`Planen er lagret som revisjon \\d: ${rows} rader\\.`));
    const plan = await stage.says('ingrid', 'all', 'plan');
    expect(plan.text).toContain('Utstyrslisten er levert');
    expect(plan.text).toContain('Styringsgruppen');
    expect(plan.text).not.toContain('Oppstart');
  });

  test('comes to the unit’s channel with its contact mentioned; «Ferdig» changes it for everyone and ends the reminding', async () => {
    await saves(`3/12;Utstyrslisten er levert;${unit}`);
    await stage.goesOn(1);
    expect(await reminders('per', 'team', 'Utstyrslisten')).toBe(0);
    await stage.goesOn(1);
    const card = await sees(stage, 'kari', 'team', 'Utstyrslisten er levert', 'Kontakt:');
    expect(card.text).toContain(`Ansvarlig: ${unit}`);
    expect(await stage.mentionsOf('kari', 'team')).toBe(1);
    expect(await stage.mentionsOf('ingrid', 'team')).toBe(0);

    await stage.setsForAll('kari', card, 'Ferdig');
    for (const who of ['per', 'ingrid'] as const) {
      await sees(stage, who, 'team', 'Utstyrslisten er levert', 'Ferdig, registrert av Kari Myrvang');
    }
    await stage.goesOn(7);
    // Nor has Kari a second card of her own.
    for (const who of ['per', 'kari'] as const) expect(await reminders(who, 'team', 'Utstyrslisten')).toBe(1);
  });

  test('pressed by somebody whom it does not concern is refused with a sentence, and nothing is stored', async () => {
    await joins(stage, 'daniel', 'contact', 'Storvatn sykehus');
    await saves('3/12;Roller er registrert;Fjelldal kommune');
    await stage.says('daniel', 'own', 'help');
    await stage.goesOn(2);
    // Fjelldal has neither a channel nor a contact, so its reminder stands where everyone is.
    const card = await sees(stage, 'ingrid', 'all', 'Roller er registrert');
    await stage.settles();
    const before = await bytesOf(stage.folder);
    const told = await stage.pressesLate('daniel', card, 'Ferdig');
    expect(told.text).toContain('Fjelldal kommune');
    expect(told.text).toMatch(/Nothing has been changed|Nothing was changed|Nothing is changed/);
    expect(await bytesOf(stage.folder)).toBe(before);
    expect((await sees(stage, 'ingrid', 'all', 'Roller er registrert')).text).not.toContain('registrert av');
  });

  test('comes to the contact’s own chat where the unit has no channel, and is answered there', async () => {
    await joins(stage, 'aisha', 'contact', 'Vestbygd kommune');
    await saves('3/12;Roller er registrert;Vestbygd kommune');
    await stage.says('aisha', 'own', 'hjelp');
    await stage.goesOn(2);
    const card = await sees(stage, 'aisha', 'own', 'Roller er registrert', 'Ansvarlig: Vestbygd kommune');
    expect(await reminders('ingrid', 'all', 'Roller er registrert')).toBe(0);
    await stage.setsForAll('aisha', card, 'Ferdig');
    await sees(stage, 'aisha', 'own', 'Roller er registrert', 'Ferdig, registrert av Aisha');
    await stage.goesOn(7);
    expect(await reminders('aisha', 'own', 'Roller er registrert')).toBe(1);
  });

  test('comes with the others of its day in one message, which says for everyone how each row stands', async () => {
    await saves(
      `3/12;Utstyrslisten er levert;${unit}`,
      `3/12;Rommet er leid;${unit}`,
      `3/12;Kurset er lyst ut;${unit}`,
    );
    await stage.goesOn(2);
    await sees(stage, 'kari', 'team', 'Utstyrslisten er levert, og 2 til', 'Rommet er leid');
    expect(await reminders('per', 'team', 'Kurset er lyst ut')).toBe(1);
    await stage.says('ingrid', 'own', 'plan avlys Rommet er leid fordi huset er stengt');
    for (const who of ['per', 'ingrid'] as const) {
      await sees(stage, who, 'team', 'Kurset er lyst ut', '∅ Avlyst av Ingrid Solbakkrud', 'huset er stengt');
    }
    await stage.restarts();
    await stage.goesOn(8);
    // The working day before and on the day: the two that are left, in one message each time.
    expect(await reminders('per', 'team', 'Utstyrslisten er levert, og én til')).toBe(2);
    expect(await reminders('per', 'team', 'Rommet er leid')).toBe(1);
  });

  test('is sent once: after restarts, after days of absence, and when the platform is busy and then in trouble', async () => {
    await saves('4/12;Styringsgruppen møtes;');
    const count = () => reminders('per', 'all', 'Styringsgruppen møtes');
    await stage.goesOn(2);
    expect(await count()).toBe(0);
    stage.hasMoods();
    await stage.goesOn(1);
    expect(await count()).toBe(1);
    await stage.restarts();
    expect(await count()).toBe(1);

    // From Saturday the 28th to Friday the 4th nobody is at home; what fell due on Thursday still helps on Friday.
    stage.hasMoods();
    await stage.restarts({ awayDays: 6 });
    expect(await count()).toBe(2);
    await stage.restarts();
    expect(await count()).toBe(2);
    // It said "today": what would have come an hour later came in the same message.
    await stage.goesOn(4);
    expect(await count()).toBe(2);
    const patience = stage.log.filter(({ message }) => message === 'the platform asks for patience');
    expect(patience).toHaveLength(stage.surface === 'page' ? 0 : 2);
  });
});
