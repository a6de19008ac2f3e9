import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonOf, buttonsOf, cardOf, noticeOf, openStage, type Stage, textOf } from '../../stage.ts';

const csv = `Tid;Aktivitet;Organisasjon
1/10/2026;Rapport behandles;Nordvik
uke 42;Workshops;Nordvik
6/11/2026;Arbeidsgruppemøte;
desember;Opplæring;Fjordby
`;
const revised = csv
  .replace('1/10/2026', '22/10/2026')
  .replace('uke 42;Workshops;Nordvik\n', '')
  .replace('Opplæring;Fjordby', 'Opplæring;Sundet');

let stage: Stage;
/** The stage opens at nine on Monday 3 August 2026; the plan is saved at once. */
beforeEach(async () => {
  stage = await openStage();
  await stage.programmeWith(csv);
  await stage.tie('Nordvik', 'nordvik');
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});
const lines = (place: string) => stage.in(place).map(({ card }) => textOf(card).split('\n'));
const told = (place: string) =>
  stage.in(place).filter(({ first }) => /Planen er endret|Planen har ändrats/u.test(first.summary));
const ofNotice = (place: string) => {
  const [message] = told(place).slice(-1);
  if (!message) throw new Error(`nothing told in ${place}: ${JSON.stringify(lines(place))}`);
  return message;
};
const beat = (minutes: number) => stage.beatAt(stage.clock.now().add({ minutes }).toString());

