import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonOf, buttonsOf, cardOf, type Name, noticeOf, openStage, type Stage, textOf } from '../../stage.ts';

let stage: Stage;
const csv = `Nr;Tid;Aktivitet;Organisasjon;Kvalitetspunkt;Avhenger av
1;uke 31 2026;Kartlegging;Nordvik kommune;;
2;uke 33 2026;Workshops;Nordvik kommune;;Kartlegging
3;17/8/2026;Visualisering deles;;K3;Workshops
4;uke 35 2026;Prøve;Nordvik kommune;;K3
5;avklares;Opplæring;Nordvik kommune;;Prøve
`;
// Monday 3 August 2026.
beforeEach(async () => {
  stage = await openStage();
  await stage.programmeWith(csv);
  await stage.give('Nordvik kommune', 'contact', 'Ola');
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

const row = async (title: string) => {
  const found = (await stage.plan()).activities.find((a) => a.title === title);
  if (!found) throw new Error(`no row ${title}`);
  return found;
};
const ids = async (title: string) => ({
  programme: (await stage.programme()).id as string,
  activity: (await row(title)).id as string,
});
const typed = async (text: string, name: Name = 'Kari') => cardOf(await stage.type(name, text));
const lines = (card: Parameters<typeof textOf>[0]) => textOf(card).split('\n');

describe('a row that is called off', () => {
  test('is called off with a reason, says who waits for it, and comes back by undoing', async () => {
    const card = await typed('plan avlys Workshops fordi lokalet er stengt');
    expect((await row('Workshops')).halted).toMatchObject({ as: 'cancelled', reason: 'lokalet er stengt' });
    expect((await stage.plan()).revisions.at(-1)).toMatchObject({ kind: 'cancel', reason: 'lokalet er stengt' });
    expect(lines(card).slice(0, 2)).toEqual(['Avlyst.', 'Venter på dette: K3 · Visualisering deles']);
    expect(textOf(card)).toMatch(/∅ Avlyst av Kari .*: lokalet er stengt/u);
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Se hvilke', 'Angre']);
    await stage.press('Kari', buttonOf(card, 'Angre'));
    expect((await row('Workshops')).halted).toBeUndefined();
  });

  test('asks for the reason in a form, which shows who waits', async () => {
    const answer = await stage.type('Kari', 'plan avlys Workshops');
    expect(answer.show).toBe('form');
    const form = cardOf(answer);
    expect(lines(form)).toEqual([
      'Avlys «Workshops»',
      'Klar minner ikke om en avlyst rad. Den blir stående i planen som avlyst.',
      'Venter på dette: K3 · Visualisering deles',
      'Grunn',
      '[Avlys]',
      '[Tilbake]',
    ]);
    const back = cardOf(await stage.press('Kari', buttonOf(form, 'Tilbake')));
    expect(lines(back)[0]).toBe('Workshops');
    const save = (reason: string) => stage.press('Kari', buttonOf(form, 'plan.halt'), { inputs: { reason } });
    expect(noticeOf(await save('  '))).toMatchObject({ problem: true, field: 'reason' });
    expect((await row('Workshops')).halted).toBeUndefined();
    expect(lines(cardOf(await save('lokalet er stengt')))[0]).toBe('Avlyst.');
  });

  test('stands in no list of what is ahead, late or mine, but in its week and its unit with a sign', async () => {
    await typed('plan avlys Workshops fordi lokalet er stengt');
    await typed('plan avlys Opplæring fordi ingen kan');
    await typed('plan avlys Kartlegging fordi ingen trenger den');
    stage.clock.moveTo(Temporal.Instant.from('2026-08-20T07:00:00Z'));
    expect(lines(await typed('plan'))[0]).toBe('Planen framover: én rad');
    expect(textOf(await typed('plan'))).not.toContain('uten dato');
    expect(lines(await typed('plan forsinket'))[0]).toBe('Forsinket: én rad');
    expect(lines(await typed('plan uten dato'))[0]).toBe('Uten dato: ingenting');
    expect(lines(await typed('plan mine', 'Ola'))[0]).toBe('Planen for dine enheter: én rad');
    expect(textOf(await typed('mine', 'Ola'))).not.toContain('Workshops');
    const week = lines(await typed('plan uke 33'));
    expect(week).toContain('∅ Workshops');
    expect(week).toContain('Uke 33 (10.–16. august) · avlyst');
    expect(lines(await typed('plan Nordvik kommune'))).toContain('∅ Workshops');
  });

  test('is waited for no more: nothing is pushed through it, and what waits for it is not too early', async () => {
    await typed('plan avlys Workshops fordi lokalet er stengt');
    expect(textOf(await typed('plan flytt Kartlegging til uke 34'))).toContain('Ingen andre rader må flyttes.');
    expect(noticeOf(await stage.type('Kari', 'plan flytt Workshops til uke 36')).text).toContain(
      'Gjenoppta raden først.',
    );
  });

  test('stays called off when the plan is brought in anew', async () => {
    await typed('plan avlys Workshops fordi lokalet er stengt');
    await stage.importing(`${csv}6;uke 40 2026;Evaluering;;;\n`);
    expect((await row('Workshops')).halted).toMatchObject({ as: 'cancelled' });
  });
});

describe('a row on pause', () => {
  test('stands where it stood with a sign, is not late, and asks nobody anything', async () => {
    await typed('plan pause Workshops: leverandøren er forsinket');
    await typed('plan pause Opplæring fordi vi venter');
    expect(textOf(await typed('mine', 'Ola'))).not.toContain('Workshops');
    stage.clock.moveTo(Temporal.Instant.from('2026-08-20T07:00:00Z'));
    expect(lines(await typed('plan forsinket'))).not.toContain('‖ Workshops');
    expect(lines(await typed('plan mine', 'Ola'))).toContain('‖ Workshops');
    expect(lines(await typed('plan mine', 'Ola'))).toContain('Uke 33 (10.–16. august) · på pause');
    expect(lines(await typed('plan uten dato'))[0]).toBe('Uten dato: ingenting');
  });

  test('is resumed, and that is undone', async () => {
    await typed('plan pause Workshops: leverandøren er forsinket');
    const card = await typed('plan gjenoppta Workshops');
    expect(lines(card)[0]).toBe('Gjenopptatt.');
    expect((await row('Workshops')).halted).toBeUndefined();
    expect((await stage.plan()).revisions.at(-1)).toMatchObject({ kind: 'resume' });
    await stage.press('Kari', buttonOf(card, 'Angre'));
    expect((await row('Workshops')).halted).toMatchObject({ as: 'paused', reason: 'leverandøren er forsinket' });
    await stage.press('Kari', { verb: 'plan.resume', data: await ids('Workshops') });
    expect(noticeOf(await stage.type('Kari', 'plan gjenoppta Prøve')).text).toContain('verken på pause eller avlyst');
  });

  test('can be called off, which keeps the newer reason', async () => {
    await typed('plan pause Workshops: leverandøren er forsinket');
    await typed('plan avlys Workshops: leverandøren er konkurs');
    expect((await row('Workshops')).halted).toMatchObject({ as: 'cancelled', reason: 'leverandøren er konkurs' });
  });

  test('is one revision however often the press is delivered, and another leader is told who was faster', async () => {
    const form = cardOf(await stage.press('Kari', { verb: 'plan.ask-pause', data: await ids('Workshops') }));
    const save = buttonOf(form, 'plan.halt');
    const first = cardOf(await stage.press('Kari', save, { inputs: { reason: 'vi venter' } }));
    const second = cardOf(await stage.press('Kari', save, { inputs: { reason: 'vi venter' } }));
    expect(textOf(second)).toBe(textOf(first));
    expect((await stage.plan()).revision).toBe(2);

    const pat =
      cardOf(await stage.type('Pat', 'help')) && (await stage.store.persons.all()).find((p) => p.name === 'Pat');
    const programme = await stage.programme();
    await stage.store.programmes.change(programme.id, (p) => ({
      next: { ...p, coordinators: pat ? [pat.id] : [] },
      outcome: true,
    }));
    const late = cardOf(await stage.type('Pat', 'plan pause Workshops because of holidays'));
    expect(lines(late)[0]).toBe('Kari has already paused this.');
    expect((await row('Workshops')).halted?.reason).toBe('vi venter');
  });
});

test('what is done is neither paused nor called off', async () => {
  await stage.press('Ola', { verb: 'plan.set-state', data: { ...(await ids('Workshops')), state: 'done' } });
  expect(noticeOf(await stage.type('Kari', 'plan avlys Workshops')).text).toBe(
    '«Workshops» er ferdig. Ingenting er endret.',
  );
});

test('only those who lead pause, resume and call off', async () => {
  for (const text of ['plan pause Workshops: x', 'plan avlys Workshops: x', 'plan gjenoppta Workshops']) {
    expect(noticeOf(await stage.type('Ola', text)).text).toContain('Bare de som leder programmet');
  }
  for (const verb of ['plan.ask-pause', 'plan.ask-cancel', 'plan.resume']) {
    expect(noticeOf(await stage.press('Ola', { verb, data: await ids('Workshops') })).problem).toBe(true);
  }
  const data = { ...(await ids('Workshops')), as: 'paused', reason: 'x' };
  expect(noticeOf(await stage.press('Ola', { verb: 'plan.halt', data })).problem).toBe(true);
  expect((await stage.plan()).revision).toBe(1);
});

test('without a row, the words say how they are used; Swedish has its own', async () => {
  expect(noticeOf(await stage.type('Kari', 'plan pause')).text).toContain('«plan pause Workshops»');
  expect(noticeOf(await stage.type('Kari', 'plan avlys')).text).toContain('«plan avlys Workshops»');
  await typed('plan ställ in Workshops för att lokalen är stängd');
  expect((await row('Workshops')).halted).toMatchObject({ as: 'cancelled', reason: 'lokalen är stängd' });
  await typed('plan återuppta Workshops');
  expect((await row('Workshops')).halted).toBeUndefined();
});
