import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { actionsOf, buttonOf, buttonsOf, cardOf, problemOf, textOf } from '../card-parts.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});
const report = async () => (await stage.texts('ingrid')).find((text) => text.includes('Skrevet av')) ?? '';

describe('those who have not acknowledged', () => {
  test('are reminded after two and five working days, at nine; who has acknowledged is left alone', async () => {
    const id = await stage.sent();
    await stage.press('kari', 'acknowledge', { announcement: id });
    await stage.klar.settled();
    expect(await report()).toContain('De som ikke har bekreftet, får en påminnelse onsdag 4. november kl. 09.00.');
    await stage.moveTo('2026-11-04T07:59:00Z');
    expect(await stage.texts('per')).toHaveLength(1);
    await stage.moveTo('2026-11-04T08:00:00Z');
    await stage.until(id, 'sent');
    const [first, second] = await stage.texts('per');
    expect(second).toContain('Påminnelse: Ingrid venter på at du bekrefter dette.');
    expect(first).not.toContain('Påminnelse');
    expect(await stage.texts('kari')).toHaveLength(1);
    await stage.moveTo('2026-11-04T08:01:00Z');
    expect(await stage.texts('per')).toHaveLength(2);
    // Acknowledged on the reminder, the first card says so, too.
    await stage.press('per', 'acknowledge', { announcement: id });
    await stage.klar.settled();
    for (const text of await stage.texts('per')) expect(text).toContain('✓ Du bekreftet');
    await stage.moveTo('2026-11-09T08:00:00Z');
    await stage.until(id, 'sent');
    expect([await stage.texts('per'), await stage.texts('liv')].map((all) => all.length)).toEqual([2, 3]);
    await stage.moveTo('2026-12-09T08:00:00Z');
    expect(await stage.texts('liv')).toHaveLength(3);
  });

  test('are reminded by hand once a day by those who lead, with how many and who they are', async () => {
    const id = await stage.sent('ingrid', { ways: '' });
    expect(await report()).not.toContain('får en påminnelse');
    const asked = cardOf(await stage.press('oda', 'ask-remind', { announcement: id }));
    expect(textOf(asked)).toContain('Minne 4 mottakere');
    const button = buttonOf(asked, 'announcement.remind');
    await stage.press('oda', 'remind', button.data ?? {});
    await stage.until(id, 'sent');
    expect(problemOf(await stage.press('ingrid', 'remind', button.data ?? {}))).toContain(
      'allerede fått en påminnelse i dag',
    );
    expect([await stage.texts('per'), await stage.texts('fjordvik')].map((all) => all.length)).toEqual([2, 2]);
    expect(await report()).toContain('Siste påminnelse: mandag 2. november kl. 09.00.');
    await stage.moveTo('2026-11-03T09:00:00Z');
    await stage.press('ingrid', 'remind', button.data ?? {});
    await stage.until(id, 'sent');
    expect(await stage.texts('per')).toHaveLength(3);
  });

  test('find it among what awaits them, until they have acknowledged it in any chat', async () => {
    const id = await stage.sent();
    const mine = cardOf(await stage.type('per', 'mine'));
    expect(textOf(mine)).toContain('Les og bekreft: Ny dato for opplæringen');
    const shown = cardOf(await stage.press('per', 'show', buttonOf(mine, 'announcement.show').data ?? {}));
    await stage.press('per', 'acknowledge', buttonOf(shown, 'announcement.acknowledge').data ?? {});
    expect(textOf(cardOf(await stage.type('per', 'mine')))).not.toContain('Ny dato');
    expect(await stage.store.acknowledgements.entries(id)).toHaveLength(1);
  });

  test('are named to those who lead, and to nobody else', async () => {
    const id = await stage.sent();
    const names = textOf(cardOf(await stage.press('oda', 'missing', { announcement: id })));
    expect(names).toContain('5 har ikke bekreftet');
    expect(names).toContain('Ukjent, Fjordvik kommune – ikke nådd ennå');
    for (const verb of [
      'missing',
      'report',
      'file',
      'ask-remind',
      'remind',
      'ask-withdraw',
      'withdraw',
      'ask-correct',
      'open',
    ]) {
      expect(problemOf(await stage.press('kari', verb, { announcement: id })), verb).toContain('Bare de som leder');
    }
    expect(problemOf(await stage.press('kari', 'correct', { announcement: id }, { values: { title: 'x' } }))).toContain(
      'Bare de',
    );
  });
});

