import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultRules, type ReminderRules } from '#reminder/rules.ts';
import { buttonOf, buttonsOf, cardOf, openStage, type Stage, textOf, visitor } from '../../plan/stage.ts';
import { secondProgramme } from './second-programme.ts';

let stage: Stage;
// Monday 3 August 2026. Kari owns both programmes; Ola answers for Nordvik in one and for Sundet in the other, Siv for Fjordby in one alone.
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

const heading = 'Tid;Aktivitet;Organisasjon\n';
async function both(journal: string, rules: Partial<ReminderRules> = {}, { arkiv = '', hasSecond = true } = {}) {
  const alone: ReminderRules = { ...defaultRules, overview: false, escalation: null, noContact: null };
  await stage.programmeWith(heading + journal, { ...alone, ...rules });
  await stage.give('Nordvik kommune', 'contact', 'Ola');
  if (!hasSecond) return;
  const rows = `${heading}1/3/2027;Flytting;Sundet\n${arkiv}`;
  await secondProgramme(stage, rows, { contact: 'Ola', units: ['Sundet'], rules });
}
const last = (place: string, like: string) => {
  const found = stage.in(place).findLast(({ first }) => textOf(first).includes(like));
  if (!found) throw new Error(`nothing like ${like} in ${place}: ${stage.in(place).map(({ first }) => first.summary)}`);
  return found;
};
const lines = (place: string, like: string) => textOf(last(place, like).card).split('\n');

describe.each([
  ['in two programmes', true],
  ['in one programme', false],
])('who is %s', (_, hasSecond) => {
  const named = hasSecond ? ['Ny journal'] : [];

  test('reads on one reminder of which it is, in every version of it, only where there are several', async () => {
    await both('20/8/2026;Kurs;Nordvik kommune\n', {}, { hasSecond });
    await stage.beatAt('2026-08-13T07:00:00Z');
    const head = ['Om 7 dager: Kurs', ...named, 'Torsdag 20. august'];
    expect(lines('own-Ola', 'Kurs').slice(0, head.length)).toEqual(head);
    const { card } = last('own-Ola', 'Kurs');
    const own = { where: 'own-Ola' };
    const more = cardOf(await stage.press('Ola', buttonOf(card, 'Mer …'), own));
    const back = cardOf(await stage.press('Ola', buttonOf(more, 'Tilbake'), own));
    expect(textOf(back).split('\n').slice(0, head.length)).toEqual(head);
    await stage.restart();
    const pressed = cardOf(await stage.press('Ola', buttonOf(card, 'På vei'), own));
    await stage.quiet();
    for (const now of [pressed, last('own-Ola', 'Kurs').card]) {
      expect(textOf(now)).toContain('↷ På vei');
      expect(textOf(now).split('\n').slice(0, head.length)).toEqual(head);
    }
  });

  test('reads on a list of one day of which it is', async () => {
    await both('20/8/2026;Kurs;Nordvik kommune\n20/8/2026;Prøve;Nordvik kommune\n', {}, { hasSecond });
    await stage.beatAt('2026-08-13T07:00:00Z');
    const head = [
      'Om 7 dager: Kurs, og én til',
      ...named,
      'Kurs',
      'Torsdag 20. august · om 7 dager',
      'Nordvik kommune',
    ];
    expect(lines('own-Ola', 'Kurs').slice(0, head.length)).toEqual(head);
    const row = cardOf(await stage.press('Ola', buttonOf(last('own-Ola', 'Kurs').card, 'Åpne'), { where: 'own-Ola' }));
    expect(
      textOf(row)
        .split('\n')
        .slice(1, 1 + named.length),
    ).toEqual(named);
    await stage.press('Ola', buttonOf(row, 'Ferdig'), { where: 'own-Ola' });
    await stage.quiet();
    expect(lines('own-Ola', 'Kurs').slice(1, 1 + named.length)).toEqual(named);
  });

  test('comes from the week to the whole plan of that programme', async () => {
    const many = Array.from({ length: 10 }, (_, nth) => `12/8/2026;Rad ${nth + 1};Nordvik kommune\n`).join('');
    await both(many, { rules: [], overview: true }, { hasSecond });
    await stage.beatAt('2026-08-10T07:00:00Z');
    const week = last('own-Ola', 'Uke 33').card;
    expect(textOf(week)).toContain('For Nordvik kommune i Ny journal');
    expect(textOf(week).includes('2 rader til.')).toBe(true);
    expect(textOf(week).includes('Skriv «plan»')).toBe(!hasSecond);
    const plans = buttonsOf(week, 'plan.show');
    expect(plans).toHaveLength(hasSecond ? 1 : 0);
    for (const plan of plans) {
      const shown = cardOf(await stage.press('Ola', plan, { where: 'own-Ola' }));
      expect(textOf(shown)).toContain('Rad 1');
    }
  });

  test('is asked for a contact in words that lead to the right programme', async () => {
    await both('12/8/2026;Kurs;Sørfjord kommune\n', { noContact: defaultRules.noContact }, { hasSecond });
    await stage.beatAt('2026-08-04T07:00:00Z');
    const text = textOf(last('own-Kari', 'Sørfjord kommune har ingen kontakt').first);
    expect(text).toContain(
      hasSecond
        ? 'denne raden i Ny journal. Skriv «program "Ny journal"» og så «enhet NAVN kontakt @hvem».'
        : 'denne raden. Skriv «enhet NAVN kontakt @hvem».',
    );
  });

  test('is told as deputy of which programme it is', async () => {
    await both('12/8/2026;Kurs;Nordvik kommune\n', { escalation: defaultRules.escalation }, { hasSecond });
    await stage.give('Nordvik kommune', 'deputy', 'Pat');
    if (hasSecond) await stage.type('Kari', 'unit Sundet deputy @{0}', 'arkiv', { mentions: [visitor('Pat')] });
    for (const day of ['05', '11', '12', '13', '14', '17', '18', '19']) {
      await stage.beatAt(`2026-08-${day}T07:00:00Z`);
    }
    const text = textOf(last('own-Pat', 'you are the deputy').first);
    expect(text.split('\n')[1]).toMatch(hasSecond ? /^Ny journal\. You get this because/u : /^You get this because/u);
  });
});

test('a channel that is tied to two programmes reads of which it is', async () => {
  await both('20/8/2026;Kurs;Nordvik kommune\n');
  await stage.tie('Nordvik kommune', 'felles');
  await stage.beatAt('2026-08-13T07:00:00Z');
  expect(lines('felles', 'Om 7 dager: Kurs')).not.toContain('Ny journal');
  const [journal, arkiv] = await stage.store.programmes.all();
  const place = (await stage.store.places.all()).find(({ key }) => key === 'felles');
  for (const one of [journal, arkiv]) {
    await stage.store.programmes.change(one?.id as never, (now) => ({
      next: { ...now, place: place?.id },
      outcome: 0,
    }));
  }
  await stage.beatAt('2026-08-19T07:00:00Z');
  expect(lines('felles', 'I morgen: Kurs')).toContain('Ny journal');
});
