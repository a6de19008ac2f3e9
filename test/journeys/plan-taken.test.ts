import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPlanFile } from '#plan/actions/import/read-file.ts';
import { readPlan } from '#plan/reading/read-plan.ts';
import { readTable } from '#table/read-table.ts';
import { klarUrl } from './klar.ts';
import { openPage } from './page-stage.ts';
import { beginsWithPlan, firstPlan } from './plan-setting.ts';
import { openSlack } from './slack-stage.ts';
import { cardOf, type Stage } from './stage.ts';
import { openTeams } from './teams-stage.ts';

const online: [where: string, open: () => Promise<Stage>][] = [
  ['teams', openTeams],
  ['slack, where Klar has an address', () => openSlack({ KLAR_URL: klarUrl })],
  ['page', openPage],
];
const everywhere: typeof online = [...online, ['slack, where Klar has no address', openSlack]];

/** What a plan says, however it was written: in the order of its days. */
function rowsIn(bytes: Uint8Array, read = readTable) {
  const table = read(bytes);
  if (!table.ok) throw new Error(table.problem.code);
  const { accepted, refused } = readPlan(table.rows, { country: 'NO', starts: '2026-11-25' });
  expect(refused).toEqual([]);
  return accepted.map(({ title, units, key, after, when: { start, end, precision } }) => {
    return { title, units, key, after: after ?? [], start, end, precision };
  });
}

describe.each(everywhere)('what Klar gives of a plan in %s', (_where, open) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await open();
    await beginsWithPlan(stage);
  });
  afterEach(() => stage.closes());

  test('is a picture that the platform can show, with words for those who do not see it', async () => {
    const card = cardOf(await stage.says('kari', 'team', 'plan bilde'));
    const [picture, ...more] = await stage.seesPictures('kari', card);
    if (!picture) throw new Error(`No picture, but «${card.text}»`);
    expect(more).toEqual([]);
    const { bytes, alt } = picture;
    expect(alt).toBe('Planen fra desember 2026 til januar 2027: 5 rader for 2 enheter. Ingenting er forsinket.');
    expect(Buffer.from(bytes.subarray(0, 8)).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    const [width, height] = [16, 20].map((at) => Buffer.from(bytes).readUInt32BE(at));
    for (const pixels of [width, height]) expect(pixels).toBeLessThanOrEqual(1024);
    expect(width).toBeGreaterThan(300);
    expect(bytes.byteLength).toBeLessThanOrEqual(1024 * 1024);

    const whole = await stage.takes('kari', card, 'Åpne hele');
    const drawing = Buffer.from(whole.bytes).toString('utf8');
    expect(drawing).toMatch(/^<svg/);
    for (const title of ['Kabling er klar', 'Styringsgruppen møtes']) expect(drawing).toContain(title);

    const byMonth = await stage.presses('kari', card, 'Etter måned');
    const [other] = await stage.seesPictures('kari', cardOf(byMonth));
    expect(other?.alt).toBe(alt);
    expect(Buffer.from(other?.bytes ?? bytes).equals(bytes)).toBe(false);
  });

  test('is a file that says the same plan when it is read again', async () => {
    const card = cardOf(await stage.says('kari', 'team', 'eksporter'));
    const plan = rowsIn(Buffer.from(firstPlan.content));
    expect(plan).toHaveLength(5);
    for (const format of ['CSV', 'Excel']) {
      expect(rowsIn((await stage.takes('kari', card, format)).bytes), format).toEqual(plan);
    }
    expect(rowsIn((await stage.takes('kari', card, 'JSON')).bytes, readPlanFile)).toEqual(plan);
    const days = (rows: typeof plan) => rows.map(({ title, start, end }) => ({ title, start, end }));
    expect(days(rowsIn((await stage.takes('kari', card, 'Kalenderfil')).bytes))).toEqual(days(plan));
  });
});

describe.each(online)('a calendar in %s', (_where, open) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await open();
    await beginsWithPlan(stage);
  });
  afterEach(() => stage.closes());

  test('follows the plan by an address of its own, which a new one puts an end to at once', async () => {
    const card = cardOf(await stage.says('kari', 'own', 'kalender'));
    const { address = '', bytes } = await stage.takes('kari', card, 'Åpne kalenderen');
    const entries = Buffer.from(bytes).toString('utf8');
    expect(entries).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(entries).toContain('SUMMARY:Kabling er klar');
    expect(entries).toContain('DTSTART;VALUE=DATE:20261203');
    expect(entries).not.toContain('Lokalene');

    const question = await stage.says('ingrid', 'all', 'plan flytt "Kabling er klar" "8/12"');
    await stage.presses('ingrid', cardOf(question), 'Flytt');
    // Klar gives a file that it has just made once more for half a minute.
    await stage.restarts();
    const later = await stage.opens(address);
    expect(later.headers.get('content-type')).toContain('text/calendar');
    expect(await later.text()).toContain('DTSTART;VALUE=DATE:20261208');

    const sure = await stage.presses('kari', card, 'Ny adresse …');
    const renewed = await stage.presses('kari', cardOf(sure), 'Lag ny adresse');
    expect((await stage.opens(address)).status).toBe(404);
    const next = await stage.takes('kari', cardOf(renewed), 'Åpne kalenderen');
    expect(next.address).not.toBe(address);
    expect(Buffer.from(next.bytes).toString('utf8')).toContain('Kabling er klar');
    await stage.restarts();
    expect((await stage.opens(address)).status).toBe(404);
    expect((await stage.opens(next.address ?? '')).status).toBe(200);
  });
});

test('in Slack, where Klar has no address, a calendar is not offered, and files come as messages', async () => {
  const stage = await openSlack();
  try {
    await beginsWithPlan(stage);
    expect((await stage.says('kari', 'own', 'kalender')).text).toContain('Klar har ingen adresse på nettet');
    const { text } = await stage.says('kari', 'team', 'eksporter');
    expect(text).toContain('kommer filen i din egen chat');
    expect(text).not.toContain('adresse virker');
  } finally {
    await stage.closes();
  }
});
