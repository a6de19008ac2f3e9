import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileNameOf } from '#store/lowdb/file-name.ts';
import { buttonOf, buttonsOf, cardOf, file, openStage, type Stage, type Standing, textOf } from '../../plan/stage.ts';

let stage: Stage;
// Monday 3 August 2026, 09:00 in Oslo.
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

const csv = `Tid;Aktivitet;Organisasjon
20/8/2026;Kurs;Nordvik kommune
20/8/2026;Felles prøve;"Nordvik kommune; Sørfjord kommune"
20/8/2026;Styringsgruppe;
`;
/** A week, a working day before and the day itself, at nine in Oslo. */
const week = '2026-08-13T07:00:00Z';
const dayBefore = '2026-08-19T07:00:00Z';
const theDay = '2026-08-20T07:00:00Z';

const summaries = (messages: Standing[]) => messages.map((m) => m.first.summary);
/** Units are told of what changed in the plan, and owners of places that are lost, too (tell-changes.test.ts, tell-lost-places.test.ts). */
const isReminder = (m: Standing) => !/^Planen er endret|Klar (får ikke|når ikke)/u.test(m.first.summary);
const remindersIn = (place: string) => stage.in(place).filter(isReminder);
const ledger = async () => stage.store.ledger.entries((await stage.programme()).id);
const messagesAfter = async (instant: string) => {
  const before = stage.messages.length;
  await stage.beatAt(instant);
  return stage.messages.slice(before).filter(isReminder);
};

