import { afterEach, beforeEach, expect, test } from 'vitest';
import { personId } from '#people/person.ts';
import { textOf } from '../card-parts.ts';
import { openStage, type Stage } from './stage.ts';

const count = 120;
let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  const ids = Array.from({ length: count }, (_, n) => personId.parse(`member-${n}`));
  await Promise.all(
    ids.map((id) =>
      stage.store.persons.add({
        id,
        name: `Person ${id}`,
        language: 'nb',
        timeZone: 'Europe/Oslo',
        accounts: [{ surface: 'web', workspace: 'w', user: id, address: {} }],
        languageChosen: true,
      }),
    ),
  );
  await stage.store.programmes.change('p', (p) => ({
    next: {
      ...p,
      announceAlone: 1000,
      units: p.units.map((unit) =>
        unit.id === 'solvik' ? { ...unit, people: ids.map((person) => ({ person, role: 'member' as const })) } : unit,
      ),
    },
    outcome: true,
  }));
});
afterEach(async () => {
  await stage.close();
});

/** How many messages each receiver has, and what the newest of each says. */
async function got(): Promise<{ counts: number[]; texts: string[] }> {
  const places = (await stage.store.places.all()).filter(({ key }) => key.startsWith('own-member-'));
  const all = places.map((place) => stage.klar.recording.web.in(place));
  return { counts: all.map((each) => each.length), texts: all.map((each) => (each[0] ? textOf(each[0].card) : '')) };
}
const drafted = { units: 'solvik', asks: 'seen', ways: '' };

test('everyone gets it once, though Klar is started anew in the middle of a platform’s trouble', async () => {
  const { web } = stage.klar.recording;
  const half = Math.floor(count / 2);
  const { id, preview } = await stage.draft('ingrid', drafted);
  // From the middle on nothing arrives.
  web.trouble({ state: 'unreachable', reason: 'down' }, 1e6, ({ what }) => what === 'send' && web.in().length >= half);
  await stage.send('ingrid', preview);
  await expect
    .poll(() => stage.klar.logged.filter(({ about }) => 'rule' in about).length, { timeout: 20_000 })
    .toBe(count);
  expect((await got()).counts.filter((n) => n > 0).length).toBeLessThan(count);
  expect((await stage.store.announcements.get(id))?.state).toBe('sending');
  await stage.klar.restart();
  web.recover();
  await stage.klar.house.beat();
  await stage.until(id, 'sent');
  const { counts } = await got();
  expect(counts).toHaveLength(count);
  expect(new Set(counts)).toEqual(new Set([1]));
  expect(stage.errors()).toEqual([]);
}, 30_000);

test('what is withdrawn while it goes out stops, and whoever had it sees that it is withdrawn', async () => {
  const { web } = stage.klar.recording;
  const { id, preview } = await stage.draft('ingrid', drafted);
  const letGo = web.hold();
  const sending = stage.send('ingrid', preview);
  await expect.poll(() => web.calls.length).toBeGreaterThan(3);
  const withdrawing = stage.press('oda', 'withdraw', { announcement: id });
  await expect.poll(async () => (await stage.store.announcements.get(id))?.state).toBe('withdrawn');
  letGo();
  await Promise.all([sending, withdrawing]);
  await stage.klar.settled();
  await stage.klar.house.beat();
  await stage.klar.settled();
  const { counts, texts } = await got();
  // What had been handed to the platform already arrives; the rest is never sent.
  expect(counts.filter((n) => n > 0).length).toBeLessThanOrEqual(24);
  for (const text of texts) if (text !== '') expect(text).toContain('Trukket tilbake av Oda');
  expect(stage.errors()).toEqual([]);
}, 30_000);

test('after a start the cards of what was withdrawn or acknowledged lately are drawn anew, and no others', async () => {
  const id = await stage.sent('ingrid', { ...drafted, units: 'tindoy' });
  const earlier = await stage.sent('ingrid', { ...drafted, units: 'tindoy', title: 'Et annet' });
  await stage.press('kari', 'acknowledge', { announcement: id });
  const { announcementFeature } = await import('#announcement/feature.ts');
  const live = async () => (await announcementFeature.live?.(stage.klar.house.world)) ?? [];
  expect(await live()).toContain(`announcement:${id}/kari`);
  expect(await live()).not.toContain(`announcement:${earlier}`);
  await stage.press('ingrid', 'withdraw', { announcement: earlier });
  expect(await live()).toContain(`announcement:${earlier}`);
  stage.klar.clock.moveTo(stage.klar.clock.now().add({ hours: 24 * 8 }));
  expect(await live()).toEqual([]);
});

test('one more acknowledgement writes one small file, however many have been asked', async () => {
  const id = await stage.sent('ingrid', { ...drafted });
  const before = await stage.klar.onDisk();
  await stage.press('member-7', 'acknowledge', { announcement: id });
  await stage.klar.settled();
  const after = await stage.klar.onDisk();
  const changed = [...after].filter(
    ([path, text]) => before.get(path) !== text && /acknowledgements|announcements/u.test(path),
  );
  expect(changed).toHaveLength(1);
  expect(changed[0]?.[1].length).toBeLessThan(2000);
});
