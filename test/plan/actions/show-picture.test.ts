import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card, Element, Image } from '#card/card.ts';
import { readLink } from '#chat/links.ts';
import { planFeature } from '#plan/feature.ts';
import { actionsOf } from '../../card-parts.ts';
import { buttonOf, buttonsOf, cardOf, noticeOf, openStage, type Stage, textOf } from '../stage.ts';

let stage: Stage;
// Monday 3 August 2026.
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

const csv = `Tid;Aktivitet;Organisasjon;Kvalitetspunkt
1/7/2026;Kontaktpersoner er meldt inn;Nordvik kommune;
10/8/2026;Kurs 1;Sørfjord kommune;
uke 42;Arbeidsverksted;"Nordvik kommune; Sørfjord kommune";
15/10/2026;Arbeidsflyt er vist;Nordvik kommune;K2
mars 2027;Konsolidering;Nordvik kommune;
;Rekruttering;Sørfjord kommune;
`;
const ask = async (text: string, name: Parameters<Stage['type']>[0] = 'Kari'): Promise<Card> =>
  cardOf(await stage.type(name, text));
const imageOf = (card: Card): Image => {
  const found = card.content.body.find((one: Element) => one.type === 'Image');
  if (found?.type !== 'Image') throw new Error(`no picture on:\n${textOf(card)}`);
  return found;
};
/** The file behind a link, made as the house makes it. */
const fileOf = async (url: string) => {
  const link = await stage.store.links.get(readLink(url)?.token ?? '');
  if (!link) throw new Error('no such link');
  return planFeature.links?.[link.kind]?.({ store: stage.store } as never, link);
};
const urlsOn = (card: Card): string[] =>
  actionsOf(card).flatMap((one) => (one.type === 'Action.OpenUrl' ? [one.url] : []));
const textIn = async (url: string): Promise<string> => new TextDecoder().decode((await fileOf(url))?.bytes);

describe('the picture of the plan in chat', () => {
  beforeEach(async () => {
    await stage.programmeWith(csv);
  });

  test('says the finding in words, and carries the picture with what it says', async () => {
    const card = await ask('plan bilde');
    expect(textOf(card).split('\n').slice(0, 2)).toEqual([
      'Planen for Ny journal',
      '6 rader · 1 forsinket. Neste kvalitetspunkt: K2, 15. oktober.',
    ]);
    expect(card.summary).toBe('Planen for Ny journal: 6 rader · 1 forsinket');
    expect(imageOf(card).altText).toContain('Én er forsinket: Kontaktpersoner er meldt inn (1. juli)');
    expect(imageOf(card).url).toMatch(/^klar:[\w-]{43}\/plan\.png$/u);
    const file = await fileOf(imageOf(card).url);
    expect([file?.type, Buffer.from(file?.bytes ?? []).toString('latin1', 1, 4)]).toEqual(['image/png', 'PNG']);
  });

  test('opens whole as SVG, with every row', async () => {
    const [url = ''] = urlsOn(await ask('plan gantt'));
    const svg = await textIn(url);
    for (const title of ['Kurs 1', 'Arbeidsverksted', 'Konsolidering', 'Rekruttering']) expect(svg).toContain(title);
    expect(svg).toContain('Nordvik kommune');
  });

  test.each([
    ['plan picture by month', 'Oktober 2026'],
    ['plan bilde etter måned', 'Oktober 2026'],
    ['plan bild per månad', 'Oktober 2026'],
    ['plan bilde Sørfjord kommune', 'August 2026'],
    ['plan bilde Sørfjord etter enhet', 'Sørfjord kommune'],
    ['plan bilde oktober', 'Oktober 2026'],
  ])('«%s» is grouped as it asks: %s', async (text, heading) => {
    expect(await textIn(urlsOn(await ask(text))[0] ?? '')).toContain(`>${heading}<`);
  });

  test('of a unit or a month holds its rows alone', async () => {
    const card = await ask('plan bilde Sørfjord');
    expect(textOf(card)).toContain('Planen for Sørfjord kommune');
    const svg = await textIn(urlsOn(card)[0] ?? '');
    expect([svg.includes('Kurs 1'), svg.includes('Konsolidering')]).toEqual([true, false]);
  });

  test('changes between unit and month on a press, on the same card', async () => {
    const answer = await stage.press('Kari', buttonOf(await ask('plan bilde'), 'Etter måned'));
    expect(answer.show).toBe('replace');
    expect(buttonsOf(cardOf(answer)).map(({ title }) => title)).toEqual(['Etter enhet']);
  });

  test('is in the reader’s language', async () => {
    await stage.give('Nordvik kommune', 'member', 'Siv');
    const card = await ask('plan bild', 'Siv');
    expect(textOf(card)).toContain('6 rader · 1 försenad. Nästa go/no-go-punkt: K2, 15 oktober.');
    expect(await textIn(urlsOn(card)[0] ?? '')).toContain('lang="sv"');
  });

  test('that was sent stays as it was, with its day and its plan, when the plan changes and time goes by', async () => {
    const [url = ''] = urlsOn(await ask('plan bilde'));
    const before = await textIn(url);
    await stage.importing(csv.replace('Konsolidering', 'Samling i hallen').replace('10/8', '12/8'));
    stage.clock.moveTo(Temporal.Instant.from('2026-09-10T07:00:00Z'));
    expect(await textIn(url)).toBe(before);
    expect(before).toContain('I dag, 3. august');
    expect(await textIn(urlsOn(await ask('plan bilde'))[0] ?? '')).toContain('Samling i hallen');
  });

  test('can be opened for ninety days', async () => {
    const link = await stage.store.links.get(readLink(imageOf(await ask('plan bilde')).url)?.token ?? '');
    expect(link?.until?.slice(0, 10)).toBe('2026-11-01');
  });

  test('is shown to those who belong to the programme', async () => {
    const button = buttonOf(await ask('plan bilde'), 'plan.picture');
    expect(noticeOf(await stage.press('Nils', button, { where: 'own-Nils' })).problem).toBe(true);
  });

  test('of what nobody knows is answered as the plan itself answers', async () => {
    expect(textOf(await ask('plan bilde Ingenstedsby'))).toContain('Ingenstedsby');
  });
});