describe('after a revision', () => {
  test('each touched unit gets one message with its own changes, two minutes later', async () => {
    const saved = await stage.importing(revised);
    expect(textOf(saved).split('\n')).toEqual([
      'Planen er lagret som revisjon 2: 3 rader.',
      '3 enheter får beskjed om to minutter.',
      '[Planen]',
      '[Angre]',
      '[Si fra nå]',
      '[Hvem har sett?]',
    ]);
    await beat(1);
    expect(told('nordvik')).toEqual([]);
    await beat(1);
    expect(textOf(ofNotice('nordvik').card).split('\n')).toEqual([
      'Planen er endret: 2 ting for Nordvik',
      'Revisjon 2, Kari, mandag 3. august kl. 09.00',
      '↷ Rapport behandles: 1. → 22. oktober',
      '− Workshops er tatt ut',
      '[Sett]',
      '[Planen]',
    ]);
    await beat(5);
    expect(told('nordvik')).toHaveLength(1);
  });

  test.each([
    'flytt "Rapport behandles" uke 44',
    'pause "Rapport behandles" venter på tall',
    'fjern "Rapport behandles"',
  ])('whoever does «plan %s» reads at once who will be told, and can undo it before', async (typed) => {
    const asked = cardOf(await stage.type('Kari', `plan ${typed}`, 'own-Kari'));
    const button = [...buttonsOf(asked, 'plan.move'), ...buttonsOf(asked, 'plan.remove')][0];
    const done = button ? cardOf(await stage.press('Kari', button, { where: 'own-Kari' })) : asked;
    expect(textOf(done)).toContain('Én enhet får beskjed om to minutter.');
    await stage.press('Kari', buttonOf(done, 'Angre'), { where: 'own-Kari' });
    await beat(5);
    expect(told('nordvik')).toEqual([]);
  });

  test('what is everyone’s stands beside the units that are told with it, and is no unit', async () => {
    await stage.importing(revised.replace('6/11/2026', '13/11/2026'));
    await beat(2);
    expect(textOf(ofNotice('felles').card)).toContain('Planen er endret: 2 ting for 2 enheter og alle i programmet');
    const seen = textOf(cardOf(await stage.type('Kari', 'plan sett', 'own-Kari')));
    expect(seen).toContain('0 av 3 enheter har sett endringene');
    expect(seen).toContain('– Ikke ennå: Nordvik, Fjordby, Sundet, meldingen til alle');
    expect(seen).toContain('[Minn dem som ikke har sett]');
  });

  test('units without a place of their own are told together in the programme’s', async () => {
    await stage.importing(revised);
    await beat(2);
    expect(textOf(ofNotice('felles').card).split('\n')).toEqual([
      'Planen er endret: én ting for 2 enheter',
      'Revisjon 2, Kari, mandag 3. august kl. 09.00',
      'Fjordby',
      '~ Opplæring: annen ansvarlig: Fjordby → Sundet',
      'Sundet',
      '~ Opplæring: annen ansvarlig: Fjordby → Sundet',
      '[Sett]',
      '[Planen]',
    ]);
  });

  test('those who answer for a unit without a place are told in their own chats, each in their language', async () => {
    await stage.give('Fjordby', 'contact', 'Siv');
    await stage.give('Fjordby', 'deputy', 'Ola');
    await stage.importing(revised);
    await beat(2);
    expect(textOf(ofNotice('own-Siv').card)).toContain('Planen har ändrats: en sak för Fjordby\n');
    expect(textOf(ofNotice('own-Siv').card)).toContain('~ Opplæring: annan ansvarig: Fjordby → Sundet');
    expect(textOf(ofNotice('own-Ola').card)).toContain('Planen er endret: én ting for Fjordby\n');
    expect(textOf(ofNotice('felles').card)).toContain('Planen er endret: én ting for Sundet\n');
  });

  test('rows that name nobody are told to all in the programme', async () => {
    await stage.importing(csv.replace('6/11', '13/11'));
    await beat(2);
    expect(textOf(ofNotice('felles').card)).toContain(
      'Planen er endret: én ting for alle i programmet\nRevisjon 2, Kari, mandag 3. august kl. 09.00\n↷ Arbeidsgruppemøte: 6. → 13. november',
    );
  });

  test('that was undone in time nobody is told', async () => {
    const saved = await stage.importing(revised);
    await stage.press('Kari', buttonOf(saved, 'Angre'));
    await beat(10);
    expect(told('nordvik')).toEqual([]);
    expect((await stage.plan()).revision).toBe(1);
    expect(await stage.store.notices.all()).toEqual([]);
  });

  test('that is undone later the units are told of that, too', async () => {
    const saved = await stage.importing(revised);
    await beat(2);
    const undone = await stage.press('Kari', buttonOf(saved, 'Angre'));
    expect(textOf(cardOf(undone))).toContain('Endringen er alt meldt ut. 3 enheter får også vite at den er angret.');
    expect(await stage.press('Kari', buttonOf(saved, 'Angre'))).toEqual(undone);
    await beat(2);
    expect(told('nordvik')).toHaveLength(2);
    expect(textOf(ofNotice('nordvik').card)).toContain('↷ Rapport behandles: 22. → 1. oktober\n+ Workshops, uke 42');
    // The first message still says what it said.
    expect(textOf(told('nordvik')[0]?.card ?? ofNotice('nordvik').card)).toContain(
      '↷ Rapport behandles: 1. → 22. oktober',
    );
  });

  test('several within minutes become one message with what lies between, ten minutes after the first at the latest', async () => {
    for (const day of [5, 6, 7, 8, 9, 12, 13, 14, 15, 16]) {
      expect(told('nordvik')).toEqual([]);
      await stage.importing(csv.replace('1/10/2026', `${day}/10/2026`));
      await beat(1);
    }
    expect(textOf(ofNotice('nordvik').card)).toContain(
      'Revisjon 2–11, Kari, mandag 3. august kl. 09.09\n↷ Rapport behandles: 1. → 16. oktober',
    );
    expect(told('nordvik')).toHaveLength(1);
  });

  test('that comes to nothing nobody is told', async () => {
    await stage.importing(revised);
    await stage.importing(csv);
    await beat(5);
    expect(told('nordvik')).toEqual([]);
    expect(await stage.plan()).toMatchObject({ told: 3 });
  });

  test('of the first plan nobody is told', async () => {
    await beat(30);
    expect([...told('nordvik'), ...told('felles')]).toEqual([]);
  });

  test('more than five changes are counted, and shown on a press, five at a time', async () => {
    const rows = Array.from({ length: 8 }, (_, i) => `${i + 1}/9/2026;Punkt ${i + 1} i planen;Nordvik`).join('\n');
    await stage.importing(`${csv}${rows}\n`);
    await beat(2);
    const card = ofNotice('nordvik').card;
    expect(textOf(card)).toContain('og 3 til\n[Sett]\n[Vis alle endringer]');
    const all = await stage.press('Ola', buttonOf(card, 'Vis alle endringer'), { where: 'nordvik' });
    expect(all.show).toBe('private');
    const next = await stage.press('Ola', buttonOf(cardOf(all), 'Vis flere'), { where: 'nordvik' });
    expect(textOf(cardOf(next))).toContain('+ Punkt 8 i planen, 8. september');
    expect(textOf(cardOf(next))).toContain('6–8 av 8');
  });
});