describe('a report', () => {
  test('comes as a file with a row for each receiver and unit, under an address', async () => {
    const id = await stage.sent();
    await stage.press('kari', 'acknowledge', { announcement: id });
    await stage.press('nils', 'acknowledge', { announcement: id }, { where: 'fjordvik' });
    const card = cardOf(await stage.press('ingrid', 'file', { announcement: id }));
    expect(actionsOf(card)).toEqual([
      expect.objectContaining({ url: expect.stringMatching(/^klar:.+\/bekreftelser\.csv$/u) }),
    ]);
    const { announcementFeature } = await import('#announcement/feature.ts');
    const [link] = await stage.store.links.all();
    const file = link && (await announcementFeature.links?.['announcement-report']?.(stage.klar.house.world, link));
    const rows = new TextDecoder().decode(file?.bytes).split('\r\n');
    expect(rows).toEqual([
      'Enhet;Mottaker;Levert;Bekreftet;Bekreftet av',
      'Fjordvik kommune;#fjordvik;ja;2026-11-02 09:00;Nils',
      'Fjordvik kommune;Ukjent;ikke ennå: har ikke skrevet til Klar;;',
      'Solvik kommune;Kari;ja;2026-11-02 09:00;',
      'Solvik kommune;Liv;ja;;',
      'Solvik kommune;Per;ja;;',
      'Tindøy kommune;Kari;ja;2026-11-02 09:00;',
      '',
    ]);
  });

  test('counts a person once who has been joined with another record since', async () => {
    const id = await stage.sent();
    await stage.press('liv', 'acknowledge', { announcement: id });
    // Liv turns out to be Per.
    await stage.store.persons.change('per', (p) => ({ next: { ...p, former: ['liv' as typeof p.id] }, outcome: true }));
    await stage.store.persons.remove('liv');
    const text = textOf(cardOf(await stage.press('ingrid', 'report', { announcement: id })));
    expect(text).toContain('1 av 4 har bekreftet');
    expect(textOf(cardOf(await stage.press('per', 'show', { announcement: id })))).toContain('✓ Du bekreftet');
  });
});

test('a correction changes every copy and says so; acknowledgements stay', async () => {
  const id = await stage.sent();
  await stage.press('kari', 'acknowledge', { announcement: id });
  const wrong = await stage.press('ingrid', 'correct', { announcement: id }, { values: { title: ' ', text: 'x' } });
  expect(wrong).toMatchObject({ show: 'notice', field: 'title' });
  await stage.press('oda', 'correct', { announcement: id }, { values: { title: 'Ny dato', text: 'Uke 50.' } });
  await stage.klar.settled();
  expect((await stage.texts('per'))[0]).toContain('Ny dato\nUke 50.');
  expect((await stage.texts('liv'))[0]).toContain('Rättat av Oda måndag 2 november kl. 09.00');
  expect((await stage.texts('kari'))[0]).toContain('✓ Du bekreftet');
});

describe('what nobody may', () => {
  test('write one without leading, or touch another’s draft', async () => {
    expect(problemOf(await stage.type('kari', 'kunngjør'))).toContain('Bare de som leder');
    expect(problemOf(await stage.type('nils', 'kunngjør'))).not.toBe('');
    const { id, preview } = await stage.draft('ingrid');
    const data = buttonOf(preview, 'announcement.send').data ?? {};
    for (const [verb, values] of [
      ['send', data],
      ['discard', { announcement: id }],
      ['to-me', { announcement: id }],
      ['open', { announcement: id }],
      ['edit', { announcement: id }],
      ['preview', { announcement: id, title: 'Annet', to: 'all', asks: 'read', when: 'now' }],
    ] as const) {
      problemOf(await stage.press('oda', verb, values));
    }
    expect(await stage.store.announcements.get(id)).toMatchObject({ title: 'Ny dato for opplæringen', state: 'draft' });
    expect(problemOf(await stage.press('kari', 'acknowledge', { announcement: id }))).toContain('ikke sendt til deg');
  });

  test('send twice with two presses, or with the same press delivered twice', async () => {
    const { id, preview } = await stage.draft('ingrid');
    const data = buttonOf(preview, 'announcement.send').data ?? {};
    await Promise.all([
      stage.press('ingrid', 'send', data, { id: 'same' }),
      stage.press('ingrid', 'send', data, { id: 'same' }),
      stage.press('ingrid', 'send', data),
    ]);
    await stage.until(id, 'sent');
    for (const name of ['kari', 'per', 'liv', 'fjordvik']) expect(await stage.texts(name)).toHaveLength(1);
    expect((await stage.texts('ingrid')).filter((text) => text.includes('Skrevet av'))).toHaveLength(1);
  });

  test('send to others than were shown: when the receivers have changed, it is shown anew', async () => {
    const { id, preview } = await stage.draft('ingrid');
    await stage.store.programmes.change('p', (p) => ({
      next: { ...p, units: p.units.map((u) => ({ ...u, people: u.people.filter(({ person }) => person !== 'per') })) },
      outcome: true,
    }));
    const again = cardOf(await stage.send('ingrid', preview));
    expect(buttonOf(again, 'announcement.send').title).toBe('Send til 3 mottakere');
    expect((await stage.store.announcements.get(id))?.state).toBe('draft');
  });

  test('read its text in the log or the audit', async () => {
    await stage.sent();
    const written = JSON.stringify([stage.klar.logged, await stage.store.audit.all()]);
    expect(written).not.toMatch(/opplæring|vaktlag/u);
    expect(
      stage.klar.logged.filter(({ message }) => message === 'announcement').map(({ about }) => about),
    ).toContainEqual({
      programme: 'p',
      announcement: expect.any(String),
      rule: 'send',
      receiver: 'kari',
      result: 'sent',
    });
  });
});

