import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildIcs } from '../../../table/build-ics.ts';
import { buildXlsx, date } from '../../../table/build-xlsx.ts';
import { buttonOf, buttonsOf, cardOf, file, noticeOf, openStage, type Stage, textOf } from '../../stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  await stage.type('Kari', 'programme "Ny journal"');
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

const good = `Tid;Aktivitet;Organisasjon;Kvalitetspunkt
15/9/2026;Opplæringsplan godkjent;Nordvik kommune;K1
uke 42;Kurs for superbrukere;"Nordvik kommune; Sørfjord kommune";
oktober;Regionalt møte;;
;Konsolidering;Sørfjord kommune;
`;
const read = async (csv: string | Uint8Array, name?: string) =>
  stage.type('Kari', 'import', 'felles', { files: [file(csv, name)] });

describe('a plan that is sent', () => {
  test('is shown as it was understood: rows by month, gates and units', async () => {
    const answer = await read(good);
    expect(answer.show).toBe('private');
    expect(textOf(cardOf(answer)).split('\n')).toEqual([
      'Planen leses slik: 4 rader, ett kvalitetspunkt, 2 enheter',
      'Én ting å se over:',
      '! Rad 5, «Tid»: Raden har ingen dato.',
      'September 2026: én rad',
      'Oktober 2026: 2 rader',
      'Uten dato: én rad',
      'Kvalitetspunkter: K1',
      'Nye enheter: Nordvik kommune, Sørfjord kommune',
      '[Lagre 4 rader]',
      '[Vis radene]',
      '[Ikke lagre]',
      '[Kolonner …]',
    ]);
  });

  test('may be a workbook, whose month cells stay months', async () => {
    const rows = [
      ['Tid', 'Aktivitet', 'Organisasjon'],
      [date('2026-09-15'), 'Opplæringsplan godkjent', 'Nordvik kommune'],
      [date('2026-10-01', 'mmm-yy'), 'Regionalt møte', 'Sørfjord kommune'],
    ];
    const answer = await read(buildXlsx({ sheets: [{ name: 'Forside' }, { name: 'Plan', rows }] }), 'plan.xlsx');
    expect(textOf(cardOf(answer))).toContain('Planen leses slik: 2 rader');
    await stage.press('Kari', buttonOf(cardOf(answer), 'plan.draft-save'));
    expect((await stage.plan()).activities.map(({ when }) => [when.start, when.precision])).toEqual([
      ['2026-09-15', 'day'],
      ['2026-10-01', 'month'],
    ]);
  });

  test('may be a calendar, and what is left out of it is said', async () => {
    const bytes = buildIcs([
      'DTSTART;VALUE=DATE:20260915',
      'RRULE:FREQ=DAILY',
      'SUMMARY:Morgenmøte',
      'CATEGORIES:Nordvik',
    ]);
    const text = textOf(cardOf(await read(bytes, 'plan.ics')));
    expect(text).toContain('! Rad 2: «Morgenmøte» gjentas så mange ganger at Klar bare har tatt med de 200 første.');
  });

  test('is not saved before the press', async () => {
    await read(good);
    expect(await stage.store.plans.all()).toEqual([]);
    expect((await stage.programme()).units).toEqual([]);
  });

  test('is saved by the press as revision 1, with the units that it names', async () => {
    const card = cardOf(await stage.press('Kari', buttonOf(cardOf(await read(good)), 'plan.draft-save')));
    expect(textOf(card)).toContain('Planen er lagret som revisjon 1: 4 rader.');
    const plan = await stage.plan();
    expect(plan).toMatchObject({ revision: 1, revisions: [{ number: 1, source: 'plan.csv', rows: 4 }] });
    expect(plan.activities.map((a) => [a.title, a.when.precision, a.state])).toEqual([
      ['Opplæringsplan godkjent', 'day', 'planned'],
      ['Kurs for superbrukere', 'week', 'planned'],
      ['Regionalt møte', 'month', 'planned'],
      ['Konsolidering', 'unknown', 'planned'],
    ]);
    expect((await stage.programme()).units.map((u) => u.name)).toEqual(['Nordvik kommune', 'Sørfjord kommune']);
    expect((await stage.store.audit.all()).filter((line) => line.what === 'plan.import')).toHaveLength(1);
  });

  test('is thrown away by "do not save"', async () => {
    const card = cardOf(await read(good));
    const dropped = await stage.press('Kari', buttonOf(card, 'plan.draft-drop'));
    expect(textOf(cardOf(dropped))).toBe('Ingenting er lagret.');
    expect(noticeOf(await stage.press('Kari', buttonOf(card, 'plan.draft-save'))).problem).toBe(true);
    expect(await stage.store.plans.all()).toEqual([]);
    // The platform delivers the press once more (PLATFORMS T20).
    expect(await stage.press('Kari', buttonOf(card, 'plan.draft-drop'))).toEqual(dropped);
  });

  test('shows its rows ten at a time, and leads back', async () => {
    const rows = Array.from({ length: 23 }, (_, i) => `${i + 1}/10;Møte ${i + 1};Nordvik`).join('\n');
    const card = cardOf(await read(`Tid;Aktivitet;Organisasjon\n${rows}\n`));
    const first = cardOf(await stage.press('Kari', buttonOf(card, 'Vis radene')));
    expect(textOf(first)).toMatch(/^Rad 1–10 av 23\nMøte 1\n.*1\. oktober · Nordvik\n/u);
    const second = cardOf(await stage.press('Kari', buttonOf(first, 'Vis flere')));
    const third = cardOf(await stage.press('Kari', buttonOf(second, 'Vis flere')));
    expect(textOf(third)).toMatch(/^Rad 21–23 av 23\nMøte 21\n/u);
    expect(buttonsOf(third).map((b) => b.title)).toEqual(['Tilbake']);
    const back = cardOf(await stage.press('Kari', buttonOf(third, 'Tilbake')));
    expect(textOf(back)).toBe(textOf(card));
  });

  test('names six of many units and counts the rest', async () => {
    const units = Array.from({ length: 9 }, (_, i) => `Enhet ${i + 1}`).join('; ');
    const card = cardOf(await read(`Tid,Aktivitet,Organisasjon\n1/10,Møte,"${units}"\n`));
    expect(textOf(card)).toContain('Nye enheter: Enhet 1, Enhet 2, Enhet 3, Enhet 4, Enhet 5, Enhet 6 og 3 til');
  });

  test('counts what lies more than a year ahead as later', async () => {
    const rows = Array.from(
      { length: 15 },
      (_, i) => `1/${(i % 12) + 1}/${2027 + Math.floor(i / 12)};Møte ${i};Nordvik`,
    );
    const text = textOf(cardOf(await read(`Tid;Aktivitet;Organisasjon\n${rows.join('\n')}\n`)));
    expect(text).toContain('November 2027: én rad\nSenere: 4 rader');
  });
});