describe('nothing is lost and nothing comes twice', () => {
  test('a place in trouble gets it when it is well again', async () => {
    await stage.importing(revised);
    stage.trouble.set('nordvik', 'unreachable');
    await beat(2);
    expect(told('nordvik')).toEqual([]);
    expect(told('felles')).toHaveLength(1);
    stage.trouble.clear();
    await beat(1);
    await beat(1);
    expect(told('nordvik')).toHaveLength(1);
    expect(told('felles')).toHaveLength(1);
  });

  test('a place that is gone is passed over for the next best', async () => {
    stage.trouble.set('nordvik', 'gone');
    await stage.importing(revised);
    await beat(2);
    expect(told('felles').map(({ card }) => card.summary)).toContain('Planen er endret: 2 ting for Nordvik');
  });

  test('a crash after the notice was saved and before the plan counted as told repeats nothing and loses nothing', async () => {
    await stage.importing(revised);
    const plan = await stage.plan();
    await beat(2);
    const [notice] = await stage.store.notices.all();
    // As the disk was at that moment: the notice is there, nothing is settled.
    await stage.store.plans.change(plan.id, () => ({ next: plan, outcome: true }));
    await stage.restart();
    await beat(1);
    expect((await stage.store.notices.all()).map(({ id }) => id)).toEqual([notice?.id]);
    expect(told('nordvik')).toHaveLength(1);
    expect(await stage.plan()).toMatchObject({ told: 2 });
  });

  test('a notice whose revision was undone before the plan counted as told is cleared away', async () => {
    const saved = await stage.importing(revised);
    const plan = await stage.plan();
    await stage.store.notices.add({
      id: 'left-over',
      programme: plan.id,
      from: 1,
      to: 2,
      at: stage.clock.now().toString(),
      units: [{ unit: null, name: '', seen: [] }],
    });
    await stage.press('Kari', buttonOf(saved, 'Angre'));
    await beat(5);
    expect(await stage.store.notices.all()).toEqual([]);
    expect([...told('nordvik'), ...told('felles')]).toEqual([]);
  });

  test('after three days without a way to a unit Klar stops trying, and says so to those who lead', async () => {
    stage.trouble.set('nordvik', 'unreachable');
    stage.trouble.set('felles', 'unreachable');
    await stage.importing(revised);
    await beat(2);
    await beat(60 * 24 * 3 + 5);
    stage.trouble.clear();
    await beat(1);
    expect(told('nordvik')).toEqual([]);
    const card = cardOf(await stage.type('Kari', 'plan sett', 'own-Kari'));
    expect(textOf(card)).toContain('! Har verken kanal eller kontakt som Klar når: Nordvik, Fjordby, Sundet');
  });

  test('the clock that is moved by hand halts when the units are told', async () => {
    await stage.importing(revised);
    expect(await stage.house.nextEvents()).toContain('2026-08-03T07:02:00Z');
    await beat(2);
    expect(await stage.house.nextEvents()).not.toContain('2026-08-03T07:02:00Z');
  });
});

describe('"Si fra nå"', () => {
  test('tells the units at once, however often it is pressed', async () => {
    const saved = await stage.importing(revised);
    const first = await stage.press('Kari', buttonOf(saved, 'Si fra nå'));
    expect(textOf(cardOf(first))).toBe('3 enheter får nå beskjed om endringene.\n[Hvem har sett?]');
    await stage.quiet();
    expect(await stage.press('Kari', buttonOf(saved, 'Si fra nå'))).toEqual(first);
    await beat(5);
    expect(told('nordvik')).toHaveLength(1);
    expect((await stage.store.audit.all()).filter(({ what }) => what === 'plan.tell')).toHaveLength(1);
  });

  test('is for those who lead', async () => {
    const saved = await stage.importing(revised);
    expect(noticeOf(await stage.press('Ola', buttonOf(saved, 'Si fra nå'))).text).toContain('Kari');
    await stage.quiet();
    expect(told('nordvik')).toEqual([]);
  });
});

