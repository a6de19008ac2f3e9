import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Name, type Room, unit } from './cast.ts';
import { joins, plans, settlesIn } from './setting.ts';
import { cardOf, type Stage, sees } from './stage.ts';
import { stages } from './stages.ts';

// The journeys begin on Wednesday 25 November 2026; Monday of week 49 is the 30th.
describe.each(stages)('what comes beside a reminder of its own in %s', (_surface, open) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await open();
    await settlesIn(stage);
  });
  afterEach(() => stage.closes());

  const saves = async (...rows: string[]) => {
    const read = await plans(stage, ...rows);
    await stage.presses('ingrid', cardOf(read), `Lagre ${rows.length} rader`);
  };
  const count = async (who: Name, where: Room, ...words: string[]) =>
    (await stage.reads(who, where)).filter(({ text }) => words.every((word) => text.includes(word))).length;

  test('what a contact gets on one day comes as one message in their own chat, and each row is answered there', async () => {
    await joins(stage, 'aisha', 'contact', 'Vestbygd kommune');
    await saves('3/12;Roller er registrert;Vestbygd kommune', '3/12;Rommet er leid;Vestbygd kommune');
    await stage.says('aisha', 'own', 'hjelp');
    await stage.goesOn(2);
    const digest = await sees(stage, 'aisha', 'own', 'Om 7 dager: Roller er registrert, og én til', 'Rommet er leid');
    const row = await stage.presses('aisha', digest, 'Åpne [1]');
    await stage.setsForAll('aisha', cardOf(row), 'Ferdig');
    await sees(stage, 'aisha', 'own', 'Rommet er leid', 'Ferdig, registrert av Aisha Rahmani');
    expect(await count('ingrid', 'all', 'Rommet er leid', 'Vestbygd')).toBe(0);

    await stage.restarts();
    await stage.goesOn(8);
    // The working day before and on the day: only the row that nobody has answered about.
    await sees(stage, 'aisha', 'own', 'I dag: Rommet er leid', 'Ansvarlig: Vestbygd kommune');
    expect(await count('aisha', 'own', 'dag: Roller er registrert')).toBe(0);
  });

  test('on Monday the unit’s channel and the owner get the week, once, and a row is one press away', async () => {
    await saves(`3/12;Utstyrslisten er levert;${unit}`, `9/12;Kurset er holdt;${unit}`);
    await stage.says('ingrid', 'own', 'hjelp');
    await stage.goesOn(5);
    expect(await count('kari', 'team', 'Uke 49')).toBe(0);
    await stage.goesOn(1);
    const week = await sees(stage, 'kari', 'team', 'Uke 49', 'Denne uken', 'Utstyrslisten er levert', 'Neste uke');
    expect(week.text).toContain('Kurset er holdt');
    expect(week.text).toContain(`For ${unit}`);
    const row = await stage.presses('kari', week, 'Åpne [1]');
    expect(row.text).toContain(unit);

    await stage.restarts();
    await stage.goesOn(3);
    expect(await count('per', 'team', 'Uke 49', 'Neste uke')).toBe(1);
    // Her own chat: the overview alone, or with what she is reminded of that day.
    await sees(stage, 'ingrid', 'own', 'ke 49');
  });

  test('what nobody says is done is told to the deputy in their own chat, with the history, and to nobody else until it is their turn', async () => {
    await joins(stage, 'per', 'deputy');
    await saves(`26/11;Rommet er leid;${unit}`, `27/11;Kurset er lyst ut;${unit}`);
    await stage.says('per', 'own', 'hjelp');
    // Three working days after Thursday are over on Tuesday morning.
    await stage.goesOn(6);
    expect(await count('per', 'own', 'Rommet er leid')).toBe(0);
    await stage.goesOn(1);
    const told = await sees(
      stage,
      'per',
      'own',
      'Forsinket: Rommet er leid',
      'du er stedfortreder',
      'Klar har spurt Kari',
    );
    expect(await count('ingrid', 'own', 'Forsinket: Rommet er leid')).toBe(0);
    expect(await count('kari', 'team', 'du er stedfortreder')).toBe(0);

    const row = await stage.presses('per', told, 'Åpne');
    expect(row.text).toContain('Rommet er leid');
    await stage.setsForAll('per', cardOf(row), 'Ferdig');
    await stage.restarts();
    // The other row has gone on to the owner of the programme, on the Monday after its turn; the one that is done has not.
    await stage.goesOn(12);
    expect(await count('ingrid', 'own', 'Kurset er lyst ut', 'fikk beskjed')).toBe(0);
    await stage.goesOn(1);
    await sees(stage, 'ingrid', 'own', 'Kurset er lyst ut', 'Per-Anders Holme (stedfortreder) fikk beskjed');
    expect(await count('ingrid', 'own', 'Rommet er leid', 'stedfortreder')).toBe(0);
    expect(await count('per', 'own', 'Rommet er leid', 'du er stedfortreder')).toBe(1);
  });
});