test('a plan without a single date has no picture, and says what to do', async () => {
  await stage.programmeWith(
    'Tid;Aktivitet;Organisasjon\n;Rekruttering;Sørfjord kommune\navklares;Kurs;Sørfjord kommune\n',
  );
  const card = await ask('plan bilde');
  expect(textOf(card)).toContain('Ingen av radene har dato ennå');
  expect(textOf(card)).toContain('2 rader venter på en dato');
  expect(buttonsOf(card).map(({ verb }) => verb)).toEqual(['plan.show']);
});

test('a plan of two hundred rows comes in parts, one after the other, and whole behind a link', async () => {
  const rows = Array.from(
    { length: 200 },
    (_, i) => `${1 + (i % 28)}/${1 + (i % 12)}/2027;Oppgave ${i};Enhet ${i % 9};`,
  );
  await stage.programmeWith(`Tid;Aktivitet;Organisasjon;Kvalitetspunkt\n${rows.join('\n')}\n`);
  let card = await ask('plan bilde');
  const seen: string[] = [];
  for (let part = 1; part < 40; part++) {
    seen.push(imageOf(card).altText.split('.')[0] ?? '');
    const next = buttonsOf(card).find(({ title }) => title === 'Neste bilde');
    if (!next) break;
    card = cardOf(await stage.press('Kari', next));
  }
  expect(seen.length).toBeGreaterThanOrEqual(200 / 18);
  expect(seen[0]).toBe(`Bilde 1 av ${seen.length}: Enhet 0`);
  expect(new Set(seen).size).toBe(seen.length);
  expect(actionsOf(card).map((one) => one.title)).toEqual(['Første bilde', 'Etter måned', 'Åpne hele', 'Hele som PNG']);
  const [svg = '', png = ''] = urlsOn(card);
  expect(await textIn(svg)).toContain('Oppgave 199');
  expect(Buffer.from((await fileOf(png))?.bytes ?? []).readUInt32BE(20)).toBeGreaterThan(5000);
});