describe('"Sett"', () => {
  beforeEach(async () => {
    await stage.give('Nordvik', 'member', 'Nils');
    await stage.give('Fjordby', 'contact', 'Siv');
    await stage.importing(revised);
    await beat(2);
  });
  const see = async (who: 'Nils' | 'Ola' | 'Kari' | 'Siv' = 'Nils', where = 'nordvik') => {
    const answer = await stage.press(who, buttonOf(ofNotice(where).card, 'Sett'), { where });
    await stage.quiet();
    return answer;
  };

  test('says for the unit that somebody in it has seen the changes, on everyone’s card', async () => {
    await beat(10);
    const answer = await see();
    const seen = '✓ Sett av Nils for Nordvik, mandag 3. august kl. 09.12';
    expect(answer).toMatchObject({ show: 'replace', shared: true });
    expect(textOf(cardOf(answer))).toContain(seen);
    expect(textOf(ofNotice('nordvik').card)).toContain(`${seen}\n[Planen]\n[Angre]`);
    expect((await stage.store.audit.all()).filter(({ what }) => what === 'plan.seen')).toHaveLength(1);
  });

  test('delivered twice is noted once', async () => {
    const press = buttonOf(ofNotice('nordvik').card, 'Sett');
    const first = await stage.press('Nils', press, { where: 'nordvik' });
    expect(await stage.press('Nils', press, { where: 'nordvik' })).toEqual(first);
    const [notice] = await stage.store.notices.all();
    expect(notice?.units.flatMap(({ seen }) => seen)).toHaveLength(1);
    expect((await stage.store.audit.all()).filter(({ what }) => what === 'plan.seen')).toHaveLength(1);
  });

  test('is not for others, those who lead among them', async () => {
    for (const who of ['Ola', 'Kari'] as const) {
      expect(noticeOf((await see(who)) as never).text).toBe(
        'Bare de som er med i Nordvik, kan si at enheten har sett dette. Ingenting er registrert.',
      );
    }
    expect(textOf(ofNotice('nordvik').card)).not.toContain('✓');
  });

  test('is taken back by whoever pressed it alone', async () => {
    await see();
    const undo = buttonOf(ofNotice('nordvik').card, 'Angre');
    expect(noticeOf(await stage.press('Ola', undo, { where: 'nordvik' })).text).toBe(
      'Det er bare den som trykket «Sett», som kan angre det.',
    );
    const back = await stage.press('Nils', undo, { where: 'nordvik' });
    await stage.quiet();
    expect(textOf(cardOf(back))).toContain('[Sett]');
    expect(textOf(ofNotice('nordvik').card)).not.toContain('✓');
    // Delivered twice.
    expect(await stage.press('Nils', undo, { where: 'nordvik' })).toEqual(back);
  });

  test('each reader’s own version is in their language, with buttons only where they may use them', async () => {
    const refresh = { verb: 'plan.notice', data: buttonOf(ofNotice('nordvik').card, 'Sett').data ?? {} };
    const own = async (who: 'Nils' | 'Ola' | 'Siv') =>
      cardOf(await stage.press(who, refresh, { where: 'nordvik', automatic: true }));
    expect(buttonsOf(await own('Nils')).map(({ title }) => title)).toEqual(['Sett', 'Planen']);
    expect(buttonsOf(await own('Ola')).map(({ title }) => title)).toEqual(['Planen']);
    expect(textOf(await own('Siv'))).toContain('Planen har ändrats: 2 saker för Nordvik');
    await see();
    expect(buttonsOf(await own('Nils')).map(({ title }) => title)).toEqual(['Planen', 'Angre']);
    expect(buttonsOf(await own('Ola')).map(({ title }) => title)).toEqual(['Planen']);
  });

  test('on a message to several units speaks for the presser’s own', async () => {
    await stage.importing(revised.replace('Opplæring;Sundet', 'Opplæring;Sundet;').replace('desember', 'januar'));
    await stage.give('Sundet', 'member', 'Pat');
    await stage.importing(csv);
    await beat(2);
    const message = ofNotice('felles');
    await stage.press('Pat', buttonOf(message.card, 'Sett'));
    await stage.quiet();
    expect(textOf(ofNotice('felles').card)).toContain('✓ Sett av Pat for Sundet');
  });

  test('awaits those who answer for the unit, until somebody in it has seen it', async () => {
    const mine = async () => textOf(cardOf(await stage.type('Siv', 'mina', 'own-Siv')));
    expect(await mine()).toContain('ändrade för Fjordby');
    await stage.press('Siv', buttonOf(ofNotice('own-Siv').card, 'Sett'), { where: 'own-Siv' });
    expect(await mine()).not.toContain('ändrade för Fjordby');
  });
});

