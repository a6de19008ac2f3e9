import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttons, cardOf, openStage, type Stage, textOf } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  expect(stage.failures).toEqual([]);
  await stage.close();
});

const question = 'Hvor står du i dag?';
const ask = async (more = '') => {
  expect(await stage.type('Kari', `avstemning "${question}" "Vurderer" "Forbereder" "Er i gang" ${more}`)).toEqual({
    show: 'nothing',
  });
  return (await stage.onlyPoll()).id;
};
const notice = (text: string, field?: string) => ({ show: 'notice', problem: true, text, ...(field ? { field } : {}) });
const answersOf = async (poll: string) => (await stage.store.answers.entries(poll)).map(([key, a]) => [key, a.options]);

describe('a named poll', () => {
  test('is posted by one command, answered by one press, and counted on the shared card', async () => {
    const poll = await ask();
    expect(await stage.shared()).toContain(`${question}\nKari spør\nNavn vises`);

    const mine = textOf(cardOf(await stage.press('Ola', 'poll.answer', { poll, options: '2' })));
    expect(mine).toContain('✓ Du svarte «Forbereder».');
    expect(mine).toContain('[Endre svaret]\n[Trekk svaret]');
    expect(await stage.shared()).toContain('Forbereder\n████████████████████ 1 · 100');
    expect(await stage.shared()).not.toContain('Du svarte');
  });

  test('counts a press that arrives twice once, and moves an answer that changes', async () => {
    const poll = await ask();
    for (const options of ['2', '2', '3']) await stage.press('Ola', 'poll.answer', { poll, options });
    await stage.press('Per', 'poll.answer', { poll, options: '3' });
    expect(await answersOf(poll)).toEqual(
      expect.arrayContaining([
        ['ola', ['3']],
        ['per', ['3']],
      ]),
    );
    expect(await stage.shared()).toContain('2 har svart');
  });

  test('lets an answer be withdrawn, and the withdrawal be undone', async () => {
    const poll = await ask();
    await stage.press('Ola', 'poll.answer', { poll, options: '2' });
    const card = cardOf(await stage.press('Ola', 'poll.withdraw', { poll }));
    expect(await answersOf(poll)).toEqual([]);
    expect(textOf(card)).toContain('Svaret ditt er trukket');
    const undo = buttons(card, 'poll.answer').at(-1);
    expect(undo?.title).toBe('Angre');
    // The card that is drawn again because others answer still offers it.
    const again = card.content.refresh?.action;
    const drawn = cardOf(await stage.press('Ola', again?.verb ?? '', again?.data as Record<string, string>));
    expect(textOf(drawn)).toContain('[Angre]');
    await stage.press('Ola', 'poll.answer', undo?.data ?? {});
    expect(await answersOf(poll)).toEqual([['ola', ['2']]]);
  });

  test('shows each reader their own version in their language, and writes nothing for it', async () => {
    const poll = await ask();
    await stage.press('Liv', 'poll.answer', { poll, options: '1' });
    const before = JSON.stringify([
      await stage.store.polls.all(),
      await stage.store.audit.all(),
      await answersOf(poll),
    ]);
    const show = (who: 'Liv' | 'Ola') => stage.press(who, 'poll.show', { poll }, { automatic: true });
    expect(textOf(cardOf(await show('Liv')))).toContain('✓ Du svarade ”Vurderer”.');
    expect(textOf(cardOf(await show('Ola')))).toContain('[Forbereder]');
    expect(JSON.stringify([await stage.store.polls.all(), await stage.store.audit.all(), await answersOf(poll)])).toBe(
      before,
    );
  });

  test('takes several choices where it says so, and one where it does not', async () => {
    const poll = await ask('flere');
    await stage.press('Ola', 'poll.answer', { poll, options: '3,1' });
    expect(await answersOf(poll)).toEqual([['ola', ['1', '3']]]);
    await stage.type('Kari', 'avstemning "Ett?" "Ja" "Nei"');
    const single = (await stage.store.polls.all()).find((p) => p.question === 'Ett?')?.id ?? '';
    expect(await stage.press('Ola', 'poll.answer', { poll: single, options: '1,2' })).toEqual(
      notice('Her kan du velge bare ett svar. Ingenting er lagret.'),
    );
    expect(await answersOf(single)).toEqual([]);
  });

  test('shows who answered what to those whom it is for', async () => {
    const poll = await ask();
    await stage.press('Per', 'poll.answer', { poll, options: '2' });
    await stage.press('Ola', 'poll.answer', { poll, options: '2' });
    const text = textOf(cardOf(await stage.press('Siri', 'poll.names', { poll })));
    expect(text).toContain('Vurderer (0)\nIngen\nForbereder (2)\nOla, Per');
  });

  test('writes a line in the audit log for opening, answering and closing, with ids only', async () => {
    const poll = await ask();
    await stage.press('Ola', 'poll.answer', { poll, options: '2' });
    await stage.press('Ola', 'poll.answer', { poll, options: '2' });
    await stage.press('Kari', 'poll.close-now', { poll });
    const lines = await stage.store.audit.all();
    expect(lines.map(({ what, by, on }) => ({ what, by, on }))).toEqual([
      { what: 'poll.open', by: 'kari', on: { poll, place: 'project' } },
      { what: 'poll.answer', by: 'ola', on: { poll } },
      { what: 'poll.close', by: 'kari', on: { poll } },
    ]);
  });
});

