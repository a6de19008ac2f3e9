import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '#card/card.ts';
import { actionsOf } from '../../card-parts.ts';
import { buttonOf, cardOf, noticeOf, openStage, type Stage, textOf } from '../stage.ts';
import { openFiles } from './fetched.ts';

const csv = `Tid;Aktivitet;Ansvarlig;Beskrivelse
15/9;Kurs;Nordvik kommune;Ta med egen maskin
uke 42;Prøve;Sørvik kommune;
oktober;Opplæring;Nordvik kommune;Sørvik kommune
1/12;Felles møte;Nordvik kommune
`;

let stage: Stage;
let files: Awaited<ReturnType<typeof openFiles>>;
let elapsedMs: number;

beforeEach(async () => {
  stage = await openStage();
  elapsedMs = 0;
  // Each look is half a minute after the one before: what was made is not given again.
  files = await openFiles(stage, () => (elapsedMs += 31_000));
  await stage.programmeWith(csv);
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await files.close();
  await stage.close();
});

const linkOn = (card: Card): string => {
  const open = actionsOf(card).find((one) => one.type === 'Action.OpenUrl');
  if (open?.type !== 'Action.OpenUrl') throw new Error(textOf(card));
  return open.url;
};
const feed = async (link: string) => {
  const answer = await files.get(link);
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
  const entries = calendar.getAllSubcomponents().filter(({ name }) => name !== 'vtimezone');
  return { answer, calendar, entries, titles: entries.map((entry) => entry.getFirstPropertyValue('summary')) };
};