describe('reminders go', () => {
  test("to the unit's place with its contacts mentioned, and to the programme's place where no unit is named", async () => {
    await stage.programmeWith(csv);
    await stage.tie('Nordvik kommune', 'nordvik');
    await stage.tie('Sørfjord kommune', 'sorfjord');
    await stage.give('Nordvik kommune', 'contact', 'Ola');
    await stage.give('Nordvik kommune', 'deputy', 'Nils');
    await stage.beatAt(week);
    expect(summaries(stage.in('nordvik'))).toEqual(['Om 7 dager: Kurs, og én til']);
    expect(summaries(stage.in('sorfjord'))).toEqual(['Om 7 dager: Felles prøve']);
    expect(summaries(stage.in('felles'))).toEqual(['Om 7 dager: Styringsgruppe']);
    const [both] = stage.in('nordvik');
    expect(both?.first.mentions).toMatchObject([{ name: 'Ola', accounts: [{ user: 'Ola' }] }]);
    expect(textOf(both?.first as never).split('\n')).toEqual([
      'Om 7 dager: Kurs, og én til',
      'Kontakt:',
      'Ola',
      'Kurs',
      'Torsdag 20. august · om 7 dager',
      'Nordvik kommune',
      '[Åpne]',
      'Felles prøve',
      'Torsdag 20. august · om 7 dager',
      'Nordvik kommune, Sørfjord kommune',
      '[Åpne]',
    ]);
    expect(stage.in('sorfjord')[0]?.first.mentions ?? []).toEqual([]);
  });

  test('once to a place that units share, with the contacts of both', async () => {
    await stage.programmeWith(csv);
    await stage.tie('Nordvik kommune', 'sammen');
    await stage.tie('Sørfjord kommune', 'sammen');
    await stage.give('Nordvik kommune', 'contact', 'Ola');
    await stage.give('Sørfjord kommune', 'contact', 'Pat');
    await stage.beatAt(week);
    expect(summaries(stage.in('sammen'))).toEqual(['Om 7 dager: Kurs, og én til']);
    expect(stage.in('sammen')[0]?.first.mentions?.map((m) => m.name)).toEqual(['Ola', 'Pat']);
  });

  test("to each contact's own chat where the unit has no place, and to its deputies where none of them has an account", async () => {
    await stage.programmeWith('Tid;Aktivitet;Organisasjon\n20/8/2026;Kurs;Nordvik kommune\n');
    await stage.give('Nordvik kommune', 'contact', 'Ola');
    await stage.give('Nordvik kommune', 'contact', 'Pat');
    await stage.give('Nordvik kommune', 'deputy', 'Nils');
    await stage.beatAt(week);
    expect(summaries(stage.in('own-Ola'))).toEqual(['Om 7 dager: Kurs']);
    expect(summaries(stage.in('own-Pat'))).toEqual(['In 7 days: Kurs']);
    expect([...stage.in('own-Nils'), ...stage.in('felles')]).toEqual([]);
    for (const name of ['Ola', 'Pat']) {
      const person = await stage.store.persons.byAccount({ surface: 'web', workspace: 'w', user: name });
      await stage.store.persons.change(person?.id ?? '', (p) => ({ next: { ...p, accounts: [] }, outcome: 0 }));
    }
    expect(summaries(await messagesAfter(dayBefore))).toEqual(['I morgen: Kurs']);
    expect(stage.in('own-Nils')).toHaveLength(1);
  });

  test("to the programme's place where units have neither place nor people", async () => {
    await stage.programmeWith(csv);
    await stage.beatAt(week);
    expect(summaries(stage.in('felles'))).toEqual(['Om 7 dager: Kurs, og 2 til']);
  });

  test('to those who lead, each in their own chat, where there is no place at all', async () => {
    await stage.type('Kari', 'programme "Ny journal"', 'own-Kari');
    const { id } = await stage.programme();
    await stage.type('Pat', 'help', 'own-Pat');
    const pat = await stage.store.persons.byAccount({ surface: 'web', workspace: 'w', user: 'Pat' });
    await stage.store.programmes.change(id, (p) => ({ next: { ...p, coordinators: pat ? [pat.id] : [] }, outcome: 0 }));
    const read = cardOf(await stage.type('Kari', 'import', 'own-Kari', { files: [file(csv)] }));
    await stage.press('Kari', buttonOf(read, 'plan.draft-save'), { where: 'own-Kari' });
    await stage.beatAt(week);
    expect(summaries(stage.in('own-Kari'))).toContain('Om 7 dager: Kurs, og 2 til');
    expect(summaries(stage.in('own-Pat'))).toContain('In 7 days: Kurs, and 2 more');
    expect(await messagesAfter('2026-08-13T08:00:00Z')).toEqual([]);
  });

  test('each at its own time, by all three rules, once', async () => {
    await stage.programmeWith('Tid;Aktivitet\n20/8/2026;Kurs\n');
    for (const instant of [
      week,
      '2026-08-13T07:01:00Z',
      dayBefore,
      theDay,
      '2026-08-20T07:01:00Z',
      '2026-08-25T07:00:00Z',
    ]) {
      await stage.beatAt(instant);
    }
    expect(stage.in('felles').map((m) => [m.at, m.first.summary])).toEqual([
      [week, 'Om 7 dager: Kurs'],
      [dayBefore, 'I morgen: Kurs'],
      [theDay, 'I dag: Kurs'],
    ]);
  });

  test('not before their time, and not for what is done', async () => {
    await stage.programmeWith(csv);
    expect(await messagesAfter('2026-08-13T06:59:59Z')).toEqual([]);
    for (const { id } of (await stage.plan()).activities) {
      const data = { programme: (await stage.programme()).id, activity: id, state: 'done' };
      await stage.press('Kari', { verb: 'plan.set-state', data });
    }
    expect(await messagesAfter(week)).toEqual([]);
  });
});