describe('rows that cannot be read', () => {
  const bad = (count: number) =>
    `Tid;Aktivitet;Organisasjon\n1/10;Møte;Nordvik\n${Array.from({ length: count }, (_, i) => `3${i % 2 === 0 ? 1 : 2}/2;Oppstart ${i};Nordvik`).join('\n')}\n`;

  test('stand first on the card, with row, column and reason', async () => {
    const [title, refused, first] = textOf(cardOf(await read(bad(2)))).split('\n');
    expect(title).toBe('Planen leses slik: én rad, ingen kvalitetspunkter, én enhet');
    expect(refused).toBe('2 rader kan ikke leses og blir ikke med:');
    expect(first).toBe('✕ Rad 3, «Tid»: «31/2» finnes ikke.');
  });

  test('are counted apart from what is worth a second look', async () => {
    const text = textOf(cardOf(await read(`${bad(5)}12/12/2026;Samling;Nordvik\n`)));
    expect(text).not.toContain('og én til');
    expect(text).toContain('Én ting å se over: trykk «Vis merknadene».');
  });

  test('beyond five are counted, and a button shows every one', async () => {
    const card = cardOf(await read(bad(13)));
    expect(textOf(card)).toContain('og 8 til');
    const page = cardOf(await stage.press('Kari', buttonOf(card, 'Vis merknadene')));
    expect(textOf(page)).toMatch(/^Merknad 1–10 av 13\n/u);
    const rest = cardOf(await stage.press('Kari', buttonOf(page, 'Vis flere')));
    expect(textOf(rest)).toContain('✕ Rad 15, «Tid»: «31/2» finnes ikke.');
  });

  test('are left out when the rest is saved', async () => {
    await stage.press('Kari', buttonOf(cardOf(await read(bad(3))), 'Lagre én rad'));
    expect((await stage.plan()).activities.map((a) => a.title)).toEqual(['Møte']);
  });

  test('leave nothing to save when all are refused', async () => {
    const card = cardOf(await read('Tid;Aktivitet\n31/2;Oppstart\n'));
    expect(textOf(card)).toContain('Ingen rader kan lagres. Rett opp i filen, og send den på nytt.');
    expect(buttonsOf(card).map((b) => b.title)).toEqual(['Ikke lagre', 'Kolonner …']);
  });
});

