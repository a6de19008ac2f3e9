import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonOf, buttonsOf, cardOf, type Name, noticeOf, openStage, type Stage, textOf } from '../stage.ts';

let stage: Stage;
// Monday 3 August 2026, 09:00 in Oslo. Ola is Nordvik's contact and Siv a member of it; Pat belongs to Sørfjord.
beforeEach(async () => {
  stage = await openStage();
  await stage.programmeWith(
    'Tid;Aktivitet;Organisasjon\n10/8/2026;Kurs;Nordvik kommune\n11/8/2026;Prøve;Sørfjord kommune\n12/8/2026;Møte;\n',
  );
  await stage.give('Nordvik kommune', 'contact', 'Ola');
  await stage.give('Nordvik kommune', 'member', 'Siv');
  await stage.give('Sørfjord kommune', 'contact', 'Pat');
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

const row = async (name: Name, title = 'Kurs') => {
  const activity = (await stage.plan()).activities.find((a) => a.title === title);
  const data = { programme: (await stage.programme()).id, activity: activity?.id ?? '' };
  return cardOf(await stage.press(name, { verb: 'plan.row', data }));
};
const press = async (name: Name, title: string, activity = 'Kurs') =>
  stage.press(name, buttonOf(await row('Kari', activity), title));
const stateOf = async (title = 'Kurs') => (await stage.plan()).activities.find((a) => a.title === title)?.state;
const audits = async (what: string) => (await stage.store.audit.all()).filter((line) => line.what === what);

describe('how an activity stands', () => {
  test.each(['Ola', 'Siv', 'Kari'] as const)('is said by %s: contact, member and leader alike', async (name) => {
    const card = cardOf(await press(name, 'På vei'));
    expect(await stateOf()).toBe('underway');
    expect(textOf(card)).toContain(name === 'Siv' ? '↷ På väg, registrerat av Siv' : `↷ På vei, registrert av ${name}`);
    expect(await audits('plan.state')).toHaveLength(1);
  });

  test.each(['Pat', 'Nils'] as const)('is not said by %s of another unit, or of none', async (name) => {
    const answer = noticeOf(await press(name, 'Ferdig'));
    expect(answer.problem).toBe(true);
    expect(answer.text).toContain('Nordvik kommune');
    expect(await stateOf()).toBe('planned');
    expect(await audits('plan.state')).toEqual([]);
    expect(stage.log.filter(({ text }) => text.startsWith('press refused'))).toHaveLength(1);
  });

  test('of a row that names no unit is said by anybody in the programme, and by nobody else', async () => {
    expect(textOf(cardOf(await press('Pat', 'Ferdig', 'Møte')))).toContain('✓ Done');
    expect(noticeOf(await press('Nils', 'På vei', 'Møte')).problem).toBe(true);
  });

  test('shows no buttons to those who may not say it', async () => {
    expect(buttonsOf(await row('Pat')).map((b) => b.title)).toEqual(['History']);
    expect(buttonsOf(await row('Ola')).map((b) => b.title)).toEqual(['Ferdig', 'På vei', 'Trenger hjelp', 'Historikk']);
  });

  test('said twice changes nothing the second time', async () => {
    const done = buttonOf(await row('Ola'), 'Ferdig');
    const first = await stage.press('Ola', done);
    const stored = JSON.stringify([await stage.plan(), await stage.store.audit.all()]);
    stage.clock.moveTo(stage.clock.now().add({ seconds: 3 }));
    expect(await stage.press('Ola', done)).toEqual(first);
    expect(JSON.stringify([await stage.plan(), await stage.store.audit.all()])).toBe(stored);
  });

  test('is taken back by undo, once', async () => {
    await press('Ola', 'På vei');
    const card = cardOf(await press('Ola', 'Ferdig'));
    const undo = buttonOf(card, 'Angre');
    const undone = cardOf(await stage.press('Ola', undo));
    expect(await stateOf()).toBe('underway');
    expect(textOf(undone)).toContain('↷ På vei');
    await stage.press('Ola', undo);
    expect(await stateOf()).toBe('underway');
    expect(await audits('plan.state-undo')).toHaveLength(1);
  });

  test('cannot be said of a row that is gone', async () => {
    const done = buttonOf(await row('Ola'), 'Ferdig');
    await stage.importing('Tid;Aktivitet\n1/10;Noe annet\n');
    expect(noticeOf(await stage.press('Ola', done)).text).toContain('ikke i planen lenger');
  });
});

describe('a call for help', () => {
  test('reaches those who lead the programme, in their own chat and language, once', async () => {
    const { id } = await stage.programme();
    const pat = await stage.store.persons.byAccount({ surface: 'web', workspace: 'w', user: 'Pat' });
    await stage.store.programmes.change(id, (p) => ({
      next: { ...p, coordinators: pat ? [pat.id] : [] },
      outcome: true,
    }));
    const help = buttonOf(await row('Ola'), 'Trenger hjelp');
    const answer = cardOf(await stage.press('Ola', help));
    await stage.press('Ola', help);
    await stage.quiet();
    expect(textOf(answer)).toContain('De som leder programmet, har fått beskjed.');
    expect(stage.in('own-Kari').map((m) => m.card.summary)).toEqual(['Ola trenger hjelp: Kurs']);
    expect(stage.in('own-Pat').map((m) => m.card.summary)).toEqual(['Ola needs help: Kurs']);
    expect(
      textOf(stage.in('own-Kari')[0]?.card ?? answer)
        .split('\n')
        .slice(0, 3),
    ).toEqual(['Ola trenger hjelp', 'Ta kontakt med: Ola, kontakt for Nordvik kommune.', 'Kurs']);
    // Only who called takes it back; whoever else leads says how it is going.
    const told = textOf(stage.in('own-Kari')[0]?.card ?? answer).split('\n');
    expect(told.filter((line) => /^\[(Ferdig|På vei|Trenger hjelp|Angre|Endre)\]$/u.test(line))).toEqual([
      '[Ferdig]',
      '[På vei]',
      '[Endre]',
    ]);
  });

  test('that a platform in trouble kept from somebody comes at a later beat, once', async () => {
    stage.trouble.set('own-Kari', 'unreachable');
    await press('Ola', 'Trenger hjelp');
    await stage.quiet();
    await stage.beatAt('2026-08-03T07:01:00Z');
    expect(stage.in('own-Kari')).toEqual([]);
    stage.trouble.delete('own-Kari');
    for (const minute of ['02', '03']) await stage.beatAt(`2026-08-03T07:${minute}:00Z`);
    expect(stage.in('own-Kari').map((m) => m.card.summary)).toEqual(['Ola trenger hjelp: Kurs']);
  });

  test('that is taken back before anybody was reached is not made any more', async () => {
    stage.trouble.set('own-Kari', 'unreachable');
    await press('Ola', 'Trenger hjelp');
    await stage.quiet();
    await stage.press('Ola', buttonOf(await row('Ola'), 'Angre'));
    stage.trouble.delete('own-Kari');
    await stage.beatAt('2026-08-03T07:02:00Z');
    expect(stage.in('own-Kari')).toEqual([]);
  });

  test('says how the row stands when help is no longer asked for', async () => {
    await press('Ola', 'Trenger hjelp');
    await stage.quiet();
    const told = () => {
      const [only, ...more] = stage.in('own-Kari');
      if (!only || more.length > 0) throw new Error(`${more.length + 1} messages`);
      return textOf(only.card).split('\n');
    };
    expect(told()[0]).toBe('Ola trenger hjelp');
    await press('Ola', 'Ferdig');
    await stage.quiet();
    expect(told().slice(0, 2)).toEqual(['Ola ba om hjelp', 'Kurs']);
    expect(told().join()).toContain('✓ Ferdig, registrert av Ola');
    expect(told().join()).not.toContain('Ta kontakt med');
  });

  test('by the one who leads alone tells nobody, and does not say that it did', async () => {
    const answer = cardOf(await press('Kari', 'Trenger hjelp'));
    await stage.quiet();
    expect(textOf(answer)).not.toContain('beskjed');
    expect(stage.in('own-Kari')).toEqual([]);
  });
});

test('what awaits a person is what their units have before them, with the way to it', async () => {
  stage.clock.moveTo(Temporal.Instant.from('2026-08-05T07:00:00Z'));
  const mine = cardOf(await stage.type('Ola', 'mine', 'own-Ola'));
  expect(textOf(mine)).toContain('Fortell hvordan det går: Kurs');
  const opened = cardOf(await stage.press('Ola', buttonOf(mine, 'plan.row'), { where: 'own-Ola' }));
  expect(textOf(opened)).toContain('Ansvarlig: Nordvik kommune');
  await press('Ola', 'På vei');
  expect(textOf(cardOf(await stage.type('Ola', 'mine', 'own-Ola')))).toContain('Ingenting venter på deg');
});