describe('a place that cannot take a reminder', () => {
  beforeEach(async () => {
    await stage.programmeWith('Tid;Aktivitet;Organisasjon\n20/8/2026;Kurs;Nordvik kommune\n');
    await stage.tie('Nordvik kommune', 'nordvik');
  });

  test('because it is gone leaves it to the next best, at the next beat', async () => {
    stage.trouble.set('nordvik', 'gone');
    expect(await messagesAfter(week)).toEqual([]);
    expect(summaries(await messagesAfter('2026-08-13T07:01:00Z'))).toEqual(['Om 7 dager: Kurs']);
    expect(remindersIn('felles')).toHaveLength(1);
    expect(await messagesAfter('2026-08-13T07:02:00Z')).toEqual([]);
  });

  test('because Klar was taken out of it is left out at once', async () => {
    await stage.leave('nordvik');
    await stage.leave('felles');
    await stage.beatAt(week);
    expect(summaries(remindersIn('own-Kari'))).toEqual(['Om 7 dager: Kurs']);
  });

  test('because the platform refuses leaves it to the next best at once', async () => {
    stage.trouble.set('nordvik', 'refused');
    expect(await messagesAfter(week)).toHaveLength(1);
    expect(summaries(stage.in('felles'))).toEqual(['Om 7 dager: Kurs']);
    expect(await messagesAfter('2026-08-13T07:01:00Z')).toEqual([]);
  });

  test('and passes it on to one that has had the day’s message, which gets it with the next day’s', async () => {
    await stage.importing('Tid;Aktivitet;Organisasjon\n20/8/2026;Kurs;Nordvik kommune\n20/8/2026;Styringsgruppe;\n');
    stage.trouble.set('nordvik', 'refused');
    expect(summaries(await messagesAfter(week))).toEqual(['Om 7 dager: Styringsgruppe']);
    expect(await messagesAfter('2026-08-13T07:01:00Z')).toEqual([]);
    expect(await messagesAfter('2026-08-14T06:59:00Z')).toEqual([]);
    expect(summaries(await messagesAfter('2026-08-14T07:00:00Z'))).toEqual(['Om 6 dager: Kurs']);
    expect(await messagesAfter('2026-08-14T07:01:00Z')).toEqual([]);
    // What comes the day before cannot wait: it comes at once, and alone.
    const last = await messagesAfter(dayBefore);
    expect(summaries(last)).toEqual(['I morgen: Styringsgruppe', 'I morgen: Kurs']);
    expect(last.map(({ place }) => place)).toEqual(['felles', 'felles']);
  });

  test('because the platform is down gets it at a later beat, once', async () => {
    stage.trouble.set('nordvik', 'unreachable');
    await stage.beatAt(week);
    await stage.beatAt('2026-08-13T07:01:00Z');
    expect(stage.messages.filter(isReminder)).toEqual([]);
    expect(stage.log.some(({ text }) => text === 'reminder not sent: tried again at the next beat')).toBe(true);
    stage.trouble.delete('nordvik');
    await stage.beatAt('2026-08-13T07:02:00Z');
    await stage.beatAt('2026-08-13T07:03:00Z');
    expect(summaries(stage.in('nordvik'))).toEqual(['Om 7 dager: Kurs']);
  });

  test('keeps no other place without its own', async () => {
    await stage.importing(csv);
    await stage.tie('Sørfjord kommune', 'sorfjord');
    stage.trouble.set('nordvik', 'unreachable');
    await stage.beatAt(week);
    expect(summaries(stage.in('sorfjord').filter(isReminder))).toEqual(['Om 7 dager: Felles prøve']);
    expect(summaries(stage.in('felles').filter(isReminder))).toEqual(['Om 7 dager: Styringsgruppe']);
  });

  test('and leaders who cannot be reached either: it is tried again, and nobody gets it twice', async () => {
    await stage.leave('nordvik');
    await stage.leave('felles');
    const { id } = await stage.programme();
    await stage.type('Pat', 'help', 'annet');
    const pat = await stage.store.persons.byAccount({ surface: 'web', workspace: 'w', user: 'Pat' });
    await stage.store.programmes.change(id, (p) => ({ next: { ...p, coordinators: pat ? [pat.id] : [] }, outcome: 0 }));
    stage.trouble.set('own-Kari', 'unreachable');
    await stage.beatAt(week);
    expect(summaries(remindersIn('own-Pat'))).toEqual(['In 7 days: Kurs']);
    stage.trouble.delete('own-Kari');
    await stage.beatAt('2026-08-13T07:01:00Z');
    await stage.beatAt('2026-08-13T07:02:00Z');
    expect(summaries(remindersIn('own-Kari'))).toEqual(['Om 7 dager: Kurs']);
    expect(remindersIn('own-Pat')).toHaveLength(1);
  });
});