describe('a file', () => {
  test('of an older Excel is read in its encoding', async () => {
    const bytes = Buffer.from('Tid;Aktivitet;Organisasjon\n1/10;Møte på Sørøya;Sørøya kommune\n', 'latin1');
    await stage.press('Kari', buttonOf(cardOf(await read(bytes)), 'plan.draft-save'));
    expect((await stage.plan()).activities[0]).toMatchObject({ title: 'Møte på Sørøya', units: ['Sørøya kommune'] });
  });

  test('that is too large is refused in plain words, by whichever side notices', async () => {
    const byKlar = noticeOf(await read(new Uint8Array(5 * 1024 * 1024 + 1).fill(65), 'stor.csv'));
    expect(byKlar).toMatchObject({
      problem: true,
      text: expect.stringContaining('Klar tar imot filer på inntil 5 MB'),
    });
    const files = [{ name: 'stor.csv', fetch: async () => ({ ok: false, problem: 'too-large' }) as const }];
    const bySurface = noticeOf(await stage.type('Kari', 'import', 'felles', { files }));
    expect(bySurface.text).toContain('Filen «stor.csv» er større enn 5 MB.');
  });

  test.each([
    ['unreachable', 'Filen «plan.csv» kunne ikke hentes. Send den en gang til.'],
    ['not-allowed', 'Klar henter bare filer som er sendt i chatten. Legg ved filen her.'],
  ] as const)('that is %s is answered with what to do', async (problem, sentence) => {
    const files = [{ name: 'plan.csv', fetch: async () => ({ ok: false, problem }) as const }];
    expect(noticeOf(await stage.type('Kari', 'import', 'felles', { files })).text).toBe(sentence);
  });

  test('that is no table, or no plan, is refused with what to do', async () => {
    expect(noticeOf(await read(Buffer.from('%PDF-1.7 …'))).text).toBe(
      'Filen ser ut til å være en PDF. Lagre tabellen som Excel-fil (.xlsx) eller CSV og prøv igjen.',
    );
    expect(noticeOf(await read('17;4\n18;5\n')).text).toBe(
      'Klar finner ingen kolonne med aktiviteter. Gi den overskriften «Aktivitet».',
    );
    expect(await stage.store.drafts.all()).toEqual([]);
  });

  test('with names and e-mails is read as a list of people', async () => {
    const card = cardOf(await read('Enhet;Navn;E-post;Rolle\nNordvik;Per Vik;per@nordvik.example;kontakt\n'));
    expect(buttonsOf(card).map((b) => b.verb)).toContain('people.list-save');
  });

  test('sent without a word is read, too', async () => {
    const answer = await stage.type('Kari', '', 'felles', { files: [file(good)] });
    expect(textOf(cardOf(answer))).toContain('Planen leses slik: 4 rader');
  });

  test('is asked for when none came', async () => {
    const answer = await stage.type('Kari', 'importer');
    expect(answer.show).toBe('ask-file');
    expect(textOf(cardOf(answer))).toContain('Send planen eller en liste over folk');
  });
});