describe("A person's calendar", () => {
  test('is an address, shown to them alone, that gives the rows of their units in their language', async () => {
    await stage.give('Nordvik kommune', 'member', 'Siv');
    const answer = await stage.type('Siv', 'kalender');
    expect(answer.show).toBe('private');
    const card = cardOf(answer);
    const link = linkOn(card);
    // Written out too, for copying.
    expect(textOf(card)).toContain(link);
    expect(textOf(card)).toMatch(/Outlook.*Google.*iPhone/su);
    const { answer: got, calendar, titles, entries } = await feed(link);
    expect(got.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(titles).toEqual(['Kurs', 'Opplæring', 'Felles møte']);
    expect(calendar.getFirstPropertyValue('name')).toBe('Ny journal – Siv');
    expect(entries[0]?.getFirstPropertyValue('description')).toContain('Ta med egen maskin\n\n');
    expect(entries[0]?.getFirstPropertyValue('description')).toContain('Ansvarig: Nordvik kommune');
  });

  test('is the same address each time it is asked for, and answers 304 to who knows it already', async () => {
    await stage.give('Nordvik kommune', 'member', 'Ola');
    const link = linkOn(cardOf(await stage.type('Ola', 'kalender meg')));
    expect(linkOn(cardOf(await stage.type('Ola', 'calendar')))).toBe(link);
    const first = await files.get(link);
    const again = await files.get(link, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
  });

  test('is the whole plan for those who lead and are in no unit', async () => {
    const card = cardOf(await stage.type('Kari', 'kalender'));
    expect(textOf(card)).toContain('Planen i kalenderen din: alle rader');
    expect((await feed(linkOn(card))).titles).toEqual(['Kurs', 'Prøve', 'Opplæring', 'Felles møte']);
  });

  test('keeps rows that are done and follows the plan', async () => {
    await stage.give('Nordvik kommune', 'contact', 'Ola');
    const link = linkOn(cardOf(await stage.type('Ola', 'kalender')));
    const [row] = (await stage.plan()).activities;
    await stage.press('Ola', {
      verb: 'plan.set-state',
      data: { programme: (await stage.programme()).id, activity: row?.id ?? '', state: 'done' },
    });
    const { entries, titles } = await feed(link);
    expect(titles).toContain('Kurs');
    expect(entries[0]?.getFirstPropertyValue('description')).toContain('✓ Ferdig');
    await stage.importing(csv.replace('15/9', '22/9'));
    expect((await feed(link)).entries[0]?.getFirstPropertyValue('dtstart')?.toString()).toBe('2026-09-22');
  });

  test('asks before a new address takes the place of the old one, which then leads nowhere at once', async () => {
    await stage.give('Nordvik kommune', 'member', 'Ola');
    const card = cardOf(await stage.type('Ola', 'kalender'));
    const asked = cardOf(await stage.press('Ola', buttonOf(card, 'Ny adresse …')));
    expect(textOf(asked)).toContain('Det kan ikke angres');
    const kept = cardOf(await stage.press('Ola', buttonOf(asked, 'Behold den')));
    expect(linkOn(kept)).toBe(linkOn(card));
    const fresh = cardOf(await stage.press('Ola', buttonOf(asked, 'Lag ny adresse')));
    expect(linkOn(fresh)).not.toBe(linkOn(card));
    expect((await files.get(linkOn(card))).status).toBe(404);
    expect((await files.get(linkOn(fresh))).status).toBe(200);
    expect(await stage.store.links.all()).toHaveLength(1);
  });

  test('is turned off after a question, and comes back with another address', async () => {
    await stage.give('Nordvik kommune', 'member', 'Ola');
    const card = cardOf(await stage.type('Ola', 'kalender'));
    const asked = cardOf(await stage.press('Ola', buttonOf(card, 'Slå av …')));
    const off = cardOf(await stage.press('Ola', buttonOf(asked, 'Slå av adressen')));
    expect(off.summary).toBe('Kalenderadressen for deg er slått av');
    expect((await files.get(linkOn(card))).status).toBe(404);
    const again = cardOf(await stage.press('Ola', buttonOf(off, 'Lag ny adresse')));
    expect(linkOn(again)).not.toBe(linkOn(card));
  });

  test('is gone once they are in no unit any more', async () => {
    await stage.give('Nordvik kommune', 'member', 'Ola');
    const link = linkOn(cardOf(await stage.type('Ola', 'kalender')));
    const { id } = await stage.programme();
    await stage.store.programmes.change(id, (p) => ({
      next: { ...p, units: p.units.map((unit) => ({ ...unit, people: [] })) },
      outcome: true,
    }));
    expect((await files.get(link)).status).toBe(404);
    expect(noticeOf(await stage.type('Ola', 'kalender')).text).toContain('be Kari om å bli lagt til');
  });

  test('is not another person’s: a button that names them shows one’s own', async () => {
    await stage.give('Nordvik kommune', 'member', 'Ola');
    await stage.give('Sørvik kommune', 'member', 'Nils');
    const card = cardOf(await stage.type('Ola', 'kalender'));
    const asked = cardOf(await stage.press('Ola', buttonOf(card, 'Slå av …')));
    await stage.press('Nils', buttonOf(asked, 'Slå av adressen'));
    expect((await files.get(linkOn(card))).status).toBe(200);
  });
});

describe("A unit's calendar", () => {
  test('is had by its contact and by those who lead, one and the same', async () => {
    await stage.give('Sørvik kommune', 'contact', 'Ola');
    const link = linkOn(cardOf(await stage.type('Ola', 'kalender Sørvik')));
    expect(linkOn(cardOf(await stage.type('Kari', 'kalender "Sørvik kommune"')))).toBe(link);
    const { titles, calendar } = await feed(link);
    expect(titles).toEqual(['Prøve']);
    expect(calendar.getFirstPropertyValue('name')).toBe('Ny journal – Sørvik kommune');
  });

  test('holds the rows of the units within it', async () => {
    const { id, units } = await stage.programme();
    const parent = units.find(({ name }) => name === 'Sørvik kommune')?.id;
    await stage.store.programmes.change(id, (p) => ({
      next: { ...p, units: p.units.map((u) => (u.name === 'Nordvik kommune' && parent ? { ...u, parent } : u)) },
      outcome: true,
    }));
    const link = linkOn(cardOf(await stage.type('Kari', 'calendar "Sørvik kommune"')));
    expect((await feed(link)).titles).toEqual(['Kurs', 'Prøve', 'Opplæring', 'Felles møte']);
  });

  test('is refused to a member, who is told of their own; its buttons too', async () => {
    await stage.give('Sørvik kommune', 'member', 'Ola');
    expect(noticeOf(await stage.type('Ola', 'kalender Sørvik')).text).toContain('Skriv «kalender» for å få din egen');
    const card = cardOf(await stage.type('Kari', 'kalender Sørvik'));
    const asked = cardOf(await stage.press('Kari', buttonOf(card, 'Slå av …')));
    noticeOf(await stage.press('Ola', buttonOf(asked, 'Slå av adressen')));
    expect((await files.get(linkOn(card))).status).toBe(200);
  });

  test('that is not there is said so, with the nearest', async () => {
    expect(noticeOf(await stage.type('Kari', 'kalender Vestvik')).text).toContain('«Vestvik» finnes ikke');
    expect(noticeOf(await stage.type('Kari', 'kalender kommune')).text).not.toBe('');
  });

  test('takes in what is called off as cancelled', async () => {
    const link = linkOn(cardOf(await stage.type('Kari', 'kalender Sørvik')));
    const { id } = await stage.programme();
    await stage.store.plans.change(id, (plan) => {
      const halted = {
        as: 'cancelled',
        reason: 'for få',
        by: plan.revisions[0]?.by ?? ('x' as never),
        at: '2026-08-03T07:00:00Z',
      } as const;
      return { next: { ...plan, activities: plan.activities.map((a) => ({ ...a, halted })) }, outcome: true };
    });
    const { entries } = await feed(link);
    expect(entries.map((entry) => entry.getFirstPropertyValue('status'))).toEqual(['CANCELLED']);
  });
});

test('making, renewing and turning off leave a line each in the audit log, without the address', async () => {
  const card = cardOf(await stage.type('Kari', 'kalender Sørvik'));
  const asked = cardOf(await stage.press('Kari', buttonOf(card, 'Slå av …')));
  await stage.press('Kari', buttonOf(asked, 'Slå av adressen'));
  const lines = (await stage.store.audit.all()).filter(({ what }) => what.startsWith('plan.calendar'));
  expect(lines.map(({ what }) => what)).toEqual(['plan.calendar', 'plan.calendar-off']);
  expect(JSON.stringify(lines)).not.toContain(linkOn(card).slice(5, 40));
});
