import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeReminding } from '#reminder/actions/reminding.ts';
import { defaultRules } from '#reminder/rules.ts';
import { buttonOf, buttonsOf, cardOf, type Name, openStage, type Stage, textOf } from '../../plan/stage.ts';

let stage: Stage;
// Monday 3 August 2026, 09:00 in Oslo. Ola is Nordvik's contact.
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

const week = '2026-08-13T07:00:00Z';
const heading = 'Tid;Aktivitet;Organisasjon\n';
const three = `${heading}20/8/2026;Kurs;Nordvik kommune\n20/8/2026;Prøve;Nordvik kommune\n20/8/2026;Møte;Nordvik kommune\n`;
const isReminder = ({ first }: { first: { summary: string } }) => !/^Planen er endret/u.test(first.summary);
const standing = (place: string) => {
  const message = stage.in(place).findLast(isReminder);
  if (!message) throw new Error(`nothing stands in ${place}`);
  return message;
};
const lines = (place: string) => textOf(standing(place).card).split('\n');
const ledger = async () => stage.store.ledger.entries((await stage.programme()).id);
const personOf = async (name: Name) => {
  const found = await stage.store.persons.byAccount({ surface: 'web', workspace: 'w', user: name });
  if (!found) throw new Error(`${name} has not been met`);
  return found;
};

/** Everything for Nordvik, which has a place (or only Ola, its contact). */
async function nordvik(csv: string, where: 'place' | 'contact' = 'place') {
  await stage.programmeWith(csv);
  if (where === 'place') await stage.tie('Nordvik kommune', 'nordvik');
  await stage.give('Nordvik kommune', 'contact', 'Ola');
}