test('a preview to oneself looks as it will, and its button registers nothing', async () => {
  const { id } = await stage.draft('ingrid');
  const stays = cardOf(await stage.press('ingrid', 'to-me', { announcement: id }));
  expect(textOf(stays)).toContain('Forhåndsvisningen ligger i din egen samtale med Klar.');
  expect(buttonOf(stays, 'announcement.send').title).toBe('Send til 4 mottakere');
  const card = await stage.card('ingrid');
  expect(textOf(card)).toContain('Forhåndsvisning: bare du får denne.');
  const button = buttonOf(card, 'announcement.acknowledge');
  expect(problemOf(await stage.press('ingrid', 'acknowledge', button.data ?? {}))).toContain('bare en forhåndsvisning');
});

test('the list has one’s own drafts and whatever was sent by anybody', async () => {
  await stage.sent();
  const { id } = await stage.draft('oda', { title: 'Odas utkast' });
  expect(textOf(cardOf(await stage.type('oda', 'melding liste')))).toContain('Odas utkast\nUtkast');
  const card = cardOf(await stage.type('ingrid', 'announce list'));
  expect(textOf(card)).not.toContain('Odas');
  expect(textOf(card)).toContain('0 av 5 har bekreftet');
  expect(problemOf(await stage.press('ingrid', 'open', { announcement: id }))).toContain('finnes ikke lenger');
});

describe('a planned one', () => {
  const planned = async () => {
    const { id, preview } = await stage.draft('ingrid', { when: 'day', day: '2026-11-04', time: '10:30' });
    await stage.send('ingrid', preview);
    return id;
  };

  test('whose time is long past when Klar is back becomes a draft, and its author is told', async () => {
    const id = await planned();
    await stage.moveTo('2026-11-06T10:00:00Z');
    expect((await stage.store.announcements.get(id))?.state).toBe('draft');
    expect((await stage.texts('ingrid')).at(-1)).toContain(
      'ble ikke sendt: Klar var nede da den skulle gå, onsdag 4. november kl. 10.30',
    );
    await stage.moveTo('2026-11-06T10:01:00Z');
    expect(await stage.texts('kari')).toEqual([]);
  });

  test('whose author no longer leads is not sent, and those who lead are told', async () => {
    const { id, preview } = await stage.draft('oda', { when: 'day', day: '2026-11-04', time: '10:30' });
    await stage.send('oda', preview);
    await stage.store.programmes.change('p', (p) => ({ next: { ...p, coordinators: [] }, outcome: true }));
    await stage.moveTo('2026-11-04T09:30:00Z');
    expect((await stage.store.announcements.get(id))?.state).toBe('draft');
    expect((await stage.texts('ingrid')).at(-1)).toContain('Oda, som skrev den, leder ikke lenger Felles journal');
  });

  test('that has grown above the number asks a second person at its time', async () => {
    const id = await planned();
    await stage.store.programmes.change('p', (p) => ({ next: { ...p, announceAlone: 2 }, outcome: true }));
    await stage.moveTo('2026-11-04T09:30:00Z');
    expect((await stage.store.announcements.get(id))?.state).toBe('awaiting');
    const card = await stage.card('oda');
    await stage.press('oda', 'approve', buttonOf(card, 'announcement.approve').data ?? {});
    await stage.until(id, 'sent');
    expect(await stage.texts('kari')).toHaveLength(1);
  });

  test('that is changed before its time is a draft until it is planned anew', async () => {
    const id = await planned();
    const form = cardOf(await stage.press('ingrid', 'edit', { announcement: id }));
    expect(buttonsOf(form, 'announcement.preview')).toHaveLength(1);
    await stage.moveTo('2026-11-04T09:30:00Z');
    expect(await stage.texts('kari')).toEqual([]);
  });
});