describe('who may import', () => {
  test('is whoever leads the programme; others are told whom to ask', async () => {
    const { text } = noticeOf(await stage.type('Ola', 'import', 'felles', { files: [file(good)] }));
    expect(text).toContain('Kari');
    expect(await stage.store.drafts.all()).toEqual([]);
  });

  test('is nobody where there is no programme', async () => {
    const { problem } = noticeOf(await stage.type('Ola', 'import', 'annet', { files: [file(good)] }));
    expect(problem).toBe(true);
  });

  test.each(['plan.draft-save', 'plan.draft-page', 'plan.draft-drop'])(
    "somebody else's press on %s changes nothing",
    async (verb) => {
      const card = cardOf(await read(good));
      const before = JSON.stringify(await stage.store.drafts.all());
      const answer = await stage.press('Ola', buttonOf(card, verb));
      expect(noticeOf(answer).problem).toBe(true);
      expect(JSON.stringify(await stage.store.drafts.all())).toBe(before);
      expect(await stage.store.plans.all()).toEqual([]);
    },
  );

  test('is no longer who has stopped leading in the meantime', async () => {
    const card = cardOf(await read(good));
    const { id } = await stage.programme();
    const [kari] = (await stage.programme()).owners;
    await stage.type('Ola', 'help');
    const ola = await stage.store.persons.byAccount({ surface: 'web', workspace: 'w', user: 'Ola' });
    await stage.store.programmes.change(id, (p) => ({
      next: { ...p, owners: [ola?.id ?? p.owners[0]] as typeof p.owners },
      outcome: kari,
    }));
    expect(noticeOf(await stage.press('Kari', buttonOf(card, 'plan.draft-save'))).problem).toBe(true);
    expect(await stage.store.plans.all()).toEqual([]);
  });
});

describe('a press delivered twice (PLATFORMS T20)', () => {
  test('saves once and gives the same answer', async () => {
    const save = buttonOf(cardOf(await read(good)), 'plan.draft-save');
    const first = await stage.press('Kari', save);
    const stored = JSON.stringify([await stage.store.plans.all(), await stage.store.audit.all()]);
    expect(await stage.press('Kari', save)).toEqual(first);
    expect(JSON.stringify([await stage.store.plans.all(), await stage.store.audit.all()])).toBe(stored);
  });

  test('at the same moment saves once as well', async () => {
    const save = buttonOf(cardOf(await read(good)), 'plan.draft-save');
    const [one, two] = await Promise.all([stage.press('Kari', save), stage.press('Kari', save)]);
    expect(textOf(cardOf(one))).toBe(textOf(cardOf(two)));
    expect((await stage.plan()).revisions).toHaveLength(1);
    expect((await stage.store.audit.all()).filter((line) => line.what === 'plan.import')).toHaveLength(1);
  });

  test('finds a save that a crash cut off after the plan was written', async () => {
    const card = cardOf(await read(good));
    const [draft] = await stage.store.drafts.all();
    const first = await stage.press('Kari', buttonOf(card, 'plan.draft-save'));
    if (draft) await stage.store.drafts.add(draft);
    await stage.restart();
    expect(await stage.press('Kari', buttonOf(card, 'plan.draft-save'))).toEqual(first);
    expect((await stage.plan()).revision).toBe(1);
    expect((await stage.store.drafts.all()).map((d) => d.kind)).toEqual(['plan-before']);
  });

  test('after another import still answers for its own revision, without a way to undo it', async () => {
    const save = buttonOf(cardOf(await read(good)), 'plan.draft-save');
    await stage.press('Kari', save);
    await stage.importing('Tid;Aktivitet\n1/10;Noe nytt\n');
    const again = cardOf(await stage.press('Kari', save));
    expect(textOf(again)).toContain('Planen er lagret som revisjon 1: 4 rader.');
    expect(buttonsOf(again, 'plan.undo-save')).toEqual([]);
    expect((await stage.plan()).revision).toBe(2);
  });
});

