import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cardOf, openStage, type Stage, textOf } from './stage.ts';

let stage: Stage;
let poll: string;
beforeEach(async () => {
  stage = await openStage();
  await stage.type('Kari', 'avstemning "Hvordan har du det?" "Godt" "Vet ikke" "Dårlig" anonym');
  poll = (await stage.onlyPoll()).id;
});
afterEach(async () => {
  expect(stage.failures).toEqual([]);
  await stage.close();
});

const seven = ['Ola', 'Per', 'Siri', 'Tor', 'Una', 'Liv', 'Kari'] as const;
const answer = (who: (typeof seven)[number], options: string) => stage.press(who, 'poll.answer', { poll, options });
const first = async (count: number) => {
  for (const who of seven.slice(0, count)) await answer(who, '1');
};
const entries = () => stage.store.answers.entries(poll);

/** All that lies on disk, file by file. */
function onDisk(): { file: string; text: string }[] {
  const { dir } = stage.folder;
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((file) => join(dir, file))
    .filter((file) => statSync(file).isFile())
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}

describe('an anonymous poll', () => {
  test('shows only the number of answers until five have come, to its maker and to those who answered too', async () => {
    await first(4);
    const own = async (who: 'Kari' | 'Ola') => textOf(cardOf(await stage.press(who, 'poll.show', { poll })));
    for (const text of [await stage.shared(), await own('Kari'), await own('Ola')]) {
      expect(text).toContain('4 har svart');
      expect(text).not.toContain('█');
      expect(text).not.toContain('%');
    }
    expect(await own('Ola')).toContain('✓ Du svarte «Godt».');
    await answer('Una', '3');
    expect(await stage.shared()).toMatch(/Godt\n█{16} 4 · 80.%\nVet ikke\n0 · 0.%\nDårlig\n████ 1 · 20.%/);
  });

  test('keeps the bars still for the sixth answer, shows its number, and says why', async () => {
    await first(5);
    const five = (await stage.shared()).split('\n').filter((l) => l.includes('%'));
    await answer('Liv', '3');
    const six = await stage.shared();
    expect(six.split('\n').filter((l) => l.includes('%'))).toEqual(five);
    expect(six).toContain('6 har svart');
    expect(six).toContain('Fordelingen er fra da 5 hadde svart.');
    const livs = textOf(cardOf(await stage.press('Liv', 'poll.show', { poll })));
    expect(livs.split('\n').filter((l) => l.includes('█')).length).toBe(1);
  });

  test('hides the bars again when withdrawals bring it below five', async () => {
    await first(5);
    await stage.press('Ola', 'poll.withdraw', { poll });
    expect(await stage.shared()).not.toContain('█');
    await answer('Ola', '3');
    // What comes back is what was seen before: nobody learns what Ola changed to.
    expect(await stage.shared()).toContain('5 · 100');
  });

  test('gives one person one answer, whatever they press', async () => {
    for (const options of ['1', '1', '2', '3']) await answer('Ola', options);
    await Promise.all([answer('Per', '1'), answer('Per', '2'), answer('Per', '3')]);
    expect((await entries()).map(([, a]) => a)).toEqual(
      expect.arrayContaining([{ options: ['3'] }, { options: ['3'] }]),
    );
    expect((await entries()).length).toBe(2);
    expect((await stage.onlyPoll()).unseen?.map((u) => u.now)).toEqual([['3'], ['3']]);
  });

  test('stores no name, no time and no line in the audit log with an answer', async () => {
    await first(6);
    await stage.press('Ola', 'poll.withdraw', { poll });
    for (const [key, value] of await entries()) {
      expect(key).toMatch(/^[0-9a-f]{64}$/);
      expect(value).toEqual({ options: ['1'] });
    }
    expect((await stage.store.audit.all()).map((l) => l.what)).toEqual(['poll.open']);
    const record = JSON.stringify(await stage.onlyPoll());
    for (const who of seven.slice(0, 6)) expect(record).not.toContain(`"${who.toLowerCase()}"`);
  });

  test('never says who answered what', async () => {
    await first(5);
    expect(await stage.press('Kari', 'poll.names', { poll })).toMatchObject({ show: 'notice', problem: true });
    expect(await stage.shared()).not.toContain('Se hvem som svarte hva');
  });
});