describe('a digest', () => {
  test('opens a row with its state buttons, and shows what was said when the row is closed; for everyone, and after a restart', async () => {
    await nordvik(three);
    await stage.beatAt(week);
    expect(lines('nordvik')[0]).toBe('Om 7 dager: Kurs, og 2 til');
    const row = cardOf(await stage.press('Ola', buttonsOf(standing('nordvik').card)[0] as never, { where: 'nordvik' }));
    expect(buttonsOf(row).map(({ title, mode }) => [title, mode])).toEqual([
      ['Ferdig', undefined],
      ['På vei', undefined],
      ['Trenger hjelp', undefined],
      ['Utsett, ikke vårt, hvorfor …', 'secondary'],
      ['Tilbake til listen', undefined],
    ]);
    const back = cardOf(await stage.press('Ola', buttonOf(row, 'Tilbake til listen'), { where: 'nordvik' }));
    expect(textOf(back).split('\n')[0]).toBe('Om 7 dager: Kurs, og 2 til');
    await stage.restart();
    const pressed = await stage.press('Ola', buttonOf(row, 'Ferdig'), { where: 'nordvik' });
    await stage.quiet();
    expect(pressed).toMatchObject({ show: 'replace', shared: true });
    for (const card of [cardOf(pressed), standing('nordvik').card]) {
      expect(textOf(card).split('\n')).toEqual([
        // What is done is not the news any more.
        'Om 7 dager: Prøve, og 2 til',
        'Kontakt:',
        'Ola',
        '✓ Kurs',
        'Torsdag 20. august',
        'Nordvik kommune',
        '✓ Ferdig, registrert av Ola torsdag 13. august kl. 09.00',
        '[Åpne]',
        ...['Prøve', 'Møte'].flatMap((title) => [
          title,
          'Torsdag 20. august · om 7 dager',
          'Nordvik kommune',
          '[Åpne]',
        ]),
      ]);
    }
    expect(stage.in('nordvik')).toHaveLength(1);
  });

  test('shows what was said anywhere else, what was moved, and leaves out what was taken out of the plan', async () => {
    await nordvik(three);
    await stage.beatAt(week);
    await stage.importing(`${heading}20/8/2026;Kurs;Nordvik kommune\n3/9/2026;Møte;Nordvik kommune\n`);
    await stage.type('Kari', 'plan flytt Kurs til 27/8');
    await stage.quiet();
    const id = (await stage.plan()).activities.find(({ title }) => title === 'Kurs')?.id ?? '';
    const data = { programme: (await stage.programme()).id, activity: id };
    await stage.press('Kari', { verb: 'plan.set-state', data: { ...data, state: 'underway' } });
    await stage.quiet();
    expect(lines('nordvik')[0]).toMatch(/^Om 7 dager: Kurs, og/u);
    expect(textOf(standing('nordvik').card)).toContain('↷ Kurs');
    expect(textOf(standing('nordvik').card)).toContain('3. september · om 21 dager');
    expect(textOf(standing('nordvik').card)).not.toContain('Prøve');
    expect(textOf(standing('nordvik').card)).toContain('↷ På vei, registrert av Kari');
  });

  test('of one reminder that comes with the week is the reminder itself, answered with one press, with the week and what else is late behind a button', async () => {
    // Monday 10 August; the other row should have been done by the Friday before.
    await nordvik(`${heading}17/8/2026;Kurs;Nordvik kommune\n6/8/2026;Prøve;Nordvik kommune\n`);
    const rules = { ...defaultRules, escalation: null, noContact: null };
    const { id } = await stage.programme();
    await changeReminding(stage.house.world, id, (now) => ({ next: { ...now, rules }, outcome: 0 }));
    await stage.beatAt('2026-08-07T07:00:00Z');
    await stage.beatAt('2026-08-10T07:00:00Z');
    const titles = (card: Parameters<typeof buttonsOf>[0]) => buttonsOf(card).map(({ title }) => title);
    const { card } = standing('nordvik');
    expect(lines('nordvik')[0]).toBe('Om 7 dager: Kurs');
    const seen = ['Ferdig', 'På vei', 'Trenger hjelp', 'Utsett, ikke vårt, hvorfor …', 'Vis uke 33 (1 forsinket)'];
    expect(titles(card)).toEqual(seen);
    // Three and the menu are seen at once; what is late is told though its button is in the menu.
    expect(buttonsOf(card).filter(({ mode }) => mode === 'secondary')).toHaveLength(2);
    expect(lines('nordvik')).toContain('! Én annen rad er forsinket: se uke 33 i menyen.');

    const week33 = cardOf(await stage.press('Ola', buttonOf(card, 'Vis uke 33 (1 forsinket)'), { where: 'nordvik' }));
    expect(textOf(week33)).toContain('Prøve');
    const back = cardOf(await stage.press('Ola', buttonOf(week33, 'Tilbake'), { where: 'nordvik' }));
    expect(titles(back)).toEqual(seen);
    const more = cardOf(await stage.press('Ola', buttonOf(card, 'Utsett, ikke vårt, hvorfor …'), { where: 'nordvik' }));
    expect(titles(cardOf(await stage.press('Ola', buttonOf(more, 'Tilbake'), { where: 'nordvik' })))).toEqual(seen);

    await stage.restart();
    const pressed = await stage.press('Ola', buttonOf(card, 'Ferdig'), { where: 'nordvik' });
    await stage.quiet();
    expect(pressed).toMatchObject({ show: 'replace', shared: true });
    for (const now of [cardOf(pressed), standing('nordvik').card]) {
      expect(textOf(now)).toContain('✓ Ferdig, registrert av Ola mandag 10. august kl. 09.00');
      expect(titles(now).at(-1)).toBe('Vis uke 33 (1 forsinket)');
    }
    // Whom it does not concern reads it without the buttons, and finds the week.
    const refresh = card.content.refresh?.action;
    if (!refresh) throw new Error('the card has no versions');
    const other = cardOf(await stage.press('Nils', refresh, { where: 'nordvik', automatic: true }));
    expect(titles(other)).toEqual(['Vis uke 33 (1 forsinket)']);
    expect(buttonsOf(other).map(({ mode }) => mode)).toEqual([undefined]);
    expect(textOf(other)).not.toContain('i menyen');
  });

  test('says so once all of it is done', async () => {
    await nordvik(three);
    await stage.beatAt(week);
    const { id: programme } = await stage.programme();
    for (const { id } of (await stage.plan()).activities) {
      await stage.press('Kari', { verb: 'plan.set-state', data: { programme, activity: id, state: 'done' } });
    }
    await stage.quiet();
    expect(lines('nordvik')[0]).toBe('Alle 3 er ferdige: Kurs');
  });

  test('of many shows five, then all of them in pages, in each reader’s language', async () => {
    const many = Array.from({ length: 12 }, (_, nth) => `20/8/2026;Rad ${nth + 1};Nordvik kommune\n`).join('');
    await nordvik(heading + many);
    await stage.give('Nordvik kommune', 'member', 'Siv');
    await stage.beatAt(week);
    const { card } = standing('nordvik');
    expect(buttonsOf(card, 'reminder.digest-row')).toHaveLength(5);
    const first = cardOf(await stage.press('Siv', buttonOf(card, 'Vis alle 12'), { where: 'nordvik' }));
    expect(textOf(first)).toContain('1–10 av 12');
    expect(
      buttonsOf(first)
        .slice(-2)
        .map(({ title }) => title),
    ).toEqual(['Visa fler', 'Visa färre']);
    const rest = cardOf(await stage.press('Siv', buttonOf(first, 'Visa fler'), { where: 'nordvik' }));
    expect(textOf(rest)).toContain('11–12 av 12');
    expect(buttonsOf(rest, 'reminder.digest-row')).toHaveLength(2);
    const few = cardOf(await stage.press('Siv', buttonOf(rest, 'Visa färre'), { where: 'nordvik' }));
    expect(textOf(few).split('\n')[0]).toBe('Om 7 dagar: Rad 1, och 11 till');
    // Only those who may read the programme.
    expect(await stage.press('Nils', buttonOf(card, 'Vis alle 12'), { where: 'annet' })).toMatchObject({
      problem: true,
    });
  });

  test('to a person holds the rows of all their programmes, and mentions nobody', async () => {
    await nordvik(`${heading}20/8/2026;Kurs;Nordvik kommune\n`, 'contact');
    await stage.type('Kari', 'programme "Andre"', 'andre');
    const read = cardOf(
      await stage.type('Kari', 'import', 'andre', {
        files: [
          {
            name: 'plan.csv',
            fetch: async () => ({
              ok: true,
              bytes: new TextEncoder().encode(`${heading}19/8/2026;Prøve;Sørfjord kommune\n`),
            }),
          },
        ],
      }),
    );
    await stage.press('Kari', buttonOf(read, 'plan.draft-save'), { where: 'andre' });
    const ola = await personOf('Ola');
    const other = (await stage.store.programmes.all()).find(({ name }) => name === 'Andre');
    await stage.store.programmes.change(other?.id ?? '', (p) => ({
      next: {
        ...p,
        units: p.units.map((unit) => ({ ...unit, people: [{ person: ola.id, role: 'contact' as const }] })),
      },
      outcome: 0,
    }));
    await stage.beatAt('2026-08-12T07:00:00Z');
    expect(lines('own-Ola')[0]).toBe('Om 7 dager: Prøve');
    await stage.beatAt('2026-08-18T07:00:00Z');
    await stage.beatAt('2026-08-19T07:00:00Z');
    expect(lines('own-Ola')).toEqual([
      'I dag: Prøve, og én til',
      'Prøve',
      'Onsdag 19. august · i dag',
      'Sørfjord kommune · Andre',
      '[Åpne]',
      'Kurs',
      'Torsdag 20. august · i morgen',
      'Nordvik kommune · Ny journal',
      '[Åpne]',
    ]);
    expect(standing('own-Ola').first.mentions ?? []).toEqual([]);
  });

  test('says first what is overdue', async () => {
    await nordvik(three);
    const { id } = await stage.programme();
    await changeReminding(stage.house.world, id, (now) => ({
      next: { ...now, rules: { ...defaultRules, rules: ['overdue', '7-days-before'] } },
      outcome: 0,
    }));
    await stage.importing(`${three}28/8/2026;Senere;Nordvik kommune\n`);
    await stage.beatAt(week);
    await stage.beatAt('2026-08-21T07:00:00Z');
    // The meeting has been held, and nobody is asked about it.
    expect(lines('nordvik')[0]).toBe('1 dag på overtid: Kurs, og 2 til');
    expect(lines('nordvik')).not.toContain('Møte');
    expect(lines('nordvik').slice(-4)).toEqual([
      'Senere',
      'Fredag 28. august · om 7 dager',
      'Nordvik kommune',
      '[Åpne]',
    ]);
  });

  test('says last what has been held, where its own rules remind of it afterwards', async () => {
    await nordvik(three);
    const { id } = await stage.programme();
    const groups = [{ kind: 'meeting' as const, rules: ['overdue'] }];
    await changeReminding(stage.house.world, id, (now) => ({
      next: { ...now, rules: { ...defaultRules, rules: ['7-days-before', '1-day-after'], groups } },
      outcome: 0,
    }));
    await stage.importing(`${three}28/8/2026;Senere;Nordvik kommune\n`);
    await stage.beatAt(week);
    await stage.beatAt('2026-08-21T07:00:00Z');
    expect(lines('nordvik')[0]).toBe('1 dag på overtid: Kurs, og 3 til');
    expect(lines('nordvik').slice(-4)).toEqual(['Møte', 'Torsdag 20. august · i går', 'Nordvik kommune', '[Åpne]']);
  });

  test('asks for what has to be there ahead of a row by its own name, and does not ask whether the row is done', async () => {
    await nordvik(`${heading}20/8/2026;Oppstart;Nordvik kommune\n`);
    const { id } = await stage.programme();
    const leads = [{ id: 'utstyr', before: { count: 1, unit: 'weeks' as const }, item: 'Utstyrsliste' }];
    await changeReminding(stage.house.world, id, (now) => ({
      next: { ...now, rules: { ...defaultRules, rules: [], leads } },
      outcome: 0,
    }));
    await stage.beatAt(week);
    expect(lines('nordvik')[0]).toBe('Utstyrsliste: trengs til Oppstart, om 7 dager');
    expect(buttonsOf(standing('nordvik').card).map(({ title }) => title)).toEqual(['Trenger hjelp', 'Mer …']);
    const refresh = standing('nordvik').card.content.refresh?.action;
    if (!refresh) throw new Error('the card has no versions');
    const own = cardOf(await stage.press('Ola', refresh, { where: 'nordvik', automatic: true }));
    expect(textOf(own).split('\n')[0]).toBe('Utstyrsliste: trengs til Oppstart, om 7 dager');
    await stage.press('Ola', buttonOf(own, 'Trenger hjelp'), { where: 'nordvik' });
    await stage.quiet();
    expect(lines('nordvik')[0]).toBe('Utstyrsliste: trengs til Oppstart, om 7 dager');
    expect(textOf(standing('nordvik').card)).toContain('! Trenger hjelp, registrert av Ola');
  });
});