describe('who has seen the changes', () => {
  const seenCard = async () => cardOf(await stage.type('Kari', 'plan sett', 'own-Kari'));
  beforeEach(async () => {
    await stage.give('Nordvik', 'member', 'Nils');
    await stage.importing(revised);
    await beat(2);
  });

  test('is told to those who lead, by unit', async () => {
    await stage.press('Nils', buttonOf(ofNotice('nordvik').card, 'Sett'), { where: 'nordvik' });
    expect(textOf(await seenCard()).split('\n')).toEqual([
      '1 av 3 enheter har sett endringene',
      'Revisjon 2, Kari, mandag 3. august kl. 09.00',
      '– Ikke ennå: Fjordby, Sundet',
      '✓ Sett: Nordvik',
      '[Minn de 2]',
    ]);
    expect(noticeOf(await stage.type('Nils', 'plan sett', 'nordvik')).problem).toBe(true);
  });

  test('lets them remind the others, once a day', async () => {
    await stage.press('Nils', buttonOf(ofNotice('nordvik').card, 'Sett'), { where: 'nordvik' });
    const before = told('felles').length;
    const card = await seenCard();
    const reminded = await stage.press('Kari', buttonOf(card, 'Minn de 2'), { where: 'own-Kari' });
    await stage.quiet();
    expect(textOf(cardOf(reminded))).toContain('– Ikke ennå, minnet i dag: Fjordby, Sundet\n✓');
    expect(buttonsOf(cardOf(reminded), 'plan.remind-unseen')).toEqual([]);
    expect(told('felles')).toHaveLength(before + 1);
    expect(ofNotice('felles').first.summary).toBe('Påminnelse: Planen er endret: én ting for 2 enheter');
    await stage.press('Kari', buttonOf(card, 'Minn de 2'), { where: 'own-Kari' });
    await beat(5);
    expect(told('felles')).toHaveLength(before + 1);
    await beat(60 * 24);
    await stage.press('Kari', buttonOf(await seenCard(), 'Minn de 2'), { where: 'own-Kari' });
    await stage.quiet();
    expect(told('felles')).toHaveLength(before + 2);
  });

  test('of an earlier message is one press away', async () => {
    await stage.importing(csv);
    await beat(2);
    const card = await seenCard();
    expect(textOf(card)).toContain('0 av 3 enheter har sett endringene\nRevisjon 3, ');
    const older = await stage.press('Kari', buttonOf(card, 'Forrige melding'), { where: 'own-Kari' });
    expect(textOf(cardOf(older))).toContain('Revisjon 2, ');
  });
});

test('before anything was told, "plan seen" says so, and what is on its way', async () => {
  expect(textOf(cardOf(await stage.type('Kari', 'plan sett')))).toBe('Ingen enhet har fått beskjed om endringer ennå.');
  await stage.importing(revised);
  expect(textOf(cardOf(await stage.type('Kari', 'plan sett')))).toBe(
    'Ingen enhet har fått beskjed om endringer ennå.\n3 enheter får beskjed om to minutter.\n[Si fra nå]',
  );
});
