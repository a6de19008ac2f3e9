import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cast, emailOf, names } from './cast.ts';
import { joins, plans, settlesIn } from './setting.ts';
import { cardOf, type Stage, sees } from './stage.ts';
import { stages } from './stages.ts';

/** What people write and are called, and what Klar must keep to itself. */
const theirs = {
  question: 'Hvor trygg er du på bemanningen?',
  option: 'Ganske utrygg',
  comment: 'Vikar på natt mangler',
  activity: 'Kurs i legemiddelhåndtering',
  refused: 'tirsdagen etter påske',
  typed: 'kanskjedetgår',
};
const secrets = ['xoxb-reisen', 'hemmelig-signatur', 'Bearer', 'eyJ'];
const people = names.flatMap((who) => [cast[who].name, cast[who].name.split(' ')[1] ?? '', emailOf(who)]);

describe.each(stages)("Klar's log in %s", (_surface, open) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await open();
  });
  afterEach(() => stage.closes());

  test('says what was done where, and nothing of what people wrote, who they are called, or what is secret', async () => {
    // 1. All that people do, with a platform in a mood in between.
    await settlesIn(stage);
    await joins(stage, 'per', 'deputy');
    const read = await plans(stage, `3/12;${theirs.activity};Solvik kommune`, `${theirs.refused};Møte;Solvik kommune`);
    await stage.presses('ingrid', cardOf(read), 'Lagre én rad');
    stage.hasMoods();
    await stage.says('ingrid', 'all', `avstemning "${theirs.question}" "Trygg" "${theirs.option}" anonym`);
    await stage.settles();
    await stage.presses('kari', await sees(stage, 'kari', 'all', theirs.question), theirs.option);
    await stage.presses('per', await sees(stage, 'per', 'all', theirs.question), 'Trygg');
    await stage.says('daniel', 'all', theirs.typed);
    await stage.goesOn(2);
    await stage.setsForAll('kari', await sees(stage, 'kari', 'team', theirs.activity), 'Trenger hjelp');
    // Who leads hears of it in a chat of their own, beside what they do themselves.
    await stage.settles();
    await handsOut(theirs.comment);
    const asked = await sees(stage, 'ingrid', 'all', theirs.question);
    await stage.pressesLate('daniel', asked, 'Steng avstemningen …');
    await stage.settles();
    await stage.restarts();

    // 2. The log as it would be written.
    const written = inspect(stage.log, { depth: 20, maxStringLength: null, maxArrayLength: null });
    expect(stage.log.map(({ message }) => message)).toEqual(
      expect.arrayContaining(['sent', 'reminder', 'press refused']),
    );
    for (const text of [...Object.values(theirs), ...secrets, ...people]) expect(written).not.toContain(text);
    // Nobody who answered the anonymous poll stands in a line about it.
    const aboutPoll = stage.log.filter(({ about }) => String(about.about ?? '').startsWith('poll:'));
    expect(aboutPoll.every(({ about }) => about.person === undefined)).toBe(true);
  });

  /** The unit gets its checklist, and Kari answers the first point with a comment. */
  async function handsOut(comment: string): Promise<void> {
    const list = cardOf(await stage.says('ingrid', 'all', 'sjekkliste'));
    const form = cardOf(await stage.presses('ingrid', list, 'Del ut en sjekkliste'));
    const wanted = { units: 'Solvik kommune', due: '2026-12-18' };
    const preview = cardOf(await stage.presses('ingrid', form, 'Se hvem som får hva', wanted));
    await stage.presses('ingrid', preview, 'Del ut til 1 enhet');
    await stage.settles();
    const sheet = await sees(stage, 'kari', 'team', '15 punkter');
    const answer = cardOf(await stage.presses('kari', sheet, 'Svar på disse 5'));
    const inputs = { 'colour-1': 'yellow', 'comment-1': comment };
    await stage.presses('kari', answer, 'Lagre svarene for Solvik kommune', inputs);
  }
});