describe('after a crash', () => {
  beforeEach(async () => {
    await stage.programmeWith('Tid;Aktivitet\n20/8/2026;Kurs\n');
  });

  /** The ledger as a crash leaves it: what the outbox had claimed or settled is there, the reminder's own line is not. */
  async function crashAfterSending(state: 'claimed' | 'sent' | 'unreachable') {
    await stage.beatAt(week);
    const { id } = await stage.programme();
    for (const [key, entry] of await ledger()) {
      const isTry = entry.place !== undefined && key.endsWith(`/${entry.place}`);
      await stage.store.ledger.change(id, key, (known) => ({
        next: isTry && known ? { ...known, state } : null,
        outcome: 0,
      }));
    }
    expect((await ledger()).map(([, entry]) => entry.state)).toEqual([state]);
    await stage.restart();
  }

  test('between claiming and settling it is sent once more, and then never again', async () => {
    await crashAfterSending('claimed');
    expect(await messagesAfter('2026-08-13T07:01:00Z')).toHaveLength(1);
    expect(await messagesAfter('2026-08-13T07:02:00Z')).toEqual([]);
    await stage.restart();
    expect(await messagesAfter('2026-08-13T07:03:00Z')).toEqual([]);
  });

  test('after it was sent it is not sent again', async () => {
    await crashAfterSending('sent');
    expect(await messagesAfter('2026-08-13T07:01:00Z')).toEqual([]);
    expect((await ledger()).map(([, entry]) => entry.state)).toEqual(['sent', 'sent']);
  });

  test('while the platform was down it is not lost', async () => {
    await crashAfterSending('unreachable');
    expect(await messagesAfter('2026-08-13T07:01:00Z')).toHaveLength(1);
  });

  test('what fell due after the message that was sent comes in one of its own', async () => {
    await crashAfterSending('sent');
    await stage.importing('Tid;Aktivitet\n20/8/2026;Kurs\n20/8/2026;Prøve\n20/8/2026;Møte\n');
    const after = await messagesAfter('2026-08-13T08:00:00Z');
    expect(summaries(after)).toEqual(['Om 7 dager: Prøve, og én til']);
    expect(textOf(after[0]?.first as never)).not.toContain('Kurs');
    expect(await messagesAfter('2026-08-13T08:01:00Z')).toEqual([]);
  });

  test('a plain restart sends nothing twice', async () => {
    await stage.beatAt(week);
    await stage.restart();
    expect(await messagesAfter('2026-08-13T07:01:00Z')).toEqual([]);
  });
});

test('a programme whose ledger is damaged keeps no other without its reminders', async () => {
  const plan = 'Tid;Aktivitet\n20/8/2026;Kurs\n';
  await stage.programmeWith(plan);
  await stage.type('Kari', 'programme "Andre"', 'andre');
  const read = cardOf(await stage.type('Kari', 'import', 'andre', { files: [file(plan)] }));
  await stage.press('Kari', buttonOf(read, 'plan.draft-save'), { where: 'andre' });
  await stage.beatAt(week);
  const [first, second] = await stage.store.programmes.all();
  writeFileSync(join(stage.dir, 'ledger', `${fileNameOf(String(first?.id))}.ndjson`), 'not JSON\n{"neither":\n');
  await stage.restart();
  await stage.beatAt(dayBefore);
  const placeOf = (at?: { place?: string | undefined }) => stage.store.places.get(String(at?.place));
  expect(summaries(stage.in(String((await placeOf(second))?.key)))).toContain('I morgen: Kurs');
  expect(summaries(stage.in(String((await placeOf(first))?.key)))).not.toContain('I morgen: Kurs');
  expect(stage.errors()).not.toEqual([]);
  stage.log.splice(0);
});

/** What owners are told of what was missed. */
const missed = () => stage.in('own-Kari').filter((m) => m.first.summary.includes('ikke sendt'));