const refused: { says: string; values: Record<string, string>; text: string; field?: string }[] = [
  {
    says: 'an option that does not exist',
    values: { options: '9' },
    text: 'Det svaret finnes ikke i denne avstemningen. Ingenting er lagret. Velg et av svarene på kortet.',
  },
  { says: 'no choice', values: {}, text: 'Velg et svar først.', field: 'options' },
  {
    says: 'a poll that does not exist',
    values: { poll: 'nope', options: '1' },
    text: 'Denne avstemningen finnes ikke lenger. Ingenting er lagret.',
  },
];

describe('is refused, with a sentence and nothing stored:', () => {
  test.each(refused)('$says', async ({ values, text, field }) => {
    const poll = await ask();
    const given = { poll, ...values };
    expect(await stage.press('Ola', 'poll.answer', given)).toEqual(notice(text, field));
    expect(await answersOf(given.poll)).toEqual([]);
  });

  test('a press of somebody from elsewhere who is not in the programme, on every button', async () => {
    const poll = await ask();
    for (const verb of ['answer', 'withdraw', 'show', 'choose', 'names', 'close', 'close-now']) {
      const answer = await stage.press('Nils', `poll.${verb}`, { poll, options: '1' }, { where: 'elsewhere' });
      expect(answer).toMatchObject({
        show: 'notice',
        problem: true,
        text: expect.stringContaining('er for dem som er i kanalen'),
      });
    }
    expect(await answersOf(poll)).toEqual([]);
    expect((await stage.onlyPoll()).closedAt).toBeUndefined();
    expect(await stage.press('Nils', 'poll.show', { poll }, { where: 'elsewhere', automatic: true })).toEqual({
      show: 'nothing',
    });
  });

  test('closing by somebody who neither made it nor leads the programme', async () => {
    const poll = await ask();
    for (const verb of ['poll.close', 'poll.close-now']) {
      expect(await stage.press('Ola', verb, { poll })).toEqual(
        notice('Bare Kari og de som leder programmet, kan stenge avstemningen.'),
      );
    }
    expect((await stage.onlyPoll()).closedAt).toBeUndefined();
  });

  test('an answer to a poll whose time has passed, before and after the clock has closed it', async () => {
    await stage.press('Kari', 'poll.preview', form({ closes: '1h' }));
    await stage.press('Kari', 'poll.post', { poll: 'form1' });
    stage.clock.moveTo(stage.clock.now().add({ hours: 2 }));
    for (const beat of [false, true]) {
      if (beat) await stage.house.beat();
      expect(await stage.press('Ola', 'poll.answer', { poll: 'form1', options: '1' })).toEqual(
        notice('Avstemningen er stengt, så svaret ble ikke lagret.'),
      );
    }
    expect(await answersOf('form1')).toEqual([]);
  });
});

test('somebody who is in the channel may answer without being in the programme, a member from their own chat too', async () => {
  const poll = await ask();
  await stage.press('Nils', 'poll.answer', { poll, options: '1' });
  await stage.press('Ola', 'poll.answer', { poll, options: '1' }, { where: 'own' });
  expect(await stage.shared()).toContain('2 har svart');
});

