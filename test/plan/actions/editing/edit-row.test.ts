import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '#card/card.ts';
import { personId } from '#people/person.ts';
import { buttonOf, buttonsOf, cardOf, type Name, noticeOf, openStage, type Stage, textOf } from '../../stage.ts';

let stage: Stage;
// Monday 3 August 2026.
beforeEach(async () => {
  stage = await openStage();
  await stage.programmeWith(csv);
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

const csv = `Tid;Aktivitet;Organisasjon;Beskrivelse
4/8/2026;Oppstartsmøte;Nordvik kommune;
uke 42;Arbeidsverksted;Nordvik kommune;Deltakere: ressurspersoner
15/10/2026;Rapport behandles;Sørfjord kommune;
`;

type Inputs = Record<string, string>;
/** What stands in the fields of a form. */
const filled = (card: Card): Inputs =>
  Object.fromEntries(
    card.content.body.flatMap((element) =>
      'id' in element && 'value' in element ? [[element.id, element.value]] : [],
    ),
  ) as Inputs;
const row = async (title: string) => {
  const found = (await stage.plan()).activities.find((a) => a.title === title);
  if (!found) throw new Error(`no row ${title}`);
  return found;
};
const open = async (text: string, name: Name = 'Kari') => {
  const answer = await stage.type(name, `plan edit ${text}`);
  expect(answer.show).toBe('form');
  return cardOf(answer);
};
const save = (form: Card, inputs: Inputs, name: Name = 'Kari') =>
  stage.press(name, buttonOf(form, 'plan.save-row'), { inputs: { ...filled(form), ...inputs } });
/** Ola leads too, from now on. */
const olaLeads = async () => {
  await stage.type('Ola', 'plan');
  const ola = (await stage.store.persons.all()).find(({ name }) => name === 'Ola');
  if (!ola) throw new Error('no Ola');
  const { id } = await stage.programme();
  await stage.store.programmes.change(id, (p) => ({ next: { ...p, coordinators: [ola.id] }, outcome: true }));
};

describe('a row is changed in a form', () => {
  test('that holds it as it was written', async () => {
    expect(filled(await open('Arbeidsverksted'))).toEqual({
      title: 'Arbeidsverksted',
      when: 'uke 42',
      units: 'Nordvik kommune',
      description: 'Deltakere: ressurspersoner',
      kind: 'activity',
      gate: '',
      tags: '',
      after: '',
      reason: '',
    });
  });

  test('and is saved as one revision, with a line in the log and a way back', async () => {
    const before = await row('Arbeidsverksted');
    const answer = await save(await open('rad 3'), { when: 'uke 43', reason: 'leverandøren er forsinket' });
    expect(answer.show).toBe('replace');
    const saved = cardOf(answer);
    expect(textOf(saved).split('\n')).toEqual(
      expect.arrayContaining(['Endringen er lagret.', 'Uke 43 (19.–25. oktober) · om 11 uker']),
    );
    const plan = await stage.plan();
    expect(plan.revision).toBe(2);
    expect(plan.revisions.at(-1)).toMatchObject({ kind: 'edit', reason: 'leverandøren er forsinket' });
    const after = await row('Arbeidsverksted');
    expect(after).toMatchObject({ id: before.id, when: { start: '2026-10-19', end: '2026-10-25', text: 'uke 43' } });
    expect((await stage.store.audit.all()).filter(({ what }) => what === 'plan.edit')).toHaveLength(1);

    await stage.press('Kari', buttonOf(saved, 'plan.take-back'));
    expect(await row('Arbeidsverksted')).toEqual(before);
    expect((await stage.plan()).revision).toBe(1);
  });

  test('left as it was changes nothing', async () => {
    const answer = await save(await open('Arbeidsverksted'), { reason: 'uten grunn' });
    expect(textOf(cardOf(answer))).toContain('Raden står slik du skrev den.');
    expect((await stage.plan()).revision).toBe(1);
  });

  test('sent off twice by the same press makes one revision', async () => {
    const form = await open('Arbeidsverksted');
    const incoming = {
      id: 'once',
      by: { surface: 'web', workspace: 'w', user: 'Kari', address: {} },
      where: { surface: 'web', workspace: 'w', kind: 'channel', key: 'felles', address: {} },
      type: 'press',
      verb: 'plan.save-row',
      values: { ...buttonOf(form, 'plan.save-row').data, ...filled(form), title: 'Verksted' },
    } as const;
    const first = await stage.house.handle(incoming);
    const second = await stage.house.handle(incoming);
    expect(buttonOf(cardOf(second), 'plan.take-back')).toEqual(buttonOf(cardOf(first), 'plan.take-back'));
    expect((await stage.plan()).revision).toBe(2);
    expect((await stage.store.audit.all()).filter(({ what }) => what === 'plan.edit')).toHaveLength(1);
  });

  test.each<[what: string, inputs: Inputs, field: string, text: string]>([
    ['no title', { title: ' ' }, 'title', 'Raden sier ikke hva som skal skje.'],
    ['a day that does not exist', { when: '31/2' }, 'when', '«31/2» finnes ikke.'],
    ['a week that does not exist', { when: 'uke 60' }, 'when', '«uke 60» finnes ikke'],
    ['words that are no date', { when: 'når som helst, kanskje' }, 'when', 'ikke en dato som Klar forstår'],
    ['a row that is not there', { after: 'Oppstartmøtet vårt' }, 'after', 'Mente du «Oppstartsmøte»?'],
    ['itself', { after: 'Arbeidsverksted' }, 'after', 'vente på seg selv'],
  ])('with %s is refused at the field', async (_, inputs, field, text) => {
    const notice = noticeOf(await save(await open('Arbeidsverksted'), inputs));
    expect(notice).toMatchObject({ problem: true, field });
    expect(notice.text).toContain(text);
    expect((await stage.plan()).revision).toBe(1);
  });

  test('with a unit that looks misspelt is asked about once, and a new one is made', async () => {
    const form = await open('Arbeidsverksted');
    const asked = await save(form, { units: 'Nordvik kommmune\nSørfjord kommune' });
    expect(asked.show).toBe('form');
    expect(textOf(cardOf(asked))).toContain('Klar kjenner ikke «Nordvik kommmune». Mente du «Nordvik kommune»?');
    expect(filled(cardOf(asked)).units).toBe('Nordvik kommmune\nSørfjord kommune');
    expect((await stage.plan()).revision).toBe(1);
    const saved = cardOf(await save(cardOf(asked), {}));
    expect(textOf(saved)).toContain('Nye enheter i programmet: Nordvik kommmune.');
    expect((await stage.programme()).units.map(({ name }) => name)).toContain('Nordvik kommmune');

    await save(await open('Arbeidsverksted'), { units: 'nordvik KOMMUNE; Styringsgruppen' });
    expect((await row('Arbeidsverksted')).units).toEqual(['Nordvik kommune', 'Styringsgruppen']);
  });

  test('says what is worth a second look about the date, and keeps the time', async () => {
    const saved = cardOf(await save(await open('Oppstartsmøte'), { when: 'lørdag 8/8 kl. 9–15' }));
    expect(textOf(saved)).toContain('! 8. august 2026 er en lørdag.');
    expect(textOf(saved)).toContain('Lørdag 8. august kl. 09–15 · om 5 dager');
    expect(await row('Oppstartsmøte')).toMatchObject({ time: '09:00–15:00' });
    const far = cardOf(await save(await open('Oppstartsmøte'), { when: '8/8 2081' }));
    expect(textOf(far)).toContain('langt utenfor resten av planen');
    expect((await row('Oppstartsmøte')).time).toBeUndefined();
  });

  test('waits for others, which are named on its card', async () => {
    const saved = cardOf(await save(await open('Rapport'), { after: 'rad 2; Arbeidsverksted' }));
    expect(textOf(saved)).toContain('Venter på: Oppstartsmøte; Arbeidsverksted');
    const [first] = (await stage.plan()).activities;
    const waited = cardOf(await stage.type('Kari', 'plan Oppstartsmøte'));
    expect(textOf(waited)).toContain('Én rad venter på denne');
    expect((await row('Rapport behandles')).dependsOn).toContain(first?.id);
    const ring = noticeOf(await save(await open('Oppstartsmøte'), { after: 'Rapport behandles' }));
    expect(ring).toMatchObject({ problem: true, field: 'after' });
  });

  test('to a date that pushes others asks first, and saves the rest', async () => {
    await save(await open('Rapport'), { after: 'Oppstartsmøte' });
    const asked = cardOf(await save(await open('Oppstartsmøte'), { when: '20/10/2026', description: 'I kantina' }));
    expect(textOf(asked)).toContain('Det andre du endret, er lagret.');
    expect(await row('Oppstartsmøte')).toMatchObject({ description: 'I kantina', when: { start: '2026-08-04' } });
    const moved = buttonsOf(asked, 'plan.move')[0];
    await stage.press('Kari', moved ?? buttonOf(asked, 'plan.move'));
    expect((await row('Oppstartsmøte')).when.start).toBe('2026-10-20');
    expect((await row('Rapport behandles')).when.start).toBe('2026-10-21');
  });

  test('is not for those who do not lead', async () => {
    await stage.give('Nordvik kommune', 'contact', 'Ola');
    const { text, problem } = noticeOf(await stage.type('Ola', 'plan endre Arbeidsverksted'));
    expect(problem).toBe(true);
    expect(text).toContain('Si fra til Kari.');
    const form = await open('Arbeidsverksted');
    expect(noticeOf(await save(form, { title: 'Noe annet' }, 'Ola')).problem).toBe(true);
    expect(noticeOf(await stage.type('Ola', 'plan add "Noe"')).problem).toBe(true);
    expect(noticeOf(await stage.type('Ola', 'plan fjern Arbeidsverksted')).problem).toBe(true);
    expect((await stage.plan()).revision).toBe(1);
  });
});

describe('two people change the same row', () => {
  beforeEach(olaLeads);

  test('in different fields: both are kept, and who is last is told', async () => {
    const mine = await open('Arbeidsverksted');
    await save(await open('Arbeidsverksted', 'Ola'), { when: 'uke 44' }, 'Ola');
    const saved = cardOf(await save(mine, { title: 'Verksted' }));
    expect(textOf(saved)).toContain('Ola endret dette mens du skrev, og det er beholdt: Når.');
    expect(await row('Verksted')).toMatchObject({ when: { start: '2026-10-26' } });
  });

  test('in the same field: nothing is overwritten until it is saved once more', async () => {
    const mine = await open('Arbeidsverksted');
    await save(await open('Arbeidsverksted', 'Ola'), { when: 'uke 44', description: 'Flyttet' }, 'Ola');
    const again = await save(mine, { when: 'uke 45', title: 'Verksted' });
    expect(again.show).toBe('form');
    const form = cardOf(again);
    expect(textOf(form)).toContain('Ola endret raden mens du skrev.\nNår: nå «uke 44»\nIngenting er lagret ennå.');
    expect(filled(form)).toMatchObject({ when: 'uke 45', title: 'Verksted', description: 'Flyttet' });
    expect(await row('Arbeidsverksted')).toMatchObject({ when: { start: '2026-10-26' } });
    await save(form, {});
    expect(await row('Verksted')).toMatchObject({ when: { start: '2026-11-02' }, description: 'Flyttet' });
  });

  test('to the same thing: there is nothing more to change', async () => {
    const mine = await open('Arbeidsverksted');
    await save(await open('Arbeidsverksted', 'Ola'), { when: 'uke 44' }, 'Ola');
    expect(textOf(cardOf(await save(mine, { when: 'uke 44' })))).toContain('Raden står slik du skrev den.');
    expect((await stage.plan()).revision).toBe(2);
  });

  test('of whom one takes it out: the other is told by whom', async () => {
    const mine = await open('Arbeidsverksted');
    const asked = cardOf(await stage.type('Ola', 'plan remove Arbeidsverksted'));
    await stage.press('Ola', buttonOf(asked, 'plan.remove'));
    const { text, problem } = noticeOf(await save(mine, { title: 'Verksted' }));
    expect(problem).toBe(true);
    expect(text).toContain('Ola tok raden ut av planen mens du skrev.');
  });

  test('after an undo, when the number of the revision is used again: nothing is overwritten unseen', async () => {
    const theirs = cardOf(await save(await open('Arbeidsverksted', 'Ola'), { when: 'uke 44' }, 'Ola'));
    const mine = await open('Arbeidsverksted');
    await stage.press('Ola', buttonOf(theirs, 'plan.take-back'));
    stage.clock.moveTo(stage.clock.now().add({ seconds: 10 }));
    await save(await open('Arbeidsverksted', 'Ola'), { title: 'Olas verksted' }, 'Ola');
    expect((await stage.plan()).revision).toBe(2);
    const again = await save(mine, { description: 'Min' });
    expect(again.show).toBe('form');
    expect(textOf(cardOf(again))).toContain('Hva: nå «Olas verksted»');
  });
});

describe('a row is put in', () => {
  test('in its place in time, with the next number, as its form says', async () => {
    const answer = await stage.type('Kari', 'plan add "Styringsgruppemøte" "1/9/2026 kl. 12"');
    expect(answer.show).toBe('form');
    const form = cardOf(answer);
    expect(filled(form)).toMatchObject({ title: 'Styringsgruppemøte', when: '1/9/2026 kl. 12', kind: 'meeting' });
    const saved = cardOf(await save(form, { units: 'Nordvik kommune, Sørfjord kommune' }));
    expect(textOf(saved)).toContain('Raden er lagt inn i planen.');
    const { activities } = await stage.plan();
    expect(activities.map(({ title }) => title)).toEqual([
      'Oppstartsmøte',
      'Styringsgruppemøte',
      'Arbeidsverksted',
      'Rapport behandles',
    ]);
    expect(activities[1]).toMatchObject({
      row: 5,
      kind: 'meeting',
      time: '12:00',
      units: ['Nordvik kommune', 'Sørfjord kommune'],
    });
    // The same form once more is the same row.
    const twice = cardOf(await save(form, {}));
    expect((await stage.plan()).activities).toHaveLength(4);
    await stage.press('Kari', buttonOf(twice, 'plan.take-back'));
    expect((await stage.plan()).activities).toHaveLength(3);
  });

  test('typed without quotes is its title; what kind it is follows from that', async () => {
    const form = cardOf(await stage.type('Kari', 'plan legg til Samling for superbrukere'));
    expect(filled(form)).toMatchObject({ title: 'Samling for superbrukere', when: '' });
    await save(form, {});
    expect(await row('Samling for superbrukere')).toMatchObject({ kind: 'gathering', when: { precision: 'unknown' } });
  });

  test('also where the programme has no plan yet', async () => {
    await stage.type('Kari', 'programme "Nytt program"', 'annet');
    const form = cardOf(await stage.type('Kari', 'plan add "Oppstart" "1/9/2026"', 'annet'));
    await stage.press('Kari', buttonOf(form, 'plan.save-row'), { inputs: filled(form), where: 'annet' });
    expect(textOf(cardOf(await stage.type('Kari', 'plan', 'annet')))).toContain('Planen framover: én rad');
  });
});

describe('a row is taken out', () => {
  test('after a question that says what waits for it, and comes back by undo', async () => {
    await save(await open('Rapport'), { after: 'Arbeidsverksted' });
    const before = await stage.plan();
    const card = cardOf(await stage.type('Kari', 'plan Arbeidsverksted'));
    const asked = cardOf(await stage.press('Kari', buttonOf(card, 'plan.ask-remove')));
    expect(textOf(asked)).toContain(
      'Ta ut «Arbeidsverksted» av planen?\nÉn rad venter på den, og slipper å vente: «Rapport behandles».',
    );
    const removed = cardOf(await stage.press('Kari', buttonOf(asked, 'plan.remove')));
    expect(textOf(removed)).toContain('«Arbeidsverksted» er tatt ut av planen.');
    expect((await stage.plan()).activities).toHaveLength(2);
    expect((await row('Rapport behandles')).dependsOn).toEqual([]);
    const twice = cardOf(await stage.press('Kari', buttonOf(asked, 'plan.remove')));
    expect(textOf(twice)).toBe(textOf(removed));
    expect((await stage.plan()).revision).toBe(3);
    await stage.press('Kari', buttonOf(twice, 'plan.take-back'));
    expect((await stage.plan()).activities).toEqual(before.activities);
  });

  test('or kept, when one thinks better of it', async () => {
    const asked = cardOf(await stage.type('Kari', 'plan ta ut Arbeidsverksted'));
    const kept = cardOf(await stage.press('Kari', buttonOf(asked, 'plan.leave-row')));
    expect(textOf(kept)).toContain('Arbeidsverksted');
    expect((await stage.plan()).revision).toBe(1);
  });
});

test('the history of a row says who did what, newest first', async () => {
  await save(await open('Arbeidsverksted'), { when: 'uke 44', reason: 'leverandøren er forsinket' });
  await save(await open('Arbeidsverksted'), { title: 'Verksted', units: '' });
  const card = cardOf(await stage.type('Kari', 'plan Verksted'));
  const history = cardOf(await stage.press('Kari', buttonOf(card, 'plan.row-history')));
  expect(textOf(history).split('\n')).toEqual([
    'Historikk: Verksted',
    'Mandag 3. august kl. 09.00',
    'Kari tok ut de ansvarlige og endret tittelen fra «Arbeidsverksted»',
    'Mandag 3. august kl. 09.00',
    'Kari flyttet den fra uke 42 (12.–18. oktober) til uke 44 (26. oktober–1. november): leverandøren er forsinket',
    'Mandag 3. august kl. 09.00',
    'Kari la inn raden med «plan.csv»',
    '[Tilbake]',
  ]);
});

test('the history of a row says when it came from the operator, and does without the name of somebody who is unknown', async () => {
  const { id } = await stage.programme();
  for (const [by, line] of [
    ['operator', 'Driftsansvarlig la inn raden med «plan.csv»'],
    ['gone', 'Noen la inn raden med «plan.csv»'],
  ]) {
    await stage.store.plans.change(id, (plan) => ({
      next: { ...plan, revisions: plan.revisions.map((one) => ({ ...one, by: personId.parse(by) })) },
      outcome: true,
    }));
    const card = cardOf(await stage.type('Kari', 'plan Arbeidsverksted'));
    expect(textOf(cardOf(await stage.press('Kari', buttonOf(card, 'plan.row-history'))))).toContain(line);
  }
});
