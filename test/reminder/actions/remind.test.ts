import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '#card/card.ts';
import { buttonOf, buttonsOf, cardOf, type Name, noticeOf, openStage, type Stage, textOf } from '../../plan/stage.ts';

let stage: Stage;
// Monday 3 August 2026. Ola is Nordvik's contact, Siv Fjordby's, which has no channel; nobody is in Sørfjord.
beforeEach(async () => {
  stage = await openStage();
  await stage.programmeWith(
    'Tid;Aktivitet;Organisasjon\n20/8/2026;Kurs;"Nordvik kommune; Sørfjord kommune; Fjordby kommune"\n21/8/2026;Prøve;Nordvik kommune\n27/8/2026;Fest;\n',
  );
  await stage.tie('Nordvik kommune', 'nordvik');
  await stage.give('Nordvik kommune', 'contact', 'Ola');
  await stage.give('Fjordby kommune', 'contact', 'Siv');
  await stage.type('Siv', 'help', 'own-Siv');
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

const list = async (asked = '', name: Name = 'Kari') => cardOf(await stage.type(name, `remind ${asked}`.trim()));
const presses = async (on: Card, button: string, name: Name = 'Kari') => {
  const answer = await stage.press(name, buttonOf(on, button));
  await stage.quiet();
  return cardOf(answer);
};
const first = async () => presses(await list(), 'Åpne');
const auditOf = async (what: string) => (await stage.store.audit.all()).filter((line) => line.what === what);
const kurs = (place: string) => stage.in(place).filter(({ card }) => textOf(card).includes('Kurs'));

describe('remind', () => {
  test('lists what comes next with each receiver by name and where it goes, and the rules', async () => {
    const lines = textOf(await list()).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      '9 påminnelser framover',
      'Kurs',
      'Torsdag 13. august kl. 09.00',
      'til Nordvik kommune (nordvik), Sørfjord kommune (felles), Fjordby kommune (Siv)',
      '[Åpne]',
    ]);
    expect(lines).toContain('1–5 av 9');
    expect(lines.some((line) => line.startsWith('Klar minner om hver rad 7 dager før'))).toBe(true);
  });

  test.each([
    ['Nordvik', 'Enheten «Nordvik» finnes ikke', false],
    ['"Sørfjord kommune"', '3 påminnelser framover til Sørfjord kommune', true],
    ['mine', 'Ingen påminnelser framover til deg og enhetene dine', true],
  ])('%s shows only what was asked for', async (asked, says, isCard) => {
    const answer = await stage.type('Kari', `remind ${asked}`);
    expect(isCard ? textOf(cardOf(answer)) : noticeOf(answer).text).toContain(says);
  });

  test('mine is what comes to one’s units and to oneself, in one’s language, without what only who leads may do', async () => {
    const card = cardOf(await stage.type('Siv', 'påminn mina'));
    expect(textOf(card)).toContain('3 påminnelser framöver till dig och dina enheter');
    expect(textOf(card)).not.toContain('Nordvik');
    expect(buttonsOf(card).map(({ verb }) => verb)).toEqual([
      'plan.row',
      'plan.row',
      'plan.row',
      'reminder.rules',
      'reminder.coming',
    ]);
  });

  test('tells what comes in the same message', async () => {
    // Kurs on the day and Prøve a working day before it both come on Thursday 20 August.
    expect(textOf(await list('"Nordvik kommune"'))).toContain('Torsdag 20. august kl. 09.00, i én melding med én til');
  });

  test('leaves out those who have answered, and what is done or called off', async () => {
    const { id, units } = await stage.programme();
    const { activities } = await stage.plan();
    const ola = (await stage.store.persons.all()).find(({ name }) => name === 'Ola');
    const said = {
      activity: activities[0]?.id as never,
      unit: units[0]?.id as never,
      by: ola?.id as never,
      at: '2026-08-03T07:00:00Z',
    };
    await stage.store.remindings.change(id, (now) => ({ next: { ...now, notOurs: [said] }, outcome: true }));
    expect(textOf(await list())).toContain('til Sørfjord kommune (felles), Fjordby kommune (Siv)');
    await stage.type('Kari', 'plan cancel Kurs for dyrt');
    expect(textOf(await list())).not.toContain('Kurs');
  });

  test('looks through the list and goes back to the same part of it', async () => {
    const next = await presses(await list(), 'Vis flere');
    expect(textOf(next)).toContain('6–9 av 9');
    const one = await presses(next, 'Åpne');
    expect(textOf(await presses(one, 'Tilbake'))).toContain('6–9 av 9');
  });
});