describe('closing', () => {
  test('asks once, then shows the result and takes no more answers', async () => {
    const poll = await ask();
    await stage.press('Ola', 'poll.answer', { poll, options: '2' });
    const asked = textOf(cardOf(await stage.press('Kari', 'poll.close', { poll })));
    expect(asked).toContain('1 har svart. Etterpå kan ingen svare');
    expect((await stage.onlyPoll()).closedAt).toBeUndefined();

    await stage.press('Kari', 'poll.close-now', { poll });
    await stage.press('Kari', 'poll.close-now', { poll });
    expect(await stage.shared()).toMatch(/stengt fredag 20\. november[\s\S]*Forbereder\n█+ 1 · 100[\s\S]*1 svarte/);
    expect(await stage.shared()).not.toContain('[Vurderer]');
    expect(await stage.press('Per', 'poll.answer', { poll, options: '1' })).toEqual(
      notice('Avstemningen er stengt, så svaret ble ikke lagret.'),
    );
    expect(await stage.press('Ola', 'poll.withdraw', { poll })).toEqual(
      notice('Avstemningen er stengt, så svaret kan ikke trekkes.'),
    );
  });

  test('by command asks about the one that is open here, or which', async () => {
    expect(await stage.type('Kari', 'poll close')).toEqual(
      notice('Det er ingen åpen avstemning her som du kan stenge.'),
    );
    await ask();
    expect(textOf(cardOf(await stage.type('Kari', 'avstemning steng')))).toContain(`Stenge avstemningen?\n${question}`);
    expect(await stage.type('Ola', 'avstemning steng')).toMatchObject({ show: 'notice' });
    await stage.type('Kari', 'avstemning "En til?" "Ja" "Nei"');
    const which = cardOf(await stage.type('Kari', 'avstemning steng'));
    expect(buttons(which, 'poll.close')).toHaveLength(2);
  });

  test('happens by itself when its time has come, once', async () => {
    await stage.press('Kari', 'poll.preview', form({ closes: 'today' }));
    await stage.press('Kari', 'poll.post', { poll: 'form1' });
    stage.clock.moveTo(Temporal.Instant.from('2026-11-20T14:59:00Z'));
    await stage.house.beat();
    expect((await stage.onlyPoll()).closedAt).toBeUndefined();
    stage.clock.moveTo(Temporal.Instant.from('2026-11-21T08:00:00Z'));
    await stage.house.beat();
    await stage.house.beat();
    expect((await stage.onlyPoll()).closedAt).toBe('2026-11-20T15:00:00Z');
    expect((await stage.store.audit.all()).filter((l) => l.what === 'poll.close')).toMatchObject([
      { by: 'klar', from: 'clock' },
    ]);
    expect(await stage.shared()).toContain('stengt fredag 20. november kl.\u00A016.00');
  });
});

const form = (more: Partial<Record<string, string>> = {}): Record<string, string> => ({
  poll: 'form1',
  question: 'Er dere klare?',
  options: 'Ja\nNesten\nNei',
  choice: 'single',
  names: 'named',
  closes: 'none',
  day: '',
  ...(more as Record<string, string>),
});

describe('the form', () => {
  test('opens without arguments, with the question when that is all there is', async () => {
    const opened = await stage.type('Kari', 'avstemning Er alle med?');
    expect(opened.show).toBe('form');
    expect(JSON.stringify(cardOf(opened))).toContain('"value":"Er alle med?"');
    expect((await stage.store.polls.all()).length).toBe(0);
  });

  test.each([
    { says: 'no question', values: { question: ' ' }, field: 'question' },
    { says: 'one option', values: { options: 'Ja' }, field: 'options' },
    { says: 'an option twice', values: { options: 'Ja\nja' }, field: 'options' },
    { says: 'an unknown kind', values: { names: 'secret' }, field: 'names' },
    { says: 'no day', values: { closes: 'day' }, field: 'day' },
    { says: 'a day that has passed', values: { closes: 'day', day: '2026-11-01' }, field: 'day' },
  ])('with $says says so at the field, and keeps nothing', async ({ values, field }) => {
    expect(await stage.press('Kari', 'poll.preview', form({ ...values }))).toMatchObject({
      show: 'notice',
      problem: true,
      field,
    });
    expect(await stage.store.drafts.all()).toEqual([]);
  });

  test('shows how the poll will look, goes back with what was written, and posts once however often it is pressed', async () => {
    const preview = await stage.press('Kari', 'poll.preview', form({ names: 'anonymous', closes: '7d' }));
    expect(preview.show).toBe('form');
    expect(textOf(cardOf(preview))).toMatch(/Anonymt: ingen kan se[\s\S]*○ Nesten[\s\S]*Stenger fredag 27\. november/);
    expect(JSON.stringify(cardOf(await stage.press('Kari', 'poll.edit', { poll: 'form1' })))).toContain(
      'Ja\\nNesten\\nNei',
    );
    expect(stage.standing.size).toBe(0);

    for (let i = 0; i < 2; i++) {
      expect(textOf(cardOf(await stage.press('Kari', 'poll.post', { poll: 'form1' })))).toContain(
        '✓ Avstemningen er lagt ut.',
      );
    }
    await stage.press('Kari', 'poll.preview', form());
    await stage.quiet();
    expect(stage.standing.size).toBe(1);
    expect(await stage.onlyPoll()).toMatchObject({ id: 'form1', anonymous: true, closesAt: '2026-11-27T15:00:00Z' });
    expect(await stage.store.drafts.all()).toEqual([]);
  });

  test('of somebody else can be neither seen nor posted nor dropped', async () => {
    await stage.press('Kari', 'poll.preview', form());
    for (const verb of ['poll.post', 'poll.edit']) {
      expect(await stage.press('Ola', verb, { poll: 'form1' })).toMatchObject({ show: 'notice', problem: true });
    }
    expect(await stage.press('Ola', 'poll.preview', form({ question: 'Min?' }))).toMatchObject({
      show: 'notice',
      problem: true,
    });
    await stage.press('Ola', 'poll.discard', { poll: 'form1' });
    expect(await stage.store.drafts.get('form1')).toMatchObject({ by: 'kari', data: { question: 'Er dere klare?' } });
  });

  test('can be dropped', async () => {
    await stage.press('Kari', 'poll.preview', form());
    await stage.press('Kari', 'poll.discard', { poll: 'form1' });
    expect(await stage.press('Kari', 'poll.post', { poll: 'form1' })).toMatchObject({ show: 'notice', problem: true });
    expect(stage.standing.size).toBe(0);
  });
});

