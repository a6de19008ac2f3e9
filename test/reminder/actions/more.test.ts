import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '#card/card.ts';
import {
  buttonOf,
  buttonsOf,
  cardOf,
  type Name,
  noticeOf,
  openStage,
  type Stage,
  textOf,
  visitor,
} from '../../plan/stage.ts';

let stage: Stage;
const week = '2026-08-13T07:00:00Z';
// Monday 3 August 2026. Kari owns the programme and Pat coordinates it; Ola is Nordvik's contact, Siv is in Nordvik; Nils is in nothing.
beforeEach(async () => {
  stage = await openStage();
  await stage.programmeWith(
    'Tid;Aktivitet;Organisasjon\n20/8/2026;Kurs;"Nordvik kommune; Sørfjord kommune"\n28/8/2026;Prøve;Nordvik kommune\n31/8/2026;Fest;\n',
  );
  await stage.tie('Nordvik kommune', 'nordvik');
  await stage.tie('Sørfjord kommune', 'sorfjord');
  await stage.give('Nordvik kommune', 'contact', 'Ola');
  await stage.give('Nordvik kommune', 'member', 'Siv');
  await stage.type('Kari', 'programme coordinator @{0}', 'felles', { mentions: [visitor('Pat')] });
  await stage.type('Pat', 'help', 'own-Pat');
  await stage.type('Kari', 'help', 'own-Kari');
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

const last = (place: string) => {
  const message = stage.in(place).at(-1);
  if (!message) throw new Error(`nothing stands in ${place}`);
  return message.card;
};
const reminding = async () => stage.store.remindings.get((await stage.programme()).id);
const auditOf = async (what: string) => (await stage.store.audit.all()).filter((line) => line.what === what);
/** Presses by title or verb, and reads the card that comes back to the presser alone. */
const presses = async (name: Name, on: Card, button: string, where = 'nordvik') => {
  const answer = await stage.press(name, buttonOf(on, button), { where });
  await stage.quiet();
  return cardOf(answer);
};
const more = async (name: Name = 'Ola', where = 'nordvik') => presses(name, last(where), 'Mer …', where);

describe('"Mer …" on a reminder', () => {
  test('opens what else one can do, for the presser alone, and goes back', async () => {
    await stage.beatAt(week);
    const card = await more();
    expect(textOf(card).split('\n')).toEqual([
      'Kurs',
      'Torsdag 20. august · om 7 dager',
      'Utsett påminnelsen for Nordvik kommune:',
      '[I morgen]',
      '[3 dager]',
      '[Neste uke]',
      '[Ikke vårt]',
      '[Hvorfor fikk jeg dette?]',
      '[Tilbake]',
    ]);
    expect(textOf(await presses('Ola', card, 'Tilbake'))).toContain('[Mer …]');
    expect(textOf(last('nordvik'))).toContain('[Ferdig]');
  });

  test('is refused to somebody in neither the unit nor the lead', async () => {
    await stage.beatAt(week);
    const answer = await stage.press('Nils', buttonOf(last('nordvik'), 'Mer …'), { where: 'nordvik' });
    expect(noticeOf(answer).text).toContain('Bare de som er med i Nordvik kommune, Sørfjord kommune');
  });

  test('of what is done meanwhile says only why', async () => {
    await stage.beatAt(week);
    const old = last('nordvik');
    await presses('Siv', old, 'Ferdig');
    expect(buttonsOf(await presses('Ola', old, 'Mer …')).map(({ title }) => title)).toEqual([
      'Hvorfor fikk jeg dette?',
      'Tilbake',
    ]);
  });
});

describe('a reminder that is put off', () => {
  // Thursday 13 August: tomorrow is a Friday, in three days it is Sunday.
  test.each([
    ['I morgen', '2026-08-14', 'Dere får denne igjen fredag 14. august'],
    ['3 dager', '2026-08-17', 'Dere får denne igjen mandag 17. august'],
    ['Neste uke', '2026-08-17', 'Dere får denne igjen mandag 17. august'],
  ])('«%s» rests for that unit until %s, and says so to all who read it', async (button, until, says) => {
    await stage.beatAt(week);
    const card = await presses('Ola', await more(), button);
    expect(textOf(card)).toContain(says);
    expect(textOf(card)).toContain('De andre enhetene på raden får sine påminnelser som før.');
    const { units } = await stage.programme();
    expect((await reminding())?.snoozed).toMatchObject([{ unit: units[0]?.id, until }]);
    expect(textOf(last('nordvik'))).toMatch(/↷ Utsatt til \w+ \d+\. august av Ola/u);
    expect(textOf(last('sorfjord'))).not.toContain('Utsatt');
    expect(await auditOf('reminder.snooze')).toHaveLength(1);
  });

  test('twice is put off once; undone, it is as if nobody had pressed, twice as well', async () => {
    await stage.beatAt(week);
    const menu = await more();
    const done = await presses('Ola', menu, 'I morgen');
    const kept = await reminding();
    await presses('Ola', menu, 'I morgen');
    expect(await reminding()).toEqual(kept);
    expect(await auditOf('reminder.snooze')).toHaveLength(1);
    for (const _ of [1, 2]) {
      expect(textOf(await presses('Ola', done, 'Angre'))).toContain('Angret: Påminnelsene kommer som før');
    }
    expect((await reminding())?.snoozed).toEqual([]);
    expect(await auditOf('reminder.unsnooze')).toHaveLength(1);
    expect(textOf(last('nordvik'))).not.toContain('Utsatt');
  });

  test('can be taken back by a colleague, from the card itself', async () => {
    await stage.beatAt(week);
    await presses('Ola', await more(), 'I morgen');
    const card = await presses('Siv', last('nordvik'), 'Mer …');
    expect(textOf(card)).toContain('Uppskjuten till fredag 14 augusti av Ola');
    await presses('Siv', card, 'Påminn som vanligt igen');
    expect((await reminding())?.snoozed).toEqual([]);
  });

  test('is taken back on the card itself, which makes room for that', async () => {
    await stage.beatAt(week);
    await presses('Ola', await more(), 'I morgen');
    const titles = () => buttonsOf(last('nordvik')).map(({ title }) => title);
    expect(titles()).toEqual(['Ferdig', 'Trenger hjelp', 'Angre utsettelsen', 'Mer …']);
    await presses('Siv', last('nordvik'), 'Angre utsettelsen');
    expect(titles()).toEqual(['Ferdig', 'På vei', 'Trenger hjelp', 'Mer …']);
    await presses('Ola', await more(), 'Ikke vårt');
    expect(titles()).toEqual(['Ferdig', 'Trenger hjelp', 'Det er vårt likevel', 'Mer …']);
    await presses('Ola', last('nordvik'), 'Det er vårt likevel');
    expect(titles()).toEqual(['Ferdig', 'På vei', 'Trenger hjelp', 'Mer …']);
  });

  test('comes again on its day, for that unit alone, and is not sent in between', async () => {
    await stage.beatAt(week);
    await presses('Ola', await more(), '3 dager');
    const count = (place: string) => stage.in(place).filter(({ card }) => textOf(card).includes('Kurs')).length;
    await stage.beatAt('2026-08-14T07:00:00Z');
    expect([count('nordvik'), count('sorfjord')]).toEqual([1, 1]);
    await stage.beatAt('2026-08-17T07:00:00Z');
    expect([count('nordvik'), count('sorfjord')]).toEqual([2, 1]);
    expect(textOf(await presses('Ola', await more(), 'Hvorfor fikk jeg dette?'))).toContain(
      'Den kom fordi den ble utsatt til den dagen.',
    );
  });

  test('past the last day says so before and after; the working days of whoever presses count', async () => {
    await stage.beatAt('2026-08-27T07:00:00Z');
    const ola = await stage.store.persons.byAccount(visitor('Ola'));
    await stage.store.persons.change(ola?.id ?? '', (p) => ({
      next: { ...p, quiet: { weekdays: [1], away: [] } },
      outcome: true,
    }));
    const menu = await more();
    expect(textOf(menu)).toContain('! Siste dag er fredag 28. august. Senere enn det: 3 dager, Neste uke.');
    const done = await presses('Ola', menu, 'Neste uke');
    expect(textOf(done)).toContain('Dere får denne igjen tirsdag 1. september');
    expect(textOf(done)).toContain('! Det er etter siste dag, fredag 28. august.');
  });

  test('to a day that no button names, or that has been, is not put off', async () => {
    await stage.beatAt(week);
    const menu = await more();
    const { verb, data } = buttonOf(menu, 'I morgen');
    for (const until of ['2026-08-13', '2027-08-13', '2020-01-01']) {
      expect(noticeOf(await stage.press('Ola', { verb, data: { ...data, until } })).problem).toBe(true);
    }
    expect((await reminding())?.snoozed ?? []).toEqual([]);
    await stage.beatAt('2026-08-17T05:00:00Z');
    const answer = await stage.press('Ola', buttonOf(menu, 'I morgen'), { where: 'nordvik' });
    expect(noticeOf(answer).text).toContain('Dagen på knappen er passert');
  });

  test('of a row without units is put off for the programme’s own place', async () => {
    await stage.beatAt('2026-08-24T07:00:00Z');
    const card = await more('Kari', 'felles');
    expect(buttonsOf(card, 'reminder.not-ours')).toEqual([]);
    expect(textOf(await presses('Kari', card, 'I morgen', 'felles'))).toContain(
      'Denne kommer igjen tirsdag 25. august',
    );
    expect((await reminding())?.snoozed).toMatchObject([{ unit: null, until: '2026-08-25' }]);
    expect(textOf(last('felles'))).toContain('Utsatt til tirsdag 25. august av Kari');
  });
});

describe('"Ikke vårt"', () => {
  const says = async () => {
    await stage.beatAt(week);
    return presses('Ola', await more(), 'Ikke vårt');
  };

  test('is told to the unit, stands on its card, and asks everyone who leads, each once and in their language', async () => {
    const done = await says();
    expect(textOf(done)).toContain('Dere får ikke flere påminnelser om dette');
    expect(textOf(done)).toContain('Klar har spurt Kari eller Pat om Nordvik kommune skal tas ut av raden');
    expect(textOf(last('nordvik'))).toContain('! Ola sier at dette ikke hører til Nordvik kommune.');
    expect(textOf(last('own-Kari')).split('\n')).toEqual([
      'Nordvik kommune sier at «Kurs» ikke er deres',
      'Rad 2 · torsdag 20. august · om 7 dager',
      'Ansvarlige: Nordvik kommune, Sørfjord kommune',
      'Sagt av Ola torsdag 13. august kl. 09.00. Nordvik kommune får ingen påminnelser om raden før det er avgjort.',
      '[Ta Nordvik kommune ut av raden]',
      '[Behold]',
      '[Vis raden]',
    ]);
    expect(textOf(last('own-Pat'))).toContain('Nordvik kommune says that “Kurs” is not theirs');
    await stage.beatAt('2026-08-13T07:10:00Z');
    await presses('Ola', stage.in('nordvik')[0]?.first as Card, 'Mer …');
    expect(stage.in('own-Kari')).toHaveLength(1);
    expect(await auditOf('reminder.not-ours')).toHaveLength(1);
  });

  test('is taken back by the unit, and the question says so', async () => {
    const done = await says();
    await presses('Ola', done, 'Angre');
    expect((await reminding())?.notOurs).toEqual([]);
    expect(textOf(last('nordvik'))).not.toContain('ikke hører til');
    const question = textOf(last('own-Kari'));
    expect(question).toContain('Nordvik kommune står fortsatt som ansvarlig for «Kurs»');
    expect(question).not.toContain('[Behold]');
  });

  test('answered with the unit off the row is a revision that is told, and can be taken back', async () => {
    await says();
    const question = last('own-Kari');
    const out = await presses('Kari', question, 'reminder.take-out', 'own-Kari');
    expect(textOf(out)).toContain('Nordvik kommune er tatt ut av raden «Kurs»');
    expect(textOf(out)).toContain('Gjort av Kari torsdag 13. august kl. 09.00, revisjon 2.');
    expect((await stage.plan()).activities[0]?.units).toEqual(['Sørfjord kommune']);
    expect((await stage.plan()).revisions.at(-1)).toMatchObject({ kind: 'edit', number: 2 });
    expect(textOf(last('own-Pat'))).toContain('Nordvik kommune has been taken off the row');
    // Delivered twice, and pressed by another who leads on a card that had not been drawn anew.
    await presses('Kari', question, 'reminder.take-out', 'own-Kari');
    expect((await stage.plan()).revision).toBe(2);
    expect(await auditOf('plan.edit')).toHaveLength(1);

    await presses('Pat', last('own-Pat'), 'plan.take-back', 'own-Pat');
    expect((await stage.plan()).activities[0]?.units).toEqual(['Nordvik kommune', 'Sørfjord kommune']);
    expect((await reminding())?.notOurs).toEqual([]);
  });

  test('taken off the row, the unit is told as of any change', async () => {
    await says();
    await presses('Kari', last('own-Kari'), 'reminder.take-out', 'own-Kari');
    await stage.beatAt('2026-08-13T07:15:00Z');
    expect(textOf(last('nordvik'))).toContain('Planen er endret');
    expect(textOf(last('nordvik'))).toContain('Kurs');
  });

  test('answered with "Behold" tells the unit once, which is reminded again', async () => {
    await says();
    const question = last('own-Kari');
    for (const _ of [1, 2]) {
      const kept = await presses('Kari', question, 'Behold', 'own-Kari');
      expect(textOf(kept)).toContain('Bestemt av Kari torsdag 13. august kl. 09.00.');
    }
    expect((await reminding())?.notOurs).toEqual([]);
    expect(await auditOf('reminder.keep')).toHaveLength(1);
    const told = stage.in('nordvik').filter(({ card }) => textOf(card).includes('«Kurs» er fortsatt deres'));
    expect(told).toHaveLength(1);
    expect(textOf(told[0]?.card as Card)).toContain('Kari har sett på det og lar Nordvik kommune stå som ansvarlig.');
    await stage.beatAt('2026-08-13T07:05:00Z');
    expect(stage.in('nordvik').filter(({ card }) => textOf(card).includes('fortsatt deres'))).toHaveLength(1);
  });

  test('shows whoever said it, where they said it, the reminder again once it has been answered, and not before', async () => {
    const done = await says();
    const now = async () => {
      const action = done.content.refresh?.action;
      if (action?.type !== 'Action.Execute') throw new Error('the card does not ask to be drawn anew');
      return textOf(cardOf(await stage.press('Ola', action, { where: 'nordvik' })));
    };
    expect(await now()).toBe(textOf(done));
    await presses('Kari', last('own-Kari'), 'Behold', 'own-Kari');
    expect(await now()).toContain('[Ferdig]');
    expect(await now()).not.toContain('ikke flere påminnelser');
  });

  test('is asked again of whoever could not be reached, and of nobody else', async () => {
    stage.trouble.set('own-Pat', 'unreachable');
    await says();
    expect(stage.in('own-Kari')).toHaveLength(1);
    expect(stage.in('own-Pat')).toHaveLength(0);
    stage.trouble.delete('own-Pat');
    await stage.beatAt('2026-08-13T07:01:00Z');
    await stage.beatAt('2026-08-13T07:02:00Z');
    expect(stage.in('own-Kari')).toHaveLength(1);
    expect(stage.in('own-Pat')).toHaveLength(1);
  });

  test('said by somebody who leads asks them on the spot', async () => {
    await stage.beatAt(week);
    const card = await presses('Kari', await more('Kari'), 'Ikke vårt');
    expect(textOf(card)).toContain('[Ta Nordvik kommune ut av raden]');
    expect(stage.in('own-Kari')).toHaveLength(0);
    expect(stage.in('own-Pat')).toHaveLength(1);
  });

  test('is not answered by the unit itself', async () => {
    await says();
    for (const verb of ['reminder.keep', 'reminder.take-out']) {
      const answer = await stage.press('Ola', buttonOf(last('own-Kari'), verb), { where: 'nordvik' });
      expect(noticeOf(answer).text).toContain('Bare de som leder «Ny journal»');
    }
    expect((await stage.plan()).revision).toBe(1);
  });
});

describe('"Hvorfor fikk jeg dette?"', () => {
  test('says in which role, of which row, by which rule and where it went, and what one can change', async () => {
    await stage.beatAt(week);
    expect(textOf(await presses('Ola', await more(), 'Hvorfor fikk jeg dette?')).split('\n')).toEqual([
      'Hvorfor du fikk dette',
      'Kurs',
      'Du får dette fordi du er kontakt for Nordvik kommune, som står som ansvarlig for rad 2 i planen (revisjon 1).',
      'Regelen sier 7 dager før.',
      'Påminnelsen gikk til nordvik.',
      'Hører ikke raden til Nordvik kommune? Trykk «Ikke vårt».',
      'Skriv «innstillinger» for å velge når og hvor ofte Klar skriver til deg, og «påminn regler» for å se reglene.',
      '[Ikke vårt]',
      '[Mer …]',
      '[Tilbake]',
    ]);
  });

  test('says days later by which rule that one came, and to a reader without a part in it why it stands there', async () => {
    await stage.beatAt(week);
    const card = last('sorfjord');
    await stage.beatAt('2026-08-19T07:00:00Z');
    const why = textOf(
      await presses('Kari', await presses('Kari', card, 'Mer …', 'sorfjord'), 'reminder.why', 'sorfjord'),
    );
    expect(why).toContain('Påminnelsen er til Sørfjord kommune, som står som ansvarlig for rad 2');
    expect(why).toContain('Regelen sier 7 dager før.');
    expect(why).toContain('Påminnelsen gikk til sorfjord.');
  });

  test('says so to a person who gets it in their own chat', async () => {
    await stage.importing('Tid;Aktivitet;Organisasjon\n20/8/2026;Opptak;Fjordby kommune\n');
    await stage.give('Fjordby kommune', 'contact', 'Nils');
    await stage.type('Nils', 'hjelp', 'own-Nils');
    await stage.beatAt(week);
    const menu = await presses('Nils', last('own-Nils'), 'Mer …', 'own-Nils');
    const why = textOf(await presses('Nils', menu, 'Hvorfor fikk jeg dette?', 'own-Nils'));
    expect(why).toContain('Du får dette fordi du er kontakt for Fjordby kommune');
    expect(why).toContain('Regelen sier 7 dager før.');
    expect(why).toContain('Påminnelsen gikk til egen chat med Klar.');
  });
});

test('a row of a message of several has the same ways, and leads back to it', async () => {
  await stage.importing(
    'Tid;Aktivitet;Organisasjon\n20/8/2026;Kurs;Nordvik kommune\n20/8/2026;Opptak;Nordvik kommune\n',
  );
  await stage.beatAt(week);
  const row = await presses('Ola', last('nordvik'), 'Åpne');
  const menu = await presses('Ola', row, 'Utsett, ikke vårt, hvorfor …');
  const done = await presses('Ola', menu, 'I morgen');
  expect(textOf(done)).toContain('Dere får denne igjen fredag 14. august');
  const back = await presses('Ola', done, 'Tilbake');
  expect(textOf(back)).toContain('Utsatt til fredag 14. august av Ola');
  expect(buttonsOf(back, 'reminder.digest')).toHaveLength(1);
});
