import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonOf, buttonsOf, cardOf, type Name, noticeOf, openStage, type Stage, textOf } from '../../plan/stage.ts';

let stage: Stage;
// Monday 3 August 2026. Kari leads; Ola answers for Nordvik.
beforeEach(async () => {
  stage = await openStage();
  // Nobody has set any rules yet.
  await stage.type('Kari', 'programme "Ny journal"');
  await stage.importing(
    'Tid;Aktivitet;Organisasjon;Kvalitetspunkt;Type\n20/8/2026;Kurs;Nordvik kommune;;\n15/10/2026;Klart til oppstart;;K1;kvalitetspunkt\n',
  );
  await stage.give('Nordvik kommune', 'contact', 'Ola');
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

const rules = async (name: Name = 'Kari', text = 'påminn regler') => cardOf(await stage.type(name, text));
const lines = async (card: Parameters<typeof textOf>[0]) => textOf(card).split('\n');
const edit = async (part: string, name: Name = 'Kari') => {
  const button = buttonsOf(await rules(name), 'reminder.rules-edit').find(({ data }) => data?.part?.startsWith(part));
  if (!button) throw new Error(`nothing to change of ${part}`);
  const answer = await stage.press(name, button);
  expect(answer.show).toBe('form');
  return cardOf(answer);
};
const save = (form: Parameters<typeof textOf>[0], inputs: Record<string, string>, name: Name = 'Kari') =>
  stage.press(name, buttonOf(form, 'Lagre reglene'), { inputs });
const usual = { before: '7 dager, 1 arbeidsdag', after: '', unit: 'days', also: 'on-the-day', at: '09.00' };
const stored = async () => (await stage.store.remindings.get((await stage.programme()).id))?.rules;
const audited = async () => (await stage.store.audit.all()).filter(({ what }) => what === 'reminder.rules');

describe('the rules', () => {
  test('are told in words, with the way to change each for who leads', async () => {
    expect(await lines(await rules())).toEqual([
      'Slik påminner Klar i Ny journal',
      'Alle rader',
      '7 dager før, én arbeidsdag før og på dagen, kl. 09.00',
      '[Endre for alle rader]',
      'Annet',
      'Ukeoversikt til enheter og eiere den første arbeidsdagen i uken.',
      'Uten svar: stedfortrederen får vite det etter 3 arbeidsdager, enhetens eier etter 5 og programmets eiere etter 8. Eierne får slikt samlet den første arbeidsdagen i uken; det som er mer enn 10 arbeidsdager forsinket eller har et kvalitetspunkt innen 10 arbeidsdager, kommer med en gang.',
      'Har en enhet ingen kontakt, spør Klar programmets eiere 30 dager før.',
      'Sjekklister: enheter som har punkter igjen, blir påminnet 7 og 1 dag før, og hver uke når fristen er ute.',
      'Avstemninger: de som ikke har svart, blir påminnet én gang, én arbeidsdag før de stenger.',
      'Flere enn 200 meldinger på én gang venter til en eier har sett på dem.',
      '[Endre annet]',
      'På en fridag kommer påminnelsen arbeidsdagen før; det som kommer etter fristen, arbeidsdagen etter. Uker, måneder og antatte datoer: på den første arbeidsdagen i perioden i stedet for på dagen.',
      '[Egne regler for noen rader]',
      '[Be om noe i god tid]',
    ]);
  });

  test.each([
    ['Kari', 'remind rules', 'Slik påminner Klar i Ny journal'],
    ['Siv', 'påminn regler', 'Så påminner Klar i Ny journal'],
    ['Pat', 'remind rules', 'How Klar reminds in Ny journal'],
  ] as const)('%s reads them by «%s»', async (name, text, title) => {
    expect((await rules(name, text)).summary).toBe(title);
  });

  test('have no buttons for others, who are told whom to ask if they press one all the same', async () => {
    const form = await edit('rows');
    expect(buttonsOf(await rules('Ola'))).toEqual([]);
    const answer = noticeOf(await save(form, { ...usual, before: '3' }, 'Ola'));
    expect(answer.problem).toBe(true);
    expect(answer.text).toContain('Si fra til Kari');
    expect(await stored()).toBeUndefined();
    expect(await audited()).toEqual([]);
  });
});

describe('the rules of every row', () => {
  test('are changed in a form that shows them as they are, saved, audited and undone', async () => {
    const form = await edit('rows');
    expect(JSON.stringify(form.content)).toContain('"value":"7 dager, 1 arbeidsdag"');
    const saved = cardOf(
      await save(form, { before: '90 30 14 7 1', after: '3', unit: 'days', also: 'on-the-day,overdue', at: '8.30' }),
    );
    expect((await lines(saved)).slice(0, 5)).toEqual([
      'Reglene er lagret.',
      '[Angre]',
      'Slik påminner Klar i Ny journal',
      'Alle rader',
      '90, 30, 14, 7 og 1 dag før, på dagen, 3 dager etter, og hver uke når fristen er ute, kl. 08.30',
    ]);
    expect(textOf(saved)).toContain('Møter og samlinger har ingen frist');
    expect(textOf(saved)).toContain('Sist endret av Kari mandag 3. august kl. 09.00.');
    expect((await stored())?.rules).toHaveLength(8);
    expect(await audited()).toHaveLength(1);

    const undone = cardOf(await stage.press('Kari', buttonOf(saved, 'Angre')));
    expect(textOf(undone)).toContain('7 dager før, én arbeidsdag før og på dagen, kl. 09.00');
    expect(textOf(undone)).not.toContain('Møter og samlinger');
    expect(await stored()).toBeUndefined();
    // The undoing can be undone, too.
    const again = cardOf(await stage.press('Kari', buttonOf(undone, 'Angre')));
    expect(textOf(again)).toContain('kl. 08.30');
  });

  test.each([
    [{ before: 'i morgen' }, 'before', 'Klar forstår ikke «i». Skriv tall med mellomrom, for eksempel 90 30 14 7 1.'],
    [{ before: '0' }, 'before', '0 er ikke mellom 1 og 999.'],
    [{ after: '2 måneder' }, 'after', 'Her telles det i dager eller arbeidsdager. Skriv for eksempel 3.'],
    [{ at: 'ni' }, 'at', 'Skriv klokkeslettet som 09.00.'],
  ])('with %j say at the field what to do, and nothing is saved', async (given, field, text) => {
    const form = await edit('rows');
    expect(noticeOf(await save(form, { ...usual, ...given }))).toEqual({ show: 'notice', problem: true, text, field });
    expect(await stored()).toBeUndefined();
  });

  test('can be none at all', async () => {
    const saved = cardOf(await save(await edit('rows'), { ...usual, before: '', also: '' }));
    expect(textOf(saved)).toContain('Ingen påminnelser');
  });

  test('go back to the usual ones, which can be undone', async () => {
    const saved = cardOf(await save(await edit('rows'), { ...usual, before: '5' }));
    const back = cardOf(await stage.press('Kari', buttonOf(saved, 'Tilbake til vanlige regler')));
    expect(textOf(back)).toContain('De vanlige reglene gjelder igjen.');
    expect(buttonsOf(back).map(({ title }) => title)).not.toContain('Tilbake til vanlige regler');
    expect(textOf(cardOf(await stage.press('Kari', buttonOf(back, 'Angre'))))).toContain('5 dager før og på dagen');
  });

  test('saved unchanged offer no undoing of what was done before', async () => {
    await save(await edit('rows'), { ...usual, before: '5' });
    stage.clock.moveTo(Temporal.Instant.from('2026-08-04T07:00:00Z'));
    const same = cardOf(await save(await edit('rows'), { ...usual, before: '5' }));
    expect(buttonsOf(same).map(({ title }) => title)).not.toContain('Angre');
  });
});

describe('two who lead at once', () => {
  beforeEach(async () => {
    await stage.give('Nordvik kommune', 'member', 'Pat');
    const programme = await stage.programme();
    const pat = await stage.store.persons.byAccount({ surface: 'web', workspace: 'w', user: 'Ola' });
    if (!pat) throw new Error('Ola has not been met');
    await stage.store.programmes.change(programme.id, (p) => ({
      next: { ...p, coordinators: [...p.coordinators, pat.id] },
      outcome: true,
    }));
  });

  test('the second is told what stands, keeps what was written, and saves it if that is meant', async () => {
    const [first, second] = [await edit('rows', 'Ola'), await edit('rows')];
    await save(first, { ...usual, before: '10' }, 'Ola');
    const answer = await save(second, { ...usual, before: '3' });
    expect(answer.show).toBe('form');
    expect(textOf(cardOf(answer))).toContain('Ola endret disse reglene mens du skrev.');
    expect(textOf(cardOf(answer))).toContain('Nå gjelder: 10 dager før og på dagen, kl. 09.00');
    expect(JSON.stringify(cardOf(answer).content)).toContain('"value":"3"');
    expect((await stored())?.rules).toContain('10-days-before');

    await save(cardOf(answer), { ...usual, before: '3' });
    expect((await stored())?.rules).toContain('3-days-before');
  });

  test('who change different parts are in no one’s way', async () => {
    const [group, rows] = [await edit('group:new', 'Ola'), await edit('rows')];
    await save(group, { kind: 'gate', tag: '', before: '90', after: '', also: '', unit: 'days' }, 'Ola');
    const saved = cardOf(await save(rows, { ...usual, before: '3' }));
    expect(textOf(saved)).toContain('Kvalitetspunkter\n90 dager før');
    expect(textOf(saved)).toContain('3 dager før og på dagen');
  });

  test('an undoing that somebody has overtaken does nothing and says so', async () => {
    const saved = cardOf(await save(await edit('rows'), { ...usual, before: '3' }));
    await save(await edit('rows', 'Ola'), { ...usual, before: '10' }, 'Ola');
    const answer = cardOf(await stage.press('Kari', buttonOf(saved, 'Angre')));
    expect(textOf(answer)).toContain('Ola har endret reglene etterpå.');
    expect((await stored())?.rules).toContain('10-days-before');
  });

  test('who changes a group that was taken out is told', async () => {
    await save(await edit('group:new'), { kind: 'gate', tag: '', before: '90', after: '', also: '', unit: 'days' });
    const [mine, others] = [await edit('group:'), await edit('group:', 'Ola')];
    await stage.press('Ola', buttonOf(others, 'Ta ut'));
    const answer = await save(mine, { kind: 'gate', tag: '', before: '60', after: '', also: '', unit: 'days' });
    expect(textOf(cardOf(answer))).toContain('Ola har tatt ut disse reglene.');
    expect((await stored())?.groups).toEqual([]);
  });
});

describe('rules for some rows', () => {
  const gates = { kind: 'gate', tag: '', before: '90 30 14 7', after: '', also: 'on-the-day', unit: 'days' };

  test('stand by themselves, tell how many rows they are for, and can be taken out', async () => {
    const saved = cardOf(await save(await edit('group:new'), gates));
    expect((await lines(saved)).slice(3, 10)).toEqual([
      'Alle andre rader',
      '7 dager før, én arbeidsdag før og på dagen, kl. 09.00',
      '[Endre for alle andre rader]',
      'Kvalitetspunkter',
      '90, 30, 14 og 7 dager før, og på dagen, kl. 09.00',
      'Gjelder én rad i planen',
      '[Endre for kvalitetspunkter]',
    ]);
    const form = await edit('group:');
    expect(textOf(form)).toContain('Egne regler for kvalitetspunkter');
    const out = cardOf(await stage.press('Kari', buttonOf(form, 'Ta ut')));
    expect(textOf(out)).toContain('Tatt ut: Kvalitetspunkter: 90, 30, 14 og 7 dager før, og på dagen.');
    expect(textOf(cardOf(await stage.press('Kari', buttonOf(out, 'Angre'))))).toContain('Kvalitetspunkter');
  });

  test('of a tag may begin with a number sign, and no row may have it yet', async () => {
    const saved = cardOf(await save(await edit('group:new'), { ...gates, kind: 'any', tag: ' #opplæring' }));
    expect(textOf(saved)).toContain('Rader merket «opplæring»');
    expect(textOf(saved)).toContain('Ingen rader i planen nå');
  });

  test.each([
    [{ kind: 'any' }, 'tag', /^Velg et slag rader eller skriv en merkelapp\./],
    [{ tag: 'x'.repeat(61) }, 'tag', /høyst 60 tegn/],
  ])('with %j say at the field what to do', async (given, field, text) => {
    const answer = noticeOf(await save(await edit('group:new'), { ...gates, ...given }));
    expect(answer).toMatchObject({ problem: true, field });
    expect(answer.text).toMatch(text);
  });

  test('are not made twice for the same rows', async () => {
    const form = await edit('group:new');
    await save(form, gates);
    const answer = noticeOf(await save(form, { ...gates, before: '60' }));
    expect(answer).toMatchObject({ problem: true, field: 'tag' });
    expect(answer.text).toContain('Det finnes egne regler for kvalitetspunkter allerede.');
    // The same act delivered twice is no second group.
    expect((await save(form, gates)).show).toBe('replace');
    expect((await stored())?.groups).toHaveLength(1);
  });

  test('and lead times are shown five at a time', async () => {
    for (const tag of ['a', 'b', 'c', 'd', 'e', 'f'])
      await save(await edit('group:new'), { ...gates, kind: 'any', tag });
    const card = await rules();
    expect(textOf(card)).toContain('1–5 av 6');
    expect(textOf(card)).not.toContain('«f»');
    const next = cardOf(await stage.press('Kari', buttonOf(card, 'Vis flere')));
    expect(textOf(next)).toContain('Rader merket «f»');
    expect(textOf(next)).toContain('6–6 av 6');
  });
});

describe('something that is asked for in good time', () => {
  const list = { item: 'Utstyrsliste', before: '12 måneder', kind: 'gate', tag: '' };

  test('stands with its time, is changed under the same name in the ledger, and can be taken out', async () => {
    const saved = cardOf(await save(await edit('lead:new'), list));
    expect(textOf(saved)).toContain('Utstyrsliste\nKvalitetspunkter: 12 måneder før');
    await save(await edit('lead:'), { ...list, item: 'Utstyrsliste, endelig', before: '6 mnd' });
    expect((await stored())?.leads).toEqual([
      { kind: 'gate', id: 'utstyrsliste', item: 'Utstyrsliste, endelig', before: { count: 6, unit: 'months' } },
    ]);
    await stage.press('Kari', buttonOf(await edit('lead:'), 'Ta ut'));
    expect((await stored())?.leads).toEqual([]);
  });

  test('of one name twice has two names in the ledger', async () => {
    await save(await edit('lead:new'), list);
    await save(await edit('lead:new'), { ...list, before: '3 måneder' });
    expect((await stored())?.leads.map(({ id }) => id)).toEqual(['utstyrsliste', 'utstyrsliste-2']);
  });

  test.each([
    [{ item: '  ' }, 'item', 'Skriv hva som skal være klart, på høyst 200 tegn.'],
    [{ before: '' }, 'before', 'Skriv ett tidsrom, for eksempel 12 måneder.'],
    [{ before: '12 6 måneder' }, 'before', 'Skriv ett tidsrom, for eksempel 12 måneder.'],
    [{ before: 'et år' }, 'before', 'Klar forstår ikke «et». Skriv tall med mellomrom, for eksempel 12 måneder.'],
  ])('with %j says at the field what to do', async (given, field, text) => {
    const form = await edit('lead:new');
    expect(noticeOf(await save(form, { ...list, ...given }))).toEqual({ show: 'notice', problem: true, text, field });
  });
});

describe('all else', () => {
  const values = {
    wave: '120 90 60 30',
    overview: 'no',
    escalation: '',
    noContact: '14',
    checklists: '14 3',
    checklistsAlso: 'on-the-day',
    polls: '2',
    most: '50',
  };

  test('is changed in a form of its own; the next round of confirmation is told', async () => {
    const saved = textOf(cardOf(await save(await edit('other'), values)));
    expect(saved).toContain('Bekreftelsesrunder 120, 90, 60 og 30 dager før hvert kvalitetspunkt.');
    // 15 October less 60 days is Sunday 16 August.
    expect(saved).toContain('Neste runde: fredag 14. august, 60 dager før K1.');
    expect(saved).toContain('Ingen ukeoversikt.');
    expect(saved).toContain('Uten svar: ingen andre får vite det.');
    expect(saved).toContain('spør Klar programmets eiere 14 dager før.');
    expect(saved).toContain(
      'Sjekklister: enheter som har punkter igjen, blir påminnet 14 og 3 dager før, og på dagen.',
    );
    expect(saved).toContain('blir påminnet én gang, 2 arbeidsdager før de stenger.');
    expect(saved).toContain('Flere enn 50 meldinger');
    const none = textOf(cardOf(await save(await edit('other'), { ...values, wave: '' })));
    expect(none).not.toContain('Bekreftelsesrunder');
  });

  test.each([
    [{ escalation: '5 3 8' }, 'escalation', /^Skriv tre tall fra 1 til 60/],
    [{ most: 'mange' }, 'most', /^Skriv ett tall fra 1 til 100\s000\.$/u],
    [{ wave: 'ofte' }, 'wave', /for eksempel 120 90 60 30/],
    [{ checklists: 'ofte' }, 'checklists', /for eksempel 7 1/],
    [{ polls: '40' }, 'polls', /^Skriv ett tall fra 1 til 30\.$/],
  ])('with %j says at the field what to do', async (given, field, text) => {
    const answer = noticeOf(await save(await edit('other'), { ...values, ...given }));
    expect(answer).toMatchObject({ problem: true, field });
    expect(answer.text).toMatch(text);
  });

  test('that somebody else has changed is told', async () => {
    const form = await edit('other');
    await save(await edit('other'), values);
    const answer = await save(form, { ...values, most: '70' });
    expect(answer.show).toBe('form');
    expect(textOf(cardOf(answer))).toContain('Flere enn 50 meldinger');
  });
});