describe('one reminder that is to come', () => {
  test('says to whom, when and by which rule, with what who leads can do', async () => {
    expect(textOf(await first()).split('\n')).toEqual([
      'Kurs',
      'Sendes torsdag 13. august kl. 09.00 til:',
      '– Nordvik kommune (nordvik)',
      '– Sørfjord kommune (felles)',
      '– Fjordby kommune (Siv)',
      'Regel: 7 dager før.',
      '[Send nå]',
      '[Stopp]',
      '[Vis raden]',
      '[Tilbake]',
    ]);
  });

  test('is sent now after one question, to all of them, and not once more at its time', async () => {
    const question = await presses(await first(), 'Send nå');
    expect(textOf(question)).toContain('Sende nå til Nordvik kommune og 2 til');
    expect(stage.in('nordvik')).toEqual([]);
    const sent = await presses(question, 'Send nå');
    expect(textOf(sent)).toContain('Sendt til Nordvik kommune og 2 til');
    for (const place of ['nordvik', 'felles', 'own-Siv']) expect(kurs(place), place).toHaveLength(1);
    expect(textOf(stage.in('nordvik')[0]?.card as Card)).toContain('[Mer …]');
    // Delivered once more, it says the same and does nothing.
    expect(textOf(await presses(question, 'Send nå'))).toContain('Sendt til Nordvik kommune og 2 til');
    expect(await auditOf('reminder.send-now')).toHaveLength(1);
    expect(textOf(await list())).toContain('8 påminnelser framover');

    await stage.beatAt('2026-08-13T07:00:00Z');
    for (const place of ['nordvik', 'felles', 'own-Siv']) expect(kurs(place), place).toHaveLength(1);
    await stage.beatAt('2026-08-19T07:00:00Z');
    expect(kurs('nordvik')).toHaveLength(2);
  });

  test('tells whoever asks why they got it who sent it and when, and no rule', async () => {
    await presses(await presses(await first(), 'Send nå'), 'Send nå');
    const why = async () => {
      const at = async (on: Card, button: string) =>
        cardOf(await stage.press('Siv', buttonOf(on, button), { where: 'own-Siv' }));
      return textOf(await at(await at(stage.in('own-Siv').at(-1)?.card as Card, 'Mer …'), 'reminder.why'));
    };
    expect(await why()).toContain('Kari tryckte på ”Skicka nu” måndag 3 augusti kl. 09.00.');
    expect(await why()).not.toContain('Regeln');
    // The next one comes by itself.
    await stage.beatAt('2026-08-19T07:00:00Z');
    expect(await why()).toContain('Regeln säger 1 arbetsdag före.');
  });

  test('that could not reach everyone says so, and comes to them at its time', async () => {
    stage.trouble.set('nordvik', 'unreachable');
    const sent = await presses(await presses(await first(), 'Send nå'), 'Send nå');
    expect(textOf(sent)).toContain('Sendt til Sørfjord kommune og 1 til');
    expect(textOf(sent)).toContain('! Klar nådde ikke Nordvik kommune nå');
    stage.trouble.delete('nordvik');
    await stage.beatAt('2026-08-13T07:00:00Z');
    expect(kurs('nordvik')).toHaveLength(1);
    expect(kurs('own-Siv')).toHaveLength(1);
  });

  test('is stopped, and let go again, twice the same as once', async () => {
    const one = await first();
    for (const _ of [1, 2]) {
      const stopped = await presses(one, 'Stopp');
      expect(textOf(stopped)).toContain('Påminnelsen torsdag 13. august kl. 09.00 blir ikke sendt');
    }
    expect(await auditOf('reminder.stop')).toHaveLength(1);
    expect(textOf(await list())).toContain('Stoppet: blir ikke sendt');
    const again = await first();
    expect(textOf(again)).toContain('Stoppet av Kari mandag 3. august kl. 09.00.');
    for (const _ of [1, 2]) expect(textOf(await presses(again, 'Send den likevel'))).toContain('[Stopp]');
    expect(await auditOf('reminder.unstop')).toHaveLength(1);
    await presses(one, 'Stopp');
    await stage.beatAt('2026-08-13T07:00:00Z');
    expect(kurs('nordvik')).toEqual([]);
    await stage.beatAt('2026-08-19T07:00:00Z');
    expect(kurs('nordvik')).toHaveLength(1);
  });

  test('of what has been done, called off or moved since is not sent', async () => {
    const question = await presses(await first(), 'Send nå');
    await stage.type('Kari', 'plan cancel Kurs for dyrt');
    const answer = await stage.press('Kari', buttonOf(question, 'reminder.send-now'));
    expect(noticeOf(answer).text).toContain('Denne påminnelsen er ikke på vei lenger');
    await stage.quiet();
    expect(kurs('nordvik').concat(kurs('own-Siv'))).toEqual([]);
  });

  test('is sent and stopped by nobody but who leads', async () => {
    const one = await first();
    for (const button of ['Send nå', 'Stopp']) {
      const answer = await stage.press('Ola', buttonOf(one, button));
      expect(noticeOf(answer).text).toContain('Bare de som leder «Ny journal»');
    }
  });
});
