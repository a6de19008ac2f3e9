import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cast, emailOf, type Name, programme } from './cast.ts';
import { filesIn } from './klar.ts';
import { joins } from './setting.ts';
import { cardOf, type Shown, type Stage, sees } from './stage.ts';
import { stages } from './stages.ts';

const question = 'Er dere klare til oppstart?';

describe.each(stages)('a vote in %s', (_surface, open) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await open();
    await stage.says('ingrid', 'all', `program "${programme}"`);
  });
  afterEach(() => stage.closes());

  const ask = async (more = ''): Promise<void> => {
    await stage.says('ingrid', 'all', `avstemning "${question}" "Ja" "Nesten" "Nei" ${more}`);
  };
  /** The shared card, as somebody sees it who has not answered. */
  const shared = (...words: string[]) => sees(stage, 'oda', 'all', question, ...words);
  const answers = async (who: Name, button: string): Promise<Shown> =>
    cardOf(await stage.presses(who, await sees(stage, who, 'all', question), button));

  /** Opens the choices once more. In Teams a card that is drawn anew for everyone takes one's own away (PLATFORMS T17). */
  async function reopens(who: Name): Promise<Shown> {
    await stage.settles();
    const mine = await sees(stage, who, 'all', question, 'Endre svaret');
    return cardOf(await stage.presses(who, mine, 'Endre svaret'));
  }
  /** Ingrid closes it, with a second press. Gives what she is asked before. */
  async function closes(): Promise<string> {
    await stage.settles();
    const card = await sees(stage, 'ingrid', 'all', question);
    const asked = cardOf(await stage.presses('ingrid', card, 'Steng avstemningen …'));
    await stage.presses('ingrid', asked, 'Steng avstemningen');
    return asked.text;
  }

  test('is asked by a command, answered on the card, changed, counted once, and listed for those who have not answered', async () => {
    await joins(stage, 'oda', 'deputy', 'Storvatn sykehus');
    await joins(stage, 'kari', 'contact');
    await ask();
    await shared('Ingrid Solbakkrud spør', 'Navn vises: alle her kan se hva du svarer.', 'Ingen har svart ennå');

    expect((await answers('kari', 'Ja')).text).toContain('✓ Du svarte «Ja».');
    expect((await answers('per', 'Nei')).text).toContain('✓ Du svarte «Nei».');
    await shared('2 har svart');

    // Per changes his answer, and his client sends the same once more.
    const changed = cardOf(await stage.presses('per', await reopens('per'), 'Nesten'));
    await stage.repeats('per');
    expect(changed.text).toContain('✓ Du svarte «Nesten».');
    expect((await shared('2 har svart', '1 · 50')).text).not.toContain('Du svarte');

    // Kari presses the answer that she has given already.
    await stage.presses('kari', await reopens('kari'), '✓ Ja');
    await shared('2 har svart', '1 · 50');

    // Oda has not answered: it is on her list. On Kari's it is not.
    expect((await stage.says('oda', 'own', 'mine')).text).toContain(`Svar: ${question}`);
    expect((await stage.says('kari', 'own', 'mine')).text).not.toContain(question);

    expect(await closes()).toContain('2 har svart. Etterpå kan ingen svare');
    const closed = await shared('2 svarte');
    expect(closed.text).not.toContain('Steng avstemningen');
    expect((await stage.says('oda', 'own', 'mine')).text).not.toContain(question);
  });

  test('pressed after it has closed is refused with a sentence, and nothing is counted', async () => {
    await ask();
    await answers('kari', 'Ja');
    const open = await reopens('kari');
    await closes();
    await shared('1 svarte');
    const late = await stage.pressesLate('kari', open, 'Nei');
    expect(late.text).toBe('Avstemningen er stengt, så svaret ble ikke lagret.');
    await shared('1 svarte', '1 · 100');
  });

  test('that is anonymous shows the count alone below five, and shares from five; then nothing on disk joins the two', async () => {
    await ask('anonym');
    await shared('Anonymt: ingen kan se hva du svarer. Fordelingen vises fra 5 svar.');
    const voters: Name[] = ['kari', 'per', 'aisha', 'elin'];
    const [kari] = [await answers('kari', 'Ja'), ...(await all(voters.slice(1), (who) => answers(who, 'Nei')))];
    expect(kari?.text).toContain('✓ Du svarte «Ja».');
    expect(kari?.text).not.toContain('%');
    expect((await shared('4 har svart')).text).not.toMatch(/%|█/u);

    await joins(stage, 'daniel', 'member');
    const mine = cardOf(await stage.says('daniel', 'own', 'mine'));
    const own = cardOf(await stage.presses('daniel', mine, 'Show the poll'));
    expect((await stage.presses('daniel', own, 'Ja')).text).toContain('✓ You answered “Ja”.');
    const five = await shared('5 har svart', '40', '60');
    expect(five.text).toContain('█');

    const secretsOpen = wrapped(await filesIn(stage.folder));
    expect(secretsOpen).toHaveLength(1);
    await closes();
    await shared('5 svarte', '40');

    const files = await filesIn(stage.folder);
    expect(wrapped(files)).toEqual([]);
    const [secret = ''] = secretsOpen;
    const everything = [...files.values()].map((bytes) => bytes.toString('latin1')).join('\n');
    expect(everything).not.toContain(secret);
    // Whatever stands in one record or line with an answer of this poll names nobody who gave one.
    for (const [path, bytes] of files) {
      if (!/[\\/]answers[\\/]/.test(path)) continue;
      for (const who of [...voters, 'daniel' as const]) {
        expect(bytes.toString('utf8'), path).not.toContain(cast[who].name);
        for (const id of idsOf(files, who)) expect(bytes.toString('utf8'), path).not.toContain(id);
      }
    }
    // Nor does anything that was shown to one of them: an answer from the own chat is theirs alone.
    expect(everything).not.toMatch(/Du svarte|Du svarade|You answered/u);
    // The audit log knows who opened and closed it, and of no answer.
    const audit = [...files].filter(([path]) => /audit/.test(path)).map(([, bytes]) => bytes.toString('utf8'));
    expect(audit.join('\n')).toContain('poll.close');
    expect(audit.join('\n')).not.toContain('poll.answer');
  });
});

/** One after another: in life, too, no two people press in the same instant. */
async function all<T>(who: readonly Name[], act: (one: Name) => Promise<T>): Promise<T[]> {
  const found: T[] = [];
  for (const one of who) found.push(await act(one));
  return found;
}

const wrapped = (files: ReadonlyMap<string, Buffer>): string[] =>
  [...files.values()].flatMap((bytes) =>
    [...bytes.toString('utf8').matchAll(/"wrappedSecret":\s*"([^"]+)"/g)].map(([, secret]) => secret ?? ''),
  );

/** The ids under which a person stands in the store: of the person and of their accounts. */
function idsOf(files: ReadonlyMap<string, Buffer>, who: Name): string[] {
  const ids = [...files]
    .filter(([path, bytes]) => /[\\/]persons[\\/]/.test(path) && bytes.includes(emailOf(who)))
    .flatMap(([, bytes]) => [...bytes.toString('utf8').matchAll(/"(?:id|user)":\s*"([^"]{4,})"/g)])
    .map(([, id]) => id ?? '');
  if (ids.length === 0) throw new Error(`${who} is not in the store`);
  return ids;
}