describe('when an anonymous poll closes', () => {
  test('its secret is nowhere on disk any more, and nothing joins an answer to a person', async () => {
    await first(7);
    const secret = (await stage.onlyPoll()).wrappedSecret ?? '';
    const keyOfOla = stage.store.secrets.hmac(secret, 'ola');
    expect((await entries()).map(([key]) => key)).toContain(keyOfOla);
    expect(onDisk().some(({ text }) => text.includes(secret))).toBe(true);

    await stage.press('Kari', 'poll.close-now', { poll });
    await stage.quiet();
    const record = await stage.onlyPoll();
    expect(record.wrappedSecret).toBeUndefined();
    expect(record.unseen).toBeUndefined();
    for (const { file, text } of onDisk()) {
      expect(text, file).not.toContain(secret);
      if (!file.includes('answers')) expect(text, file).not.toContain(keyOfOla);
    }
    const own = textOf(cardOf(await stage.press('Ola', 'poll.show', { poll })));
    expect(own).toContain('Klar vet ikke lenger hvem som svarte hva, heller ikke om du svarte.');
    expect(await answer('Ola', '2')).toMatchObject({ problem: true, text: expect.stringContaining('stengt') });
  });

  test('with fewer than five answers its distribution is never shown', async () => {
    await first(4);
    await stage.press('Kari', 'poll.close-now', { poll });
    expect(await stage.shared()).toContain('4 svarte\nFærre enn 5 svarte, så fordelingen vises ikke.');
    expect((await stage.onlyPoll()).shown).toBeUndefined();
  });

  test('late answers that would stand alone stay out; whoever closes is told so first, and the card says it', async () => {
    await first(7);
    const asked = textOf(cardOf(await stage.press('Kari', 'poll.close', { poll })));
    expect(asked).toContain('2 svar eller endringer er kommet etter at fordelingen sist ble fornyet.');
    expect(asked).toContain('Vent til 3 til har svart');
    await stage.press('Kari', 'poll.close-now', { poll });
    const shared = await stage.shared();
    expect(shared).toContain('5 · 100');
    expect(shared).toContain(
      '7 svarte\nFordelingen er fra da 5 hadde svart. 2 svar eller endringer etter det vises ikke',
    );
  });

  test('one that shows its distribution only then shows every answer', async () => {
    const form = { poll: 'late', question: 'Trygg?', options: 'Ja\nNei', choice: 'single', closes: 'none', day: '' };
    await stage.press('Kari', 'poll.preview', { ...form, names: 'anonymous-at-closing' });
    await stage.press('Kari', 'poll.post', { poll: 'late' });
    for (const who of seven) {
      await stage.press(who, 'poll.answer', { poll: 'late', options: who === 'Kari' ? '2' : '1' });
      expect(await stage.shared()).not.toContain('█');
    }
    await stage.press('Kari', 'poll.close-now', { poll: 'late' });
    expect(await stage.shared()).toMatch(/Ja\n█+ 6 · 86.%\nNei\n█+ 1 · 14.%\n7 svarte/);
  });

  test('answers that are on their way are either counted or refused, never lost', async () => {
    await first(3);
    const [four, five, , late] = await Promise.all([
      answer('Tor', '2'),
      answer('Una', '3'),
      stage.press('Kari', 'poll.close-now', { poll }),
      answer('Liv', '2'),
    ]);
    const taken = [four, five, late].filter((a) => a.show === 'replace').length;
    expect((await entries()).length).toBe(3 + taken);
    const { shown } = await stage.onlyPoll();
    expect(shown?.answers).toBe(taken < 2 ? undefined : 5);
  });

  test('one that a crash left closed and not counted is counted at the next heartbeat', async () => {
    await first(5);
    await stage.store.polls.change(poll, ({ wrappedSecret: _, ...rest }) => ({
      next: { ...rest, closedAt: stage.clock.now().toString() },
      outcome: true,
    }));
    await stage.house.beat();
    expect(await stage.onlyPoll()).toMatchObject({ shown: { answers: 5 } });
    expect((await stage.onlyPoll()).unseen).toBeUndefined();
  });
});