describe('after downtime', () => {
  test('what one place missed comes as one message, nearest first, and leads to each', async () => {
    await stage.programmeWith(
      'Tid;Aktivitet\n24/8/2026;Kurs\n21/8/2026;Møte\n25/8/2026;Prøve\n26/8/2026;A\n27/8/2026;B\n28/8/2026;C\n',
    );
    await stage.beatAt('2026-08-21T12:00:00Z');
    expect(summaries(stage.in('felles'))).toEqual(['I dag: Møte, og 5 til']);
    const card = stage.in('felles')[0]?.card;
    if (!card) throw new Error('nothing was sent');
    expect(textOf(card).split('\n').slice(0, 4)).toEqual([
      'I dag: Møte, og 5 til',
      'Møte',
      'Fredag 21. august · i dag',
      '[Åpne]',
    ]);
    expect(textOf(card)).toContain('[Vis alle 6]');
    const opened = await stage.press('Kari', buttonsOf(card)[1] as never);
    expect(textOf(cardOf(opened)).split('\n')[0]).toBe('Om 3 dager: Kurs');
    expect(await messagesAfter('2026-08-21T12:01:00Z')).toEqual([]);
  });

  test('one that was missed comes as itself', async () => {
    await stage.programmeWith('Tid;Aktivitet\n20/8/2026;Kurs\n');
    await stage.beatAt('2026-08-14T12:00:00Z');
    expect(summaries(stage.in('felles'))).toEqual(['Om 6 dager: Kurs']);
  });

  test('what was missed waits while its place is left alone, and for a working day if there is one in time', async () => {
    await stage.programmeWith('Tid;Aktivitet\n20/8/2026;Kurs\n');
    for (const quiet of ['2026-08-14T18:00:00Z', '2026-08-15T08:00:00Z', '2026-08-17T04:59:00Z'])
      expect(await messagesAfter(quiet)).toEqual([]);
    expect(summaries(await messagesAfter('2026-08-17T05:00:00Z'))).toEqual(['Om 3 dager: Kurs']);
  });

  test('of what was missed only the latest that still helps is sent; the rest is skipped, logged, and listed for who owns the programme', async () => {
    await stage.programmeWith('Tid;Aktivitet\n20/8/2026;Kurs\n12/8/2026;Over\n');
    await stage.beatAt('2026-08-19T12:00:00Z');
    expect(summaries(stage.in('felles'))).toEqual(['I morgen: Kurs']);
    const skipped = stage.log.filter(({ text }) => text === 'reminder skipped: stale').map(({ about }) => about.rule);
    expect(skipped.sort()).toEqual(['1-working-day-before', '7-days-before', '7-days-before', 'on-the-day']);
    const [told, ...more] = missed();
    expect(more).toEqual([]);
    expect(textOf(told?.first as never).split('\n')).toEqual([
      '3 påminnelser i Ny journal ble ikke sendt',
      'Klar var borte, eller nådde ikke fram, da de skulle sendes. Nå er tiden for dem forbi. Ta selv kontakt der det trengs.',
      // Of the course a later one has just gone out.
      'Over',
      '3 påminnelser, den siste skulle vært sendt onsdag 12. august kl. 09.00',
      '[Åpne]',
    ]);
    await stage.beatAt('2026-08-19T12:01:00Z');
    expect(stage.log.filter(({ text }) => text === 'reminder skipped: stale')).toHaveLength(4);
    expect(missed()).toHaveLength(1);
  });

  test('who owns the programme is told when their quiet hours are over, and when they can be reached; until then nothing is settled', async () => {
    await stage.programmeWith('Tid;Aktivitet\n12/8/2026;Over\n');
    stage.trouble.set('own-Kari', 'unreachable');
    await stage.beatAt('2026-08-19T21:00:00Z');
    await stage.beatAt('2026-08-20T05:00:00Z');
    expect(missed()).toEqual([]);
    expect((await ledger()).filter(([, { state }]) => state === 'skipped')).toEqual([]);
    stage.trouble.delete('own-Kari');
    await stage.restart();
    await stage.beatAt('2026-08-20T05:01:00Z');
    await stage.beatAt('2026-08-20T05:02:00Z');
    expect(summaries(missed())).toEqual(['3 påminnelser i Ny journal ble ikke sendt']);
  });

  test('nobody is told of what would have come before the row was moved, or of what the next one says as well', async () => {
    await stage.programmeWith('Tid;Aktivitet\n20/11/2026;Kurs\n');
    stage.clock.moveTo(Temporal.Instant.from('2026-08-19T07:00:00Z'));
    await stage.importing('Tid;Aktivitet\n20/8/2026;Kurs\n');
    expect(summaries(await messagesAfter('2026-08-19T07:01:00Z')).filter((one) => one.includes('Kurs'))).toEqual([
      'I morgen: Kurs',
    ]);
    expect(missed()).toEqual([]);
  });

  test('what came due before the plan was saved is not made up for', async () => {
    stage.clock.moveTo(Temporal.Instant.from('2026-08-15T07:00:00Z'));
    await stage.programmeWith('Tid;Aktivitet\n20/8/2026;Kurs\n');
    expect(await messagesAfter('2026-08-15T07:01:00Z')).toEqual([]);
  });
});

