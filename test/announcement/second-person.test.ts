import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonOf, buttonsOf, cardOf, problemOf, textOf } from '../card-parts.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

/** Ingrid asks for approval of a message to everyone; gives Oda's card and the buttons' ids. */
async function asks(filled: Record<string, string> = {}) {
  const { id, preview } = await stage.draft('ingrid', { to: 'all', ...filled });
  await stage.send('ingrid', preview);
  await stage.klar.settled();
  const card = await stage.card('oda');
  return { id, card, asked: buttonOf(card, 'announcement.approve').data ?? {} };
}
const state = async (id: string) => (await stage.store.announcements.get(id))?.state;

describe('a message to everyone', () => {
  test('is sent when a second person who leads has approved it, and its author is told', async () => {
    const { id, card, asked } = await asks();
    expect(textOf(card)).toContain('Ingrid ber deg godkjenne en kunngjøring');
    expect(textOf(card)).toContain('Til 4 personer: Kari, Per, Liv, Oda');
    expect(await stage.texts('kari')).toEqual([]);
    expect((await stage.texts('ingrid')).at(-1)).toContain('Venter på godkjenning fra Oda');
    const answer = await stage.press('oda', 'approve', asked);
    expect(textOf(cardOf(answer))).toContain('✓ Oda godkjente mandag 2. november kl. 09.00.');
    await stage.until(id, 'sent');
    expect(await stage.texts('kari')).toHaveLength(1);
    expect((await stage.texts('ingrid')).join()).toContain('Oda godkjente «Ny dato for opplæringen»');
    expect((await stage.store.audit.all()).map(({ what, by }) => [what, by])).toEqual(
      expect.arrayContaining([
        ['announcement.ask', 'ingrid'],
        ['announcement.approve', 'oda'],
      ]),
    );
  });

  test('that is planned is only approved; once its time has passed, it goes out with the approval, as the card says', async () => {
    const { id, card } = await asks({ when: 'day', day: '2026-11-03', time: '10:30' });
    expect(buttonOf(card, 'announcement.approve').title).toBe('Godkjenn');
    expect(textOf(card)).toContain('Sendes tirsdag 3. november kl. 10.30.');
    await stage.moveTo('2026-11-03T10:00:00Z');
    const mine = cardOf(await stage.type('oda', 'mine'));
    const shown = cardOf(await stage.press('oda', 'approval', buttonOf(mine, 'announcement.approval').data ?? {}));
    expect(buttonOf(shown, 'announcement.approve').title).toBe('Godkjenn og send');
    expect(textOf(shown)).toContain('Sendes med én gang.');
    await stage.press('oda', 'approve', buttonOf(shown, 'announcement.approve').data ?? {});
    await stage.until(id, 'sent');
  });

  test('whose planned time passes unapproved is told to its author, with the next step, and asked about once more; each once', async () => {
    const { id, card } = await asks({ when: 'day', day: '2026-11-03', time: '10:30' });
    await stage.moveTo('2026-11-03T09:29:00Z');
    expect(await stage.texts('oda')).toHaveLength(1);
    const before = (await stage.texts('ingrid')).length;
    await stage.moveTo('2026-11-03T09:30:00Z');
    await stage.moveTo('2026-11-03T09:31:00Z');
    const told = await stage.card('ingrid', 'Ikke sendt');
    expect(textOf(told).split('\n')).toEqual([
      'Ikke sendt: «Ny dato for opplæringen» er ikke godkjent ennå',
      'Den skulle sendes tirsdag 3. november kl. 10.30. Nå går den ut så snart Oda godkjenner den. Haster det, kan du spørre direkte eller endre kunngjøringen.',
      '[Vis]',
      '[Endre]',
    ]);
    expect(await stage.texts('ingrid')).toHaveLength(before + 1);
    const asked = await stage.cards('oda');
    expect(asked).toHaveLength(2);
    for (const one of asked) {
      expect(textOf(one)).toContain('Ingrid venter på at du godkjenner en kunngjøring');
      expect(textOf(one)).toContain('! Skulle sendes tirsdag 3. november kl. 10.30.\nSendes med én gang.');
    }
    expect(asked[1]?.summary).toBe('Ingrid venter på at du godkjenner en kunngjøring');
    await stage.press('oda', 'approve', buttonOf(card, 'announcement.approve').data ?? {});
    await stage.until(id, 'sent');
    for (const text of await stage.texts('oda')) expect(text).not.toContain('[Godkjenn');
  });

  test('whose planned time passes on a Sunday is told to its author then, and asked about on Monday', async () => {
    await asks({ when: 'day', day: '2026-11-08', time: '12:00' });
    await stage.moveTo('2026-11-08T11:00:00Z');
    expect((await stage.texts('ingrid')).join()).toContain('Ikke sendt');
    expect(await stage.texts('oda')).toHaveLength(1);
    await stage.moveTo('2026-11-09T06:00:00Z');
    expect(await stage.texts('oda')).toHaveLength(2);
  });

  test('stands among what awaits a second person, and not its author', async () => {
    const { asked } = await asks();
    const mine = cardOf(await stage.type('oda', 'mine'));
    expect(textOf(mine)).toContain('Godkjenn: Ny dato for opplæringen');
    expect(textOf(cardOf(await stage.type('ingrid', 'mine')))).not.toContain('Godkjenn');
    const shown = cardOf(await stage.press('oda', 'approval', buttonOf(mine, 'announcement.approval').data ?? {}));
    expect(buttonOf(shown, 'announcement.approve').data).toEqual(asked);
  });

  test('is asked about by a later beat where the platform was down when it was to be asked', async () => {
    stage.klar.recording.web.trouble({ state: 'unreachable', reason: 'down' }, 100);
    const { id, preview } = await stage.draft('ingrid', { to: 'all' });
    await stage.send('ingrid', preview);
    await stage.klar.settled();
    expect(await stage.texts('oda')).toEqual([]);
    stage.klar.recording.web.recover();
    await stage.moveTo('2026-11-02T08:01:00Z');
    expect(await stage.texts('oda')).toHaveLength(1);
    await stage.moveTo('2026-11-02T08:02:00Z');
    expect(await stage.texts('oda')).toHaveLength(1);
    expect(await state(id)).toBe('awaiting');
  });

  test('is not sent when they say no, with a reason; it is a draft again', async () => {
    const { id, asked } = await asks();
    await stage.press('oda', 'ask-decline', asked);
    expect(problemOf(await stage.press('oda', 'decline', asked, { values: { why: ' ' } }))).toBe('Skriv hvorfor.');
    const answer = await stage.press('oda', 'decline', asked, { values: { why: 'Datoen er feil' } });
    expect(textOf(cardOf(answer))).toContain('✕ Oda sa nei mandag 2. november kl. 09.00: Datoen er feil');
    await stage.klar.settled();
    expect(await state(id)).toBe('draft');
    expect((await stage.texts('ingrid')).join('\n')).toContain('Grunnen: Datoen er feil');
    const preview = cardOf(await stage.press('ingrid', 'open', { announcement: id }));
    expect(textOf(preview)).toContain('Oda ville ikke sende den: Datoen er feil');
    expect(textOf(cardOf(await stage.press('oda', 'approve', asked)))).toContain('✕ Oda sa nei');
    expect(await stage.texts('kari')).toEqual([]);
  });

  test('that its author changes after having asked cannot be approved as it was', async () => {
    const { id, card, asked } = await asks();
    await stage.press('ingrid', 'edit', { announcement: id });
    await stage.klar.settled();
    expect((await stage.texts('oda')).at(-1)).toContain('– Det er ikke lenger noe å godkjenne her.');
    const answer = cardOf(await stage.press('oda', 'approve', buttonOf(card, 'announcement.approve').data ?? {}));
    expect(buttonsOf(answer, 'announcement.approve')).toEqual([]);
    expect(await state(id)).toBe('draft');
    // Asked anew, the old card's button still approves nothing.
    stage.klar.clock.moveTo(stage.klar.clock.now().add({ minutes: 1 }));
    await stage.send('ingrid', cardOf(await stage.press('ingrid', 'open', { announcement: id })));
    await stage.press('oda', 'approve', asked);
    expect(await state(id)).toBe('awaiting');
  });

  test('that is asked about anew while a clock moved by hand stands still is asked about, and the old card approves nothing', async () => {
    const { id, asked } = await asks();
    await stage.press('ingrid', 'edit', { announcement: id });
    await stage.send('ingrid', cardOf(await stage.press('ingrid', 'open', { announcement: id })));
    await stage.klar.settled();
    expect(await stage.texts('oda')).toHaveLength(2);
    const anew = buttonOf(await stage.card('oda'), 'announcement.approve').data ?? {};
    expect(anew).not.toEqual(asked);
    await stage.press('oda', 'approve', asked);
    expect(await state(id)).toBe('awaiting');
    await stage.press('oda', 'approve', anew);
    await stage.until(id, 'sent');
  });

  test('cannot be approved by its author, by somebody who does not lead, or by a press that was made up', async () => {
    const { id, asked } = await asks();
    expect(problemOf(await stage.press('ingrid', 'approve', asked))).toContain('Du har skrevet den selv');
    expect(problemOf(await stage.press('kari', 'approve', asked))).toContain('Bare de som leder');
    await stage.press('oda', 'approve', { ...asked, asked: '2020-01-01T00:00:00Z' });
    expect(await state(id)).toBe('awaiting');
  });

  test('is corrected only when a second person approves the correction', async () => {
    const { id, asked } = await asks();
    await stage.press('oda', 'approve', asked);
    await stage.until(id, 'sent');
    stage.klar.clock.moveTo(stage.klar.clock.now().add({ minutes: 1 }));
    await stage.press('ingrid', 'correct', { announcement: id }, { values: { title: 'Ny dato', text: 'Uke 50.' } });
    await stage.klar.settled();
    expect((await stage.texts('kari'))[0]).toContain('uke 49');
    const button = buttonOf(await stage.card('oda', 'godkjenne en rettelse'), 'announcement.approve');
    expect(problemOf(await stage.press('ingrid', 'approve', button.data ?? {}))).toContain('Du har skrevet den selv');
    await stage.press('oda', 'approve', button.data ?? {});
    await stage.klar.settled();
    expect((await stage.texts('kari'))[0]).toContain('Ny dato\nUke 50.');
    expect((await stage.texts('kari'))[0]).toContain('Rettet av Ingrid mandag 2. november kl. 09.01');
    const report = cardOf(await stage.press('ingrid', 'report', { announcement: id }));
    expect(textOf(report)).toContain('Rettet av Ingrid mandag 2. november kl. 09.01');
  });
});

