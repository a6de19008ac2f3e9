import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { messageCard } from '#people/actions/common.ts';
import { withUnits } from '#people/find-unit.ts';
import { unitId } from '#people/programme.ts';
import { textOf } from '../card-parts.ts';
import { channel, own, type TryHouse, tryHouse, visitor } from '../try-house.ts';

const [kari, ola, per] = [visitor('kari'), visitor('ola'), visitor('per')];
const [project, inderoy] = [channel('project'), channel('inderoy')];

let klar: TryHouse;
beforeEach(async () => {
  klar = await tryHouse();
  await klar.type(kari, own(kari), 'hjelp');
  await klar.type(ola, own(ola), 'hjelp');
  await klar.type(kari, project, 'program "Ny journal"');
  const { id } = await klar.programme();
  await klar.store.programmes.change(id, (p) => ({
    next: withUnits(p, ['Inderøy', 'Verdal'], (name) => unitId.parse(`u-${name}`)),
    outcome: true,
  }));
  await klar.type(kari, inderoy, 'program "Ny journal"');
  for (const name of ['Inderøy', 'Verdal']) await klar.type(kari, inderoy, `enhet ${name} her`);
  await klar.type(kari, project, 'enhet Verdal kontakt @{0}', { mentions: [ola] } as never);
  await beat();
});
afterEach(() => klar.close());

async function beat() {
  await klar.house.beat();
  await klar.settled();
}
/** Everything that a person has been sent in their own chat, by Klar itself. */
async function told(by: typeof kari): Promise<string[]> {
  const place = await klar.placeOf(own(by));
  return klar.recording.web.in(place).map(({ card }) => textOf(card));
}
const lose = (by: typeof kari, where = inderoy) => klar.other(by, where, 'left');
const hours = async (count: number) => {
  klar.clock.moveTo(klar.clock.now().add({ minutes: 60 * count }));
  await beat();
};

describe('a place that Klar can no longer write to', () => {
  test("is told to the programme's owners once, with what was meant for it and the next step", async () => {
    await lose(kari);
    for (let i = 0; i < 3; i += 1) await beat();
    await klar.restart();
    await beat();
    const [text, ...more] = await told(kari);
    expect(more).toEqual([]);
    expect(text).toContain('Klar får ikke lenger skrevet i #inderoy');
    expect(text).toContain('Meldinger til Inderøy, Verdal skulle dit.');
    expect(text).toContain('skriv «enhet Inderøy her»');
    expect(await told(ola)).toEqual([]);
  });

  test('is told of when a sending finds it out, too', async () => {
    klar.recording.web.trouble({ state: 'gone' });
    const place = await klar.placeOf(inderoy);
    await klar.house.outbox.post(place, messageCard('nb', 'En påminnelse'));
    await beat();
    expect((await told(kari))[0]).toContain('#inderoy');
  });

  test('is told again when it was found again and is lost once more', async () => {
    await lose(kari);
    await beat();
    await klar.other(kari, inderoy, 'arrived');
    await hours(1);
    expect(await told(kari)).toHaveLength(1);
    await lose(kari);
    await hours(1);
    expect(await told(kari)).toHaveLength(2);
  });

  test('that no programme needs is nobody’s concern', async () => {
    await klar.type(kari, channel('other'), 'hjelp');
    await lose(kari, channel('other'));
    await beat();
    expect(await told(kari)).toEqual([]);
  });

  test("is told of in the language of whom it is told to; the programme's own channel has another next step", async () => {
    await klar.store.persons.change((await klar.personOf(kari)).id, (p) => ({
      next: { ...p, language: 'sv' },
      outcome: true,
    }));
    await lose(kari, project);
    await beat();
    expect((await told(kari))[0]).toContain('Klar kan inte längre skriva i #project');
    expect((await told(kari))[0]).toContain('Det är kanalen för programmet ”Ny journal”.');
  });

  test('together with others is one message', async () => {
    await lose(kari);
    await lose(kari, project);
    await lose(ola, own(ola));
    await beat();
    const [text, ...more] = await told(kari);
    expect(more).toEqual([]);
    expect(text).toContain('Ny journal: Klar når ikke lenger fram til 3 steder');
    expect(text).toContain('#inderoy: Inderøy, Verdal');
    expect(text).toContain('#project: Ny journal');
    expect(text).toContain('Ola: Verdal');
  });

  test('is told of when the owner’s quiet hours are over', async () => {
    klar.clock.moveTo(Temporal.Instant.from('2026-11-02T22:00:00Z'));
    await lose(kari);
    await beat();
    expect(await told(kari)).toEqual([]);
    await hours(7);
    expect(await told(kari)).toEqual([]);
    await hours(1.5);
    expect(await told(kari)).toHaveLength(1);
  });

  test('is told of when the platform of the owner is well again', async () => {
    await lose(kari);
    klar.recording.web.trouble({ state: 'unreachable', reason: '503' }, 4);
    await beat();
    expect(await told(kari)).toEqual([]);
    await beat();
    expect(await told(kari)).toHaveLength(1);
  });
});

describe('a person whom Klar can no longer write to', () => {
  test('is told of with their units, once, however often Klar tries again to write to them', async () => {
    await lose(ola, own(ola));
    await beat();
    for (let i = 0; i < 3; i += 1) {
      const place = await klar.placeOf(own(ola));
      await klar.store.places.change(place.id, (p) => ({
        next: { ...p, goneSince: klar.clock.now().toString() },
        outcome: true,
      }));
      await hours(24);
    }
    const [text, ...more] = await told(kari);
    expect(more).toEqual([]);
    expect(text).toContain('Klar får ikke lenger skrevet til Ola');
    expect(text).toContain('Ola er med i Verdal.');
    expect(await told(ola)).toEqual([]);
  });

  test('is not lost while another chat with them works', async () => {
    const there = { ...own(ola), key: 'another' };
    await klar.type(ola, there, 'hjelp');
    await lose(ola, own(ola));
    await beat();
    expect(await told(kari)).toEqual([]);
  });

  test('is nobody’s concern when they are in no unit', async () => {
    await klar.type(per, own(per), 'hjelp');
    await lose(per, own(per));
    await beat();
    expect(await told(kari)).toEqual([]);
  });
});