describe('in a person’s own chat', () => {
  test('whoever leads a programme chooses one of its places', async () => {
    const preview = cardOf(await stage.type('Kari', `avstemning "${question}" "Ja" "Nei"`, 'own'));
    expect(textOf(preview)).toContain('Hvor skal den legges ut?\n( ) Prosjektet');
    const { data } = buttons(preview, 'poll.post')[0] ?? {};
    for (const place of ['', 'elsewhere']) {
      expect(await stage.press('Kari', 'poll.post', { ...data, place }, { where: 'own' })).toMatchObject({
        field: 'place',
      });
    }
    const posted = await stage.press('Kari', 'poll.post', { ...data, place: 'project' }, { where: 'own' });
    expect(textOf(cardOf(posted))).toContain('✓ Avstemningen er lagt ut i Prosjektet.');
    expect(await stage.shared('project')).toContain(question);
    expect(await stage.onlyPoll()).toMatchObject({ place: 'project', programme: 'health' });
  });

  test('everyone else is told where to ask', async () => {
    for (const typed of ['avstemning', 'avstemning "A?" "B" "C"']) {
      expect(await stage.type('Ola', typed, 'own')).toMatchObject({
        show: 'notice',
        text: expect.stringContaining('bare du og Klar'),
      });
    }
  });
});

test('the same command delivered twice makes one poll', async () => {
  const act = { id: 'same' };
  for (let i = 0; i < 2; i++) await stage.type('Kari', 'poll "Klar?" "Ja" "Nei"', 'project', act);
  await stage.quiet();
  expect((await stage.store.polls.all()).length).toBe(1);
  expect(stage.standing.size).toBe(1);
});

test('a command with one option, or with an option twice, is answered with what to do', async () => {
  expect(await stage.type('Kari', 'poll "Klar?" "Ja"')).toEqual(
    notice('En avstemning trenger minst 2 svar å velge mellom. Her er det 1.'),
  );
  expect(await stage.type('Kari', 'poll "Klar?" "Ja" "ja"')).toEqual(
    notice('Svaret «ja» står to ganger. Ta bort det ene.'),
  );
  expect(await stage.store.polls.all()).toEqual([]);
});

test('a poll that cannot be posted is not kept', async () => {
  stage.trouble.next = 'gone';
  expect(await stage.type('Kari', 'poll "Klar?" "Ja" "Nei"')).toMatchObject({
    problem: true,
    text: expect.stringContaining('ble ikke lagt ut'),
  });
  expect(await stage.store.polls.all()).toEqual([]);
  expect((await stage.store.audit.all()).map(({ what }) => what)).toEqual(['poll.open', 'poll.take-away']);
});

test('somebody mentioned in a question stands there by name', async () => {
  const mentions = [{ surface: 'web' as const, workspace: 'w', user: 'Ola', address: {}, name: 'Ola Nes' }];
  await stage.type('Kari', 'poll "Skal @{0} lede møtet?" "Ja" "Nei"', 'project', { mentions } as object);
  expect((await stage.onlyPoll()).question).toBe('Skal Ola Nes lede møtet?');
});

test('an open poll awaits those of its programme who have not answered, until they have', async () => {
  const poll = await ask('anonym');
  const mine = async (who: 'Ola' | 'Nils') => textOf(cardOf(await stage.type(who, 'mine', 'own')));
  expect(await mine('Ola')).toContain(`Svar: ${question}`);
  expect(await mine('Nils')).not.toContain(question);
  await stage.press('Ola', 'poll.answer', { poll, options: '1' });
  expect(await mine('Ola')).not.toContain(question);
  await stage.press('Ola', 'poll.withdraw', { poll });
  expect(await mine('Ola')).toContain(question);
  await stage.press('Kari', 'poll.close-now', { poll });
  expect(await mine('Ola')).not.toContain(question);
});
