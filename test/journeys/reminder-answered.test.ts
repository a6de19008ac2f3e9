import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unit } from './cast.ts';
import { tellsOfChanges } from './plan-setting.ts';
import { joins, plans, settlesIn } from './setting.ts';
import { cardOf, type Shown, type Stage, sees } from './stage.ts';
import { stages } from './stages.ts';

// The journeys begin on Wednesday 25 November 2026.
describe.each(stages)('what people do with a reminder in %s', (_surface, open) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await open();
    await settlesIn(stage);
    const read = await plans(stage, `3/12;Utstyrslisten er levert;${unit}`, `4/12;Roller er registrert;${unit}`);
    await stage.presses('ingrid', cardOf(read), 'Lagre 2 rader');
    await stage.says('ingrid', 'own', 'hjelp');
  });
  afterEach(() => stage.closes());

  const remindersOf = async (words: string) =>
    (await stage.reads('per', 'team')).filter((one) => one.text.includes(words) && !tellsOfChanges(one));
  /** Thursday the 26th, a week before. */
  const firstReminder = async (): Promise<Shown> => {
    await stage.goesOn(2);
    return sees(stage, 'kari', 'team', 'Utstyrslisten er levert', 'Mer …');
  };
  /** "Mer …", and what is chosen there. */
  const chooses = async (on: Shown, what: string) => {
    const menu = cardOf(await stage.presses('kari', on, 'Mer …'));
    return stage.presses('kari', menu, what);
  };

  test('put off for three days it comes again on the next working day, and every colleague reads so', async () => {
    const card = await firstReminder();
    const told = await chooses(card, '3 dager');
    expect(told.text).toContain('Dere får denne igjen mandag 30. november');
    await sees(stage, 'per', 'team', 'Utstyrslisten er levert', 'Utsatt til mandag 30. november av Kari Myrvang');
    await stage.repeats('kari');
    const before = (await remindersOf('Utstyrslisten')).length;
    await stage.goesOn(3);
    expect(await remindersOf('Utstyrslisten')).toHaveLength(before);
    // Monday at nine.
    await stage.goesOn(2);
    expect(await remindersOf('Utstyrslisten')).toHaveLength(before + 1);
  });

  test('the putting off is taken back by a press, and all is as before', async () => {
    // By now it is Friday.
    const told = await chooses(await firstReminder(), 'Neste arbeidsdag');
    expect(told.text).toContain('Dere får denne igjen mandag 30. november');
    const undone = await stage.presses('kari', cardOf(told), 'Angre');
    expect(undone.text).toContain('Påminnelsene kommer som før');
    await stage.settles();
    expect((await sees(stage, 'per', 'team', 'Utstyrslisten er levert')).text).not.toContain('Utsatt');
  });

  test('“not ours” asks who leads in their own chat, and taken off the row the unit is reminded no more', async () => {
    const told = await chooses(await firstReminder(), 'Ikke vårt');
    expect(told.text).toContain('Dere får ikke flere påminnelser om dette');
    const question = await sees(stage, 'ingrid', 'own', `${unit} sier at «Utstyrslisten er levert» ikke er deres`);
    const out = await stage.presses('ingrid', question, `Ta ${unit} ut av raden`);
    expect(out.text).toContain(`${unit} er tatt ut av raden «Utstyrslisten er levert»`);
    await stage.repeats('ingrid');
    await stage.goesOnABit();
    await sees(stage, 'per', 'team', 'Planen er endret', 'Utstyrslisten er levert');
    const before = (await remindersOf('Utstyrslisten')).length;
    await stage.goesOn(8);
    expect(await remindersOf('Utstyrslisten')).toHaveLength(before);
  });

  test('“not ours” answered with “keep” is told to the unit, once, and the reminders go on', async () => {
    await chooses(await firstReminder(), 'Ikke vårt');
    const question = await sees(stage, 'ingrid', 'own', 'ikke er deres');
    await stage.presses('ingrid', question, 'Behold');
    await stage.repeats('ingrid');
    await sees(stage, 'kari', 'team', '«Utstyrslisten er levert» er fortsatt deres', 'Ingrid Solbakkrud');
    await stage.settles();
    const isLeft = (await stage.reads('kari', 'team')).some(({ text }) =>
      text.includes('Dere får ikke flere påminnelser'),
    );
    // What only one person sees in Slack cannot be changed afterwards (PLATFORMS S23).
    expect(isLeft).toBe(stage.surface === 'slack');
    const told = (await stage.reads('per', 'team')).filter(({ text }) => text.includes('fortsatt deres'));
    expect(told).toHaveLength(1);
  });

  test('“why did I get this” says the role, the row, the rule and the place', async () => {
    const told = await chooses(await firstReminder(), 'Hvorfor fikk jeg dette?');
    expect(told.text).toContain(`Du får dette fordi du er kontakt for ${unit}, som står som ansvarlig for rad `);
    expect(told.text).toContain('Regelen sier 7 dager før.');
    expect(told.text).toContain('lag-solvik');
  });

  test('who leads sends one now, and it is not sent once more at its time; another is stopped', async () => {
    // Two units without channels, each with one reminder ahead: today at nine.
    await joins(stage, 'daniel', 'contact', 'Nordlys sykehus');
    await joins(stage, 'oda', 'contact', 'Fagernes legevakt');
    for (const who of ['daniel', 'oda'] as const) await stage.says(who, 'own', 'help');
    const rows = ['25/11;Kabelen er trukket;Nordlys sykehus', '25/11;Vaktlisten er delt;Fagernes legevakt'];
    await stage.presses('ingrid', cardOf(await plans(stage, ...rows)), 'Lagre 2 rader');
    const about = async (who: 'daniel' | 'oda', words: string) =>
      (await stage.reads(who, 'own')).filter((one) => one.text.includes(words) && !tellsOfChanges(one));
    const opens = async (of: string) => {
      const list = cardOf(await stage.says('ingrid', 'own', `påminn "${of}"`));
      return cardOf(await stage.presses('ingrid', list, 'Åpne'));
    };

    const one = await opens('Nordlys sykehus');
    expect(one.text).toContain('Sendes onsdag 25. november kl. 09.00');
    const asks = cardOf(await stage.presses('ingrid', one, 'Send nå'));
    expect(asks.text).toContain('Sende nå til Nordlys sykehus');
    expect(await about('daniel', 'Kabelen')).toEqual([]);
    const sent = await stage.presses('ingrid', asks, 'Send nå');
    expect(sent.text).toContain('Sendt til Nordlys sykehus');
    await stage.repeats('ingrid');
    await sees(stage, 'daniel', 'own', 'Kabelen er trukket');

    const stopped = await stage.presses('ingrid', await opens('Fagernes legevakt'), 'Stopp');
    expect(stopped.text).toContain('Påminnelsen onsdag 25. november kl. 09.00 blir ikke sendt');
    await stage.goesOn(1);
    expect(await about('daniel', 'Kabelen')).toHaveLength(1);
    expect(await about('oda', 'Vaktlisten')).toEqual([]);
  });
});