describe('a revised plan', () => {
  test('says what it replaces, and keeps ids and states of rows that are still there', async () => {
    await stage.importing(good);
    const [course] = (await stage.plan()).activities.filter((a) => a.title === 'Kurs for superbrukere');
    await stage.press('Kari', {
      verb: 'plan.set-state',
      data: { programme: (await stage.programme()).id, activity: course?.id ?? '', state: 'underway' },
    });
    const card = cardOf(await read(good.replace('uke 42', 'uke 43').replace('oktober;Regionalt møte;;\n', '')));
    expect(textOf(card)).toContain(
      [
        'Endringer fra revisjon 1: 1 flyttet, 1 tatt ut',
        '↷ Kurs for superbrukere: uke 42 (12.–18. oktober) → uke 43 (19.–25. oktober)',
        '− Regionalt møte er tatt ut',
        '2 enheter og alle i programmet får beskjed når du lagrer.',
      ].join('\n'),
    );
    await stage.press('Kari', buttonOf(card, 'plan.draft-save'));
    const plan = await stage.plan();
    expect(plan.revision).toBe(2);
    expect(plan.activities.find((a) => a.title === 'Kurs for superbrukere')).toMatchObject({
      id: course?.id,
      state: 'underway',
      when: { start: '2026-10-19' },
    });
  });

  test('goes by the date where several rows are called the same', async () => {
    await stage.importing('Tid;Aktivitet\n9/10;Regionalt møte\n6/11;Regionalt møte\n');
    const [, november] = (await stage.plan()).activities;
    await stage.importing('Tid;Aktivitet\n6/11;Regionalt møte\n');
    expect((await stage.plan()).activities.map((a) => a.id)).toEqual([november?.id]);
  });

  test('is taken back by undo; what people have said since stands', async () => {
    await stage.importing(good);
    const before = await stage.plan();
    const saved = await stage.importing(
      good.replace('uke 42', 'uke 43').replace('Konsolidering;Sørfjord', 'Oppstart;Vestvik'),
    );
    expect((await stage.programme()).units.map((u) => u.name)).toContain('Vestvik kommune');
    const [plan] = (await stage.plan()).activities;
    await stage.press('Kari', {
      verb: 'plan.set-state',
      data: { programme: before.id, activity: plan?.id ?? '', state: 'done' },
    });
    const undone = await stage.press('Kari', buttonOf(saved, 'plan.undo-save'));
    expect(textOf(cardOf(undone))).toBe('Angret. Planen er som før.');
    const after = await stage.plan();
    expect(after.revision).toBe(1);
    expect(after.activities.map((a) => [a.title, a.when.start, a.state])).toEqual([
      ['Opplæringsplan godkjent', '2026-09-15', 'done'],
      ['Kurs for superbrukere', '2026-10-12', 'planned'],
      ['Regionalt møte', '2026-10-01', 'planned'],
      ['Konsolidering', null, 'planned'],
    ]);
    expect((await stage.programme()).units.map((u) => u.name)).toEqual(['Nordvik kommune', 'Sørfjord kommune']);
    // Delivered twice, it answers the same.
    expect(await stage.press('Kari', buttonOf(saved, 'plan.undo-save'))).toEqual(undone);
  });

  test('that was the first one leaves no plan when it is taken back, and keeps units that people were tied to', async () => {
    const saved = await stage.importing(good);
    await stage.give('Nordvik kommune', 'contact', 'Ola');
    await stage.press('Kari', buttonOf(saved, 'plan.undo-save'));
    expect(await stage.store.plans.all()).toEqual([]);
    expect((await stage.programme()).units.map((u) => u.name)).toEqual(['Nordvik kommune']);
  });

  test('cannot be taken back once another one was saved, nor by somebody else', async () => {
    const first = await stage.importing(good);
    expect(noticeOf(await stage.press('Ola', buttonOf(first, 'plan.undo-save'))).problem).toBe(true);
    await stage.importing('Tid;Aktivitet\n1/10;Noe nytt\n');
    expect(noticeOf(await stage.press('Kari', buttonOf(first, 'plan.undo-save'))).text).toContain('endret siden');
    expect((await stage.plan()).revision).toBe(2);
  });
});

describe('a row that cannot be read in a revised plan', () => {
  const whole = `Tid;Aktivitet;Organisasjon
1/9;Kurs;Nordvik
8/9;Prøve;Nordvik
1/12;Oppstart;Fjordby
`;

  test('stays in the plan as it stands, with what was said of it', async () => {
    await stage.importing(whole);
    const [, row] = (await stage.plan()).activities;
    const ids = { programme: (await stage.programme()).id, activity: row?.id ?? '' };
    await stage.press('Kari', { verb: 'plan.set-state', data: { ...ids, state: 'underway' } });

    const card = cardOf(await read(whole.replace('8/9', '31/9').replace('1/12', '2/12')));
    expect(textOf(card)).toContain('31/9');
    expect(textOf(card)).toContain('Én slik rad står i planen fra før, og blir stående der som den er.');
    expect(textOf(card)).toContain('1 flyttet');
    expect(textOf(card)).not.toContain('tatt ut');
    await stage.press('Kari', buttonOf(card, 'plan.draft-save'));
    const after = (await stage.plan()).activities;
    expect(after.map(({ title }) => title)).toEqual(['Kurs', 'Prøve', 'Oppstart']);
    expect(after[1]).toMatchObject({ id: row?.id, state: 'underway', when: { start: '2026-09-08' } });
  });

  test('is no reason to keep another of the same name that was taken out', async () => {
    await stage.importing('Tid;Aktivitet\n1/9;Møte\n8/9;Møte\n15/9;Møte\n');
    const card = cardOf(await read('Tid;Aktivitet\n1/9;Møte\n31/9;Møte\n'));
    expect(textOf(card)).toContain('1 tatt ut');
  });
});