describe('a crash while a digest is on its way', () => {
  beforeEach(() => nordvik(three));
  const messagesAfter = async (instant: string) => {
    const before = stage.messages.length;
    await stage.beatAt(instant);
    return stage.messages.slice(before).filter(isReminder);
  };
  /** As a crash leaves it: the reminders are claimed for a message; of the message itself the ledger has this, or nothing. */
  async function crash(message: 'claimed' | 'sent' | 'nothing') {
    await stage.beatAt(week);
    const { id } = await stage.programme();
    for (const [key, entry] of await ledger()) {
      const isPart = entry.message !== undefined;
      await stage.store.ledger.change(id, key, (known) => ({
        next: isPart && known ? { ...known, state: 'claimed' } : null,
        outcome: 0,
      }));
    }
    for (const [key, entry] of await stage.store.ledger.entries('messages')) {
      await stage.store.ledger.change('messages', key, () => ({
        next: message === 'nothing' ? null : { ...entry, state: message },
        outcome: 0,
      }));
    }
    await stage.restart();
  }

  test('before it was sent loses nothing: it is sent as it was', async () => {
    await crash('nothing');
    expect((await messagesAfter('2026-08-13T07:01:00Z')).map(({ first }) => first.summary)).toEqual([
      'Om 7 dager: Kurs, og 2 til',
    ]);
    expect(await messagesAfter('2026-08-13T07:02:00Z')).toEqual([]);
  });

  test('while it was being sent repeats it once', async () => {
    await crash('claimed');
    expect(await messagesAfter('2026-08-13T07:01:00Z')).toHaveLength(1);
    await stage.restart();
    expect(await messagesAfter('2026-08-13T07:02:00Z')).toEqual([]);
  });

  test('after it was sent repeats nothing, though more has fallen due for the same place since', async () => {
    await crash('sent');
    await stage.importing(`${three}20/8/2026;Ny;Nordvik kommune\n`);
    const after = await messagesAfter('2026-08-13T07:01:00Z');
    expect(after.map(({ first }) => first.summary)).toEqual(['Om 7 dager: Ny']);
    expect(await messagesAfter('2026-08-13T07:02:00Z')).toEqual([]);
    const own = (await ledger()).filter(([key]) => key.split('/').length === 5);
    expect(own.map(([, { state }]) => state)).toEqual(['sent', 'sent', 'sent', 'sent']);
  });

  test('sends again only what is still awaited, and shows later what it held', async () => {
    await crash('nothing');
    const { id: programme } = await stage.programme();
    const kurs = (await stage.plan()).activities.find(({ title }) => title === 'Kurs');
    await stage.press('Kari', { verb: 'plan.set-state', data: { programme, activity: kurs?.id ?? '', state: 'done' } });
    const after = await messagesAfter('2026-08-13T07:01:00Z');
    expect(after.map(({ first }) => first.summary)).toEqual(['Om 7 dager: Prøve, og én til']);
  });
});
