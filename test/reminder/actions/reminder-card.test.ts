import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reminderCard } from '#reminder/actions/reminder-card.ts';
import { buttonOf, buttonsOf, cardOf, type Name, noticeOf, openStage, type Stage, textOf } from '../../plan/stage.ts';

let stage: Stage;
const week = '2026-08-13T07:00:00Z';
const start = 'Tid;Aktivitet;Organisasjon;Kvalitetspunkt;Beskrivelse\n';
// Monday 3 August 2026. Ola is Nordvik's contact; Siv is in Nordvik and Pat in Sørfjord.
beforeEach(async () => {
  stage = await openStage();
  await stage.programmeWith(`${start}20/8/2026;Kurs;"Nordvik kommune; Sørfjord kommune";K1;For superbrukere\n`);
  await stage.tie('Nordvik kommune', 'nordvik');
  await stage.tie('Sørfjord kommune', 'sorfjord');
  await stage.give('Nordvik kommune', 'contact', 'Ola');
  await stage.give('Nordvik kommune', 'member', 'Siv');
  await stage.give('Sørfjord kommune', 'contact', 'Pat');
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

const standing = (place: string) => {
  const message = stage.in(place).at(-1);
  if (!message) throw new Error(`nothing stands in ${place}`);
  return message;
};
const shown = (name: Name, { automatic = true, where = 'nordvik' } = {}) => {
  const refresh = standing('nordvik').card.content.refresh?.action;
  if (!refresh) throw new Error('the card has no versions');
  return stage.press(name, refresh, { where, automatic });
};

describe('a reminder', () => {
  test('says what, when, who, how long left, and asks how it is going', async () => {
    await stage.beatAt(week);
    expect(textOf(standing('nordvik').card).split('\n')).toEqual([
      'Om 7 dager: Kurs',
      'Torsdag 20. august',
      'Ansvarlige: Nordvik kommune, Sørfjord kommune',
      'Kvalitetspunkt K1',
      'Kontakt:',
      'Ola',
      'For superbrukere',
      '[Ferdig]',
      '[På vei]',
      '[Trenger hjelp]',
      '[Mer …]',
    ]);
  });

  test('is for each unit what it would be if it were the only one, before anybody has answered and after', async () => {
    await stage.beatAt(week);
    const world = { store: stage.store, now: () => stage.clock.now() };
    const programme = await stage.programme();
    const asked = async () => {
      const [activity] = (await stage.plan()).activities;
      if (!activity) throw new Error('no row');
      for (const language of ['nb', 'sv'] as const) {
        for (const units of [['Nordvik kommune'], ['Sørfjord kommune'], ['Nordvik kommune', 'Sørfjord kommune'], []]) {
          // A copy of the row is another row: nothing is remembered of it.
          const alone = await reminderCard(world, programme, structuredClone(activity), { units, language });
          expect(await reminderCard(world, programme, activity, { units, language })).toEqual(alone);
        }
      }
    };
    await asked();
    await stage.press('Ola', buttonOf(standing('nordvik').card, 'På vei'), { where: 'nordvik' });
    await asked();
    await stage.give('Sørfjord kommune', 'contact', 'Siv');
    await asked();
  });

  test('of an activity whose title is a whole paragraph is sent like any other', async () => {
    const title = 'Delprosjektleder for arbeidet med kommunene er rekruttert, '.repeat(8).trim();
    await stage.importing(`${start}20/8/2026;"${title}";Nordvik kommune;;\n`);
    await stage.beatAt(week);
    expect(standing('nordvik').card.summary).toBe(`Om 7 dager: ${title}`);
  });

  test('pressed says what was registered, by whom and how to change it, in every place where it stands', async () => {
    await stage.beatAt(week);
    const answer = await stage.press('Ola', buttonOf(standing('nordvik').card, 'På vei'), { where: 'nordvik' });
    await stage.quiet();
    expect(answer).toMatchObject({ show: 'replace', shared: true });
    const said = '↷ Nordvik kommune på vei (Ola, 13. august kl. 09.00) · venter på Sørfjord kommune';
    for (const text of [textOf(cardOf(answer)), textOf(standing('nordvik').card)]) {
      expect(text).toContain(said);
      expect(text).toContain('[Angre]');
      expect(text).not.toContain('[På vei]');
    }
    expect(textOf(standing('sorfjord').card)).toContain(said);
    expect(textOf(standing('sorfjord').card)).toContain('[Ferdig]\n[På vei]\n[Trenger hjelp]\n[Mer …]');
    expect(stage.messages).toHaveLength(2);
    expect(standing('sorfjord').updates).toBeGreaterThan(0);
    expect(textOf(standing('sorfjord').card)).toContain('Kontakt:\nPat');
  });

  test('is brought back by undo, by another of the unit as well', async () => {
    await stage.beatAt(week);
    await stage.press('Ola', buttonOf(standing('nordvik').card, 'Ferdig'), { where: 'nordvik' });
    await stage.quiet();
    await stage.press('Siv', buttonOf(standing('nordvik').card, 'Angre'), { where: 'nordvik' });
    await stage.quiet();
    for (const place of ['nordvik', 'sorfjord'])
      expect(textOf(standing(place).card)).toContain('[Ferdig]\n[På vei]\n[Trenger hjelp]\n[Mer …]');
    expect((await stage.plan()).activities[0]?.state).toBe('planned');
  });

  test('pressed by somebody of no unit is refused in plain words and changes no card', async () => {
    await stage.beatAt(week);
    const answer = await stage.press('Nils', buttonOf(standing('nordvik').card, 'Ferdig'), { where: 'nordvik' });
    await stage.quiet();
    expect(noticeOf(answer).text).toContain('Bare de som er med i Nordvik kommune, Sørfjord kommune');
    expect(standing('nordvik').updates).toBe(0);
  });

  test('that a crash left behind what was said shows it after the next start, also days later', async () => {
    await stage.beatAt(week);
    const stale = standing('nordvik').card;
    await stage.press('Ola', buttonOf(stale, 'På vei'), { where: 'nordvik' });
    await stage.quiet();
    standing('nordvik').card = stale;
    stage.clock.moveTo(Temporal.Instant.from('2026-08-16T07:00:00Z'));
    await stage.restart();
    await stage.house.catchUp();
    await stage.quiet();
    expect(textOf(standing('nordvik').card)).toContain('↷ Nordvik kommune på vei (Ola, 13. august kl. 09.00)');
  });

  test('says a week later what it said when it was sent, and how things stand now', async () => {
    await stage.beatAt(week);
    stage.clock.moveTo(Temporal.Instant.from('2026-08-27T07:00:00Z'));
    expect(textOf(cardOf(await shown('Siv')))).toMatch(/^Om 7 dagar: Kurs\n/u);
    const answer = await stage.press('Ola', buttonOf(standing('nordvik').card, 'På vei'), { where: 'nordvik' });
    await stage.quiet();
    for (const card of [cardOf(answer), standing('nordvik').card, standing('sorfjord').card]) {
      expect(textOf(card)).toMatch(/^Om 7 dager: Kurs\n/u);
      expect(textOf(card)).toContain(
        '↷ Nordvik kommune på vei (Ola, 27. august kl. 09.00) · venter på Sørfjord kommune',
      );
    }
  });

  test('marked done by one unit is followed by another for the other unit alone, and by none once both are done', async () => {
    await stage.beatAt(week);
    await stage.press('Ola', buttonOf(standing('nordvik').card, 'Ferdig'), { where: 'nordvik' });
    await stage.beatAt('2026-08-19T07:00:00Z');
    expect(stage.messages.map(({ place }) => place)).toEqual(['nordvik', 'sorfjord', 'sorfjord']);
    expect((await stage.plan()).activities[0]?.state).toBe('underway');
    await stage.press('Pat', buttonOf(standing('sorfjord').card, 'Ferdig'), { where: 'sorfjord' });
    await stage.beatAt('2026-08-20T07:00:00Z');
    expect(stage.messages).toHaveLength(3);
    expect((await stage.plan()).activities[0]?.state).toBe('done');
    expect(textOf(standing('nordvik').card)).toMatch(/^Ferdig: Kurs\n/u);
  });

  test('asked for by each reader comes in their language, with buttons where they may press', async () => {
    await stage.beatAt(week);
    expect(textOf(cardOf(await shown('Siv')))).toContain('Om 7 dagar: Kurs');
    expect(buttonsOf(cardOf(await shown('Siv'))).map((b) => b.title)).toEqual([
      'Klart',
      'På väg',
      'Behöver hjälp',
      'Mer …',
    ]);
    expect(textOf(cardOf(await shown('Pat')))).toContain('In 7 days: Kurs');
    expect(buttonsOf(cardOf(await shown('Nils')))).toEqual([]);
    expect(textOf(cardOf(await shown('Nils')))).toContain('Om 7 dager: Kurs');
  });

  test('asked for automatically changes nothing; from elsewhere it is not shown to strangers', async () => {
    await stage.beatAt(week);
    const people = (await stage.store.persons.all()).length;
    await shown('Nils');
    expect(await stage.store.persons.all()).toHaveLength(people);
    expect(noticeOf(await shown('Nils', { where: 'annet' })).problem).toBe(true);
  });
});

test.each([
  [
    'nb',
    'Om 7 dager: Kurs',
    'Torsdag 20. august',
    'Ansvarlige: Nordvik kommune, Sørfjord kommune',
    'Kvalitetspunkt K1',
    'Ferdig',
  ],
  [
    'sv',
    'Om 7 dagar: Kurs',
    'Torsdag 20 augusti',
    'Ansvariga: Nordvik kommune, Sørfjord kommune',
    'Go/no-go-punkt K1',
    'Klart',
  ],
  [
    'en',
    'In 7 days: Kurs',
    'Thursday 20 August',
    'Responsible: Nordvik kommune, Sørfjord kommune',
    'Quality gate K1',
    'Done',
  ],
] as const)("a place's reminders come in its language: %s", async (language, ...lines) => {
  const place = await stage.store.places.byKey({ surface: 'web', workspace: 'w', key: 'nordvik' });
  await stage.store.places.change(place?.id ?? '', (p) => ({ next: { ...p, language }, outcome: true }));
  await stage.beatAt(week);
  const text = textOf(standing('nordvik').card);
  for (const line of lines) expect(text).toContain(line);
  expect(standing('nordvik').card).toMatchObject({ language, content: { lang: language } });
});

describe('several at once', () => {
  test.each([
    ['nb', 'I dag: Kurs, og 2 til', '[Åpne]'],
    ['sv', 'I dag: Kurs, och 2 till', '[Öppna]'],
    ['en', 'Today: Kurs, and 2 more', '[Open]'],
  ] as const)('are told in %s', async (language, title, open) => {
    const rows = '20/8/2026;Kurs;Nordvik kommune;;\n21/8/2026;B;Nordvik kommune;;\n22/8/2026;C;Nordvik kommune;;\n';
    await stage.importing(start + rows);
    const place = await stage.store.places.byKey({ surface: 'web', workspace: 'w', key: 'nordvik' });
    await stage.store.places.change(place?.id ?? '', (p) => ({ next: { ...p, language }, outcome: true }));
    await stage.beatAt('2026-08-20T12:00:00Z');
    const { card } = standing('nordvik');
    expect(card.summary).toBe(title);
    expect(textOf(card)).toContain(open);
    expect(card.mentions?.map((m) => m.name)).toEqual(['Ola']);
  });
});

describe('the rows without a date', () => {
  test.each([
    ['Siv', '2 rader i planen saknar datum', 'Sätt datum'],
    ['Pat', '2 rows of the plan have no date', 'Set a date'],
  ] as const)('are asked for in the language of %s', async (name, title, set) => {
    const { id } = await stage.programme();
    const owner = await stage.store.persons.byAccount({ surface: 'web', workspace: 'w', user: name });
    await stage.importing(`${start};A;;;\n;B;;;\n`);
    await stage.store.programmes.change(id, (p) => ({
      next: { ...p, owners: owner ? [owner.id] : p.owners },
      outcome: 0,
    }));
    await stage.beatAt('2026-08-03T08:00:00Z');
    expect(standing(`own-${name}`).card.summary).toBe(title);
    expect(textOf(standing(`own-${name}`).card)).toContain(`[${set}]`);
  });
});

describe('what will be sent', () => {
  test('is told by "remind": when, to whom, and the rules', async () => {
    const card = cardOf(await stage.type('Kari', 'påminn'));
    expect(textOf(card).split('\n')).toEqual([
      '3 påminnelser framover',
      'Kurs · 20. august',
      '7 dager før: torsdag 13. august kl. 09.00',
      'til Nordvik kommune (nordvik), Sørfjord kommune (sorfjord)',
      '[Åpne]',
      'Kurs · 20. august',
      'Én arbeidsdag før: onsdag 19. august kl. 09.00',
      'til Nordvik kommune (nordvik), Sørfjord kommune (sorfjord)',
      '[Åpne]',
      'Kurs · 20. august',
      'På dagen: torsdag 20. august kl. 09.00',
      'til Nordvik kommune (nordvik), Sørfjord kommune (sorfjord)',
      '[Åpne]',
      'Klar minner om hver rad 7 dager før, én arbeidsdag før og på dagen, kl. 09.00. På en fridag kommer påminnelsen arbeidsdagen før.',
      'Uker, måneder og antatte datoer: på den første arbeidsdagen i perioden i stedet for på dagen.',
      '[Regler]',
    ]);
  });

  test('is told five at a time, in Swedish and English too', async () => {
    await stage.importing(`${start}20/8/2026;A;;;\n21/8/2026;B;;;\n`);
    const card = cardOf(await stage.type('Siv', 'påminn'));
    expect(textOf(card)).toMatch(/^6 påminnelser framöver\n/u);
    expect(textOf(card)).toContain('till programmets kanal (felles)');
    expect(textOf(card)).toContain('1–5 av 6');
    const rest = cardOf(await stage.press('Siv', buttonOf(card, 'Visa fler')));
    expect(textOf(rest)).toContain('6–6 av 6');
    expect(textOf(cardOf(await stage.type('Pat', 'remind')))).toMatch(
      /^6 reminders ahead\nA · 20 August\n7 days before: Thursday 13 August at 09:00\n/u,
    );
  });

  test('is nothing when all is over, and is told to nobody from elsewhere', async () => {
    const next = { verb: 'reminder.coming', data: { programme: (await stage.programme()).id, from: '0' } };
    expect(noticeOf(await stage.press('Nils', next, { where: 'annet' })).problem).toBe(true);
    stage.clock.moveTo(Temporal.Instant.from('2027-01-01T07:00:00Z'));
    expect(textOf(cardOf(await stage.type('Kari', 'remind')))).toContain('Ingen påminnelser framover');
  });
});
