import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '#card/card.ts';
import { buttonOf, buttonsOf, cardOf, type Name, noticeOf, openStage, type Stage, textOf } from '../../plan/stage.ts';
import { secondProgramme } from './second-programme.ts';

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
      'Kurs · 20. august',
      '7 dager før: torsdag 13. august kl. 09.00',
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
    expect(textOf(await list('"Nordvik kommune"'))).toContain(
      'Én arbeidsdag før: torsdag 20. august kl. 09.00, i én melding med én til',
    );
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

  test('tells meetings that are called the same apart, and the reminders of one row', async () => {
    await stage.importing(
      'Tid;Aktivitet;Organisasjon\n20/8/2026;Møte;Nordvik kommune\n17/9/2026;Møte;Nordvik kommune\n22/10/2026;Møte;\n',
    );
    const shown = [await list()];
    while (textOf(shown.at(-1) as Card).includes('[Vis flere]'))
      shown.push(await presses(shown.at(-1) as Card, 'Vis flere'));
    const told = shown.flatMap((card) =>
      textOf(card)
        .split('\n')
        .filter((line) => / · |: .* kl\. /u.test(line)),
    );
    const pairs = told.flatMap((line, nth) => (line.startsWith('Møte · ') ? [`${line} / ${told[nth + 1]}`] : []));
    expect(pairs).toHaveLength(9);
    expect(new Set(pairs).size).toBe(9);
    expect(pairs[0]).toBe('Møte · 20. august / 7 dager før: torsdag 13. august kl. 09.00');
  });

  test('counts in its title what it counts at its foot, also where one is stopped', async () => {
    await presses(await first(), 'Stopp');
    const lines = textOf(await list()).split('\n');
    expect(lines[0]).toBe('9 påminnelser framover (én stoppet)');
    expect(lines).toContain('1–5 av 9');
    await stage.importing('Tid;Aktivitet;Organisasjon\n4/8/2026;Fest;Nordvik kommune\n');
    await presses(await first(), 'Stopp');
    expect(textOf(await list()).split('\n')[0]).toBe('Én påminnelse framover (stoppet)');
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
    expect(await why()).toContain('Regeln säger en arbetsdag före.');
  });

  test('that could not reach everyone says so, and comes to them at its time', async () => {
    stage.trouble.set('nordvik', 'unreachable');
    const sent = await presses(await presses(await first(), 'Send nå'), 'Send nå');
    expect(textOf(sent)).toContain('Sendt til Sørfjord kommune og én til');
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
    expect(textOf(await list())).toContain('7 dager før: stoppet, skulle vært sendt torsdag 13. august kl. 09.00');
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

describe('who is in two programmes', () => {
  const move = 'Tid;Aktivitet;Organisasjon\n25/8/2026;Flytting;Fjordby kommune\n28/8/2026;Kasser;Fjordby kommune\n';
  const own = async (name: Name, text: string) => cardOf(await stage.type(name, text, `own-${name}`));
  beforeEach(async () => {
    await secondProgramme(stage, move, { contact: 'Siv', units: ['Fjordby kommune'] });
  });

  test('reads in the own chat what comes from both, each line with its programme', async () => {
    const card = await own('Siv', 'påminn mina');
    const lines = textOf(card).split('\n');
    expect(lines[0]).toBe('9 påminnelser framöver till dig och dina enheter');
    const kurs = lines.indexOf('Kurs · 20 augusti');
    expect(lines[kurs + 2]).toBe('till Fjordby kommune (Siv) · Ny journal');
    const flytting = lines.indexOf('Flytting · 25 augusti');
    expect(lines[flytting + 2]).toBe('till Fjordby kommune (Siv) · Nytt arkiv');
    // On 20 August both programmes have something to say, and it is one message.
    expect(lines[lines.indexOf('Kasser · 28 augusti') + 1]).toMatch(/^7 dagar före: fredag 21 augusti kl\. 09\.00/u);
    expect(buttonsOf(card).map(({ title }) => title)).not.toContain('Regler');
    const next = cardOf(await stage.press('Siv', buttonOf(card, 'Visa fler'), { where: 'own-Siv' }));
    expect(textOf(next)).toContain('6–9 av 9');
    expect(textOf(next)).toContain('· Nytt arkiv');
  });

  test('reads in a channel what comes from the programme of the channel', async () => {
    const lines = textOf(cardOf(await stage.type('Siv', 'påminn mina'))).split('\n');
    expect(lines[0]).toBe('3 påminnelser framöver till dig och dina enheter');
    expect(lines.join()).not.toContain('Nytt arkiv');
  });

  test('opens one of what they lead, and goes back to the list of both', async () => {
    await stage.give('Fjordby kommune', 'contact', 'Kari');
    const card = await own('Kari', 'påminn mine');
    expect(textOf(card)).toContain('til Fjordby kommune (Siv, Kari) · Ny journal');
    const at = { where: 'own-Kari' };
    const one = cardOf(await stage.press('Kari', buttonOf(card, 'reminder.next'), at));
    const back = cardOf(await stage.press('Kari', buttonOf(one, 'Tilbake'), at));
    expect(textOf(back)).toBe(textOf(card));
  });

  test('is told where Klar has looked, where nothing comes', async () => {
    expect(textOf(await own('Kari', 'påminn mine')).split('\n')).toEqual([
      'Ingen påminnelser framover til deg og enhetene dine',
      'Klar har sett i Ny journal og Nytt arkiv. Skriv «mine» for å se hva som venter på svar fra deg.',
    ]);
  });
});