describe('a piece of the plan', () => {
  const whole = `Tid;Aktivitet;Organisasjon;Beskrivelse
1/9;Kurs 1;Nordvik;Ta med egen maskin
8/9;Kurs 2;Nordvik;
uke 42;Prøve;Fjordby;
1/12;Oppstart;Fjordby;
`;
  const piece = 'Tid;Aktivitet\n2/9;Kurs 1\n15/9;Kurs 3\n';
  const titles = async () => (await stage.plan()).activities.map(({ title }) => title);
  beforeEach(async () => void (await stage.importing(whole)));

  test('changes and adds its rows, and leaves the others and what it does not say as they are', async () => {
    const card = cardOf(await read(piece));
    expect(textOf(card)).toContain('Her er 1 av planens 4 rader. De 3 andre blir stående som før.');
    expect(textOf(card)).toContain('1 flyttet, 1 ny');
    expect(textOf(card)).not.toContain('tatt ut');
    await stage.press('Kari', buttonOf(card, 'plan.draft-save'));
    expect(await titles()).toEqual(['Kurs 1', 'Kurs 2', 'Kurs 3', 'Prøve', 'Oppstart']);
    expect((await stage.plan()).activities[0]).toMatchObject({
      when: { start: '2026-09-02' },
      units: ['Nordvik'],
      description: 'Ta med egen maskin',
    });
  });

  test('takes the place of the plan where its author says so', async () => {
    const card = cardOf(await read(piece));
    const all = cardOf(await stage.press('Kari', buttonOf(card, 'Ta ut de 3 andre radene')));
    expect(textOf(all)).toContain('1 av planens 4 rader er med her. De 3 andre blir tatt ut.');
    expect(textOf(all)).toContain('3 tatt ut');
    await stage.press('Kari', buttonOf(all, 'plan.draft-save'));
    expect(await titles()).toEqual(['Kurs 1', 'Kurs 3']);
  });

  test('is not what another plan is; its author can still say that the rows of this one stay', async () => {
    const card = cardOf(await read('Tid;Aktivitet\n1/10;Noe helt annet\n'));
    expect(textOf(card)).toContain('Ingen av planens 4 rader er med her. De blir tatt ut.');
    const kept = cardOf(await stage.press('Kari', buttonOf(card, 'Behold de 4 radene som mangler')));
    expect(textOf(kept)).toContain('Dette er bare nye rader. De 4 andre blir stående som før.');
    await stage.press('Kari', buttonOf(kept, 'plan.draft-save'));
    expect(await titles()).toHaveLength(5);
  });

  test('is not what a plan is in which a few rows are missing', async () => {
    const card = cardOf(await read(whole.replace('8/9;Kurs 2;Nordvik;\n', '')));
    expect(textOf(card)).toContain('1 tatt ut');
    const kept = cardOf(await stage.press('Kari', buttonOf(card, 'Behold raden som mangler')));
    expect(textOf(kept)).toContain('Det er ingenting å lagre.');
  });
});

describe('in their own language', () => {
  test.each([
    ['Siv', 'Planen läses så här: en rad, inga go/no-go-punkter, en enhet', '✕ Rad 3, ”Tid”: ”31/2” finns inte.'],
    [
      'Pat',
      'The plan is read like this: one row, no quality gates, one unit',
      '✕ Row 3, “Tid”: “31/2” does not exist.',
    ],
  ] as const)('%s reads how the plan was understood', async (name, title, refused) => {
    await stage.type(name, `programme "Nytt ${name}"`, `kanal-${name}`);
    const csv = 'Tid;Aktivitet;Organisasjon\n1/10;Møte;Nordvik\n31/2;Oppstart;Nordvik\n';
    const card = cardOf(await stage.type(name, 'import', `kanal-${name}`, { files: [file(csv)] }));
    expect(textOf(card)).toContain(title);
    expect(textOf(card)).toContain(refused);
  });
});