test('above the number that a programme allows, a second person is asked; owners set the number', async () => {
  expect(problemOf(await stage.type('ingrid', 'kunngjør grense mange'))).toContain('fra 0 til');
  expect(problemOf(await stage.type('oda', 'kunngjør grense 3'))).toContain('Bare de som eier');
  const card = cardOf(await stage.type('ingrid', 'kunngjør grense 3'));
  expect(textOf(card)).toContain('inntil 3 mottakere alene');
  const { preview } = await stage.draft('ingrid');
  expect(textOf(preview)).toContain('Den går til flere enn 3.');
  expect(buttonOf(preview, 'announcement.send').title).toBe('Be om godkjenning');
  await stage.klar.press(
    { surface: 'web', workspace: 'w', user: 'ingrid', address: {} },
    { surface: 'web', workspace: 'w', kind: 'personal', key: 'own-ingrid', address: {} },
    buttonOf(card, 'announcement.undo-limit'),
  );
  const { preview: after } = await stage.draft('ingrid');
  expect(buttonOf(after, 'announcement.send').title).toBe('Send til 4 mottakere');
});

test('whoever leads alone is told that nobody can approve, and how to make somebody coordinator', async () => {
  await stage.close();
  stage = await openStage({ coordinator: false });
  const { id, preview } = await stage.draft('ingrid', { to: 'all' });
  expect(textOf(preview)).toContain('Ingen andre leder Felles journal.');
  expect(textOf(preview)).toContain('program koordinator @hvem');
  expect(buttonsOf(preview, 'announcement.send')).toEqual([]);
  const forged = await stage.press('ingrid', 'send', { announcement: id, count: '4' });
  expect(problemOf(forged)).toContain('Ingen andre som leder programmet');
  expect(await state(id)).toBe('draft');
});