describe('when the plan moves', () => {
  test('its reminders move along', async () => {
    await stage.programmeWith('Tid;Aktivitet\n20/8/2026;Kurs\n');
    await stage.beatAt(week);
    await stage.importing('Tid;Aktivitet\n3/9/2026;Kurs\n');
    for (const instant of [dayBefore, theDay]) expect(await messagesAfter(instant)).toEqual([]);
    expect(summaries(await messagesAfter('2026-08-27T07:00:00Z'))).toEqual(['Om 7 dager: Kurs']);
    expect(summaries(await messagesAfter('2026-09-02T07:00:00Z'))).toEqual(['I morgen: Kurs']);
    expect(summaries(await messagesAfter('2026-09-03T07:00:00Z'))).toEqual(['I dag: Kurs']);
  });

  test('what was taken out is not reminded of', async () => {
    await stage.programmeWith('Tid;Aktivitet\n20/8/2026;Kurs\n');
    await stage.importing('Tid;Aktivitet\n20/11/2026;Noe annet\n');
    expect(await messagesAfter(week)).toEqual([]);
  });
});

describe('rows without a date', () => {
  const undated = 'Tid;Aktivitet\n;Kurs\n;Prøve\n;A\n;B\n;C\n;D\n20/11/2026;Møte\n';

  test('are asked for once, of those who own the programme, in their own chat', async () => {
    await stage.programmeWith(undated);
    await stage.beatAt('2026-08-03T07:01:00Z');
    await stage.beatAt('2026-08-03T07:02:00Z');
    expect(summaries(stage.messages)).toEqual(['6 rader i planen mangler dato']);
    const card = stage.in('own-Kari')[0]?.card;
    if (!card) throw new Error('nobody was asked');
    expect(buttonsOf(card).map((b) => b.title)).toEqual([...Array(5).fill('Sett dato'), '6 uten dato']);
    const form = cardOf(await stage.press('Kari', buttonOf(card, 'Sett dato'), { where: 'own-Kari' }));
    const set = await stage.press('Kari', buttonOf(form, 'plan.set-date'), {
      where: 'own-Kari',
      inputs: { when: 'uke 42' },
    });
    const rest = cardOf(await stage.press('Kari', buttonOf(cardOf(set), '5 uten dato'), { where: 'own-Kari' }));
    expect(textOf(rest).split('\n')[0]).toBe('Uten dato: 5 rader');
  });

  test('are asked for again in the next revision, also when it has the number of one that was taken back', async () => {
    const saved = await stage.programmeWith(undated);
    await stage.beatAt('2026-08-03T07:01:00Z');
    await stage.press('Kari', buttonOf(saved, 'plan.undo-save'));
    await stage.importing(undated);
    expect(summaries(await messagesAfter('2026-08-03T07:02:00Z'))).toEqual(['6 rader i planen mangler dato']);
    await stage.importing(undated.replace(';Kurs\n', ';Kurs\n;E\n'));
    expect(summaries(await messagesAfter('2026-08-03T07:03:00Z'))).toEqual(['7 rader i planen mangler dato']);
  });

  test('are asked for as soon as an owner can be reached', async () => {
    await stage.programmeWith(undated);
    stage.trouble.set('own-Kari', 'unreachable');
    expect(await messagesAfter('2026-08-03T07:01:00Z')).toEqual([]);
    stage.trouble.delete('own-Kari');
    expect(await messagesAfter('2026-08-03T07:02:00Z')).toHaveLength(1);
    expect(await messagesAfter('2026-08-03T07:03:00Z')).toEqual([]);
  });
});
