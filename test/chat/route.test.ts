import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { helpCard } from '#chat/actions/help.ts';
import { type Feature, press, type Turn } from '#chat/feature.ts';
import type { Answer, Incoming, IncomingFile } from '#chat/port.ts';
import { peopleFeature } from '#people/feature.ts';
import { say } from '#words/say.ts';
import { cardOf, problemOf, textOf } from '../card-parts.ts';
import { channel, own, type TryHouse, tryHouse, visitor } from '../try-house.ts';

const kari = visitor('kari');
const nothing: Answer = { show: 'nothing' };

/** A feature that writes down what it is asked, and does what the test says. */
function asking() {
  const turns: { turn: Turn; with: unknown }[] = [];
  const note = (turn: Turn, what: unknown): Answer => {
    turns.push({ turn, with: what });
    return nothing;
  };
  const feature: Feature = {
    commands: [
      {
        verb: 'note',
        words: { nb: ['noter'], sv: ['anteckna'] },
        help: 'chat.help.mine',
        usage: 'chat.usage.mine',
        run: async (turn, input) => note(turn, input),
      },
      {
        verb: 'break',
        words: { nb: [], sv: [] },
        help: 'chat.help.mine',
        usage: 'chat.usage.mine',
        run: async () => {
          throw new Error('broken inside');
        },
      },
    ],
    presses: [
      press({
        verb: 'note.press',
        values: z.object({ id: z.string().min(1), number: z.coerce.number().int().optional() }),
        run: async (turn, values, how) => note(turn, { values, how }),
      }),
      press({
        verb: 'note.write',
        values: z.object({}),
        async run(turn) {
          await turn.store.persons.change(turn.by.id, (p) => ({ next: { ...p, name: 'Changed' }, outcome: true }));
          return nothing;
        },
      }),
      press({
        verb: 'note.send',
        values: z.object({}),
        async run(turn) {
          await turn.outbox.post(turn.place, helpCard('nb', []));
          return nothing;
        },
      }),
      press({
        verb: 'note.audit',
        values: z.object({}),
        run: async (turn) => {
          await turn.audit('note', {});
          return nothing;
        },
      }),
    ],
    file: async (turn, files) => note(turn, { files: files.map((f) => f.name) }),
  };
  return { feature, turns };
}

let klar: TryHouse;
let turns: ReturnType<typeof asking>['turns'];
let feature: Feature;
beforeEach(async () => {
  ({ feature, turns } = asking());
  klar = await tryHouse([feature, peopleFeature]);
});
afterEach(() => klar.close());

describe('a command', () => {
  test('reaches its action with arguments, mentions, the rest of the line, person and place', async () => {
    const ola = visitor('ola');
    await klar.type(kari, channel('project'), 'noter "en ting" @{0}  to', { mentions: [ola] } as Partial<Incoming>);
    expect(turns[0]?.with).toEqual({
      args: ['en ting', '@{0}', 'to'],
      rest: '"en ting" @{0}  to',
      mentions: [ola],
      files: [],
    });
    expect(turns[0]?.turn.by.name).toBe('Kari');
    expect(turns[0]?.turn.place).toMatchObject({ key: 'project' });
  });

  test.each([
    ['nb-NO', 'nb'],
    ['sv-SE', 'sv'],
    ['nn-NO', 'nn'],
    ['de-DE', 'en'],
  ] as const)(
    'of a reader with locale %s is answered in %s, while the channel keeps its own language',
    async (locale, language) => {
      const reader = visitor('reader', { locale });
      await klar.type(reader, channel('project'), 'note');
      await klar.type(reader, own(reader), 'note');
      expect(turns.map(({ turn }) => [turn.language, turn.placeLanguage])).toEqual([
        [language, 'nb'],
        [language, language],
      ]);
    },
  );

  test.each(['', '   ', '\u00A0'])('that is blank (%j) shows the menu', async (text) => {
    const answer = await klar.type(kari, own(kari), text);
    expect(answer.show).toBe('private');
    expect(textOf(cardOf(answer))).toContain(say('nb', 'chat.help-title'));
  });

  test('that is not understood is never met with silence', async () => {
    const answer = await klar.type(kari, channel('project'), 'notr dette');
    expect(answer.show).toBe('private');
    expect(textOf(cardOf(answer))).toContain(say('nb', 'chat.did-you-mean', { word: 'notr', nearest: '«noter»' }));
    const svensk = visitor('siv', { locale: 'sv-SE' });
    expect(textOf(cardOf(await klar.type(svensk, own(svensk), 'anteckn')))).toContain('”anteckna”');
    const english = visitor('ann', { locale: 'en-GB' });
    expect(textOf(cardOf(await klar.type(english, own(english), 'nope')))).toContain('“note”');
  });

  test('that is a whole page is said back in short', async () => {
    const text = textOf(cardOf(await klar.type(kari, own(kari), `"${'lang '.repeat(2000)}"`)));
    expect(text).toContain('…');
    expect(text.length).toBeLessThan(3000);
  });

  test("with people's own markup in it is said back as it was typed", async () => {
    const text = textOf(cardOf(await klar.type(kari, own(kari), '<at>alle</at>${title}**fet**')));
    expect(text).toContain('<at>alle</at>${title}**fet**');
  });
});

describe('a file', () => {
  const file: IncomingFile = { name: 'plan.csv', fetch: async () => ({ ok: false, problem: 'unreachable' }) };

  test.each(['', '  '])('sent with %j goes to the feature that takes files', async (text) => {
    await klar.type(kari, own(kari), text, { files: [file] } as Partial<Incoming>);
    expect(turns[0]?.with).toEqual({ files: ['plan.csv'] });
  });

  test('sent with a command goes with the command', async () => {
    await klar.type(kari, own(kari), 'note', { files: [file] } as Partial<Incoming>);
    expect(turns[0]?.with).toMatchObject({ files: [file] });
  });
});

describe('a press', () => {
  test('reaches its action with checked values, and nothing that was not asked for', async () => {
    await klar.press(kari, channel('project'), { verb: 'note.press', data: { id: 'a', number: '7', more: 'x' } });
    expect(turns[0]?.with).toEqual({ values: { id: 'a', number: 7 }, how: { automatic: false } });
  });

  test.each([
    ['an unknown verb', { verb: 'note.nothing', data: { id: 'a' } }],
    ['a name that every object has', { verb: 'constructor', data: {} }],
    ['values that are missing', { verb: 'note.press', data: {} }],
    ['values of another kind', { verb: 'note.press', data: { id: 'a', number: 'seven' } }],
  ])('with %s is refused with a sentence and a log line, and nothing is stored', async (_what, button) => {
    const before = await klar.onDisk();
    const answer = await klar.press(kari, channel('project'), button);
    expect(problemOf(answer)).toBe(say('nb', 'chat.unknown-press'));
    expect(turns).toEqual([]);
    expect(await klar.onDisk()).toEqual(before);
    expect(klar.logged).toMatchObject([{ level: 'warn', about: { verb: button.verb } }]);
  });

  test('that the platform makes by itself changes nothing on disk, also at first contact', async () => {
    const before = await klar.onDisk();
    await klar.press(kari, channel('project'), { verb: 'note.press', data: { id: 'a' } }, { automatic: true });
    expect(turns[0]?.with).toMatchObject({ how: { automatic: true } });
    expect(await klar.onDisk()).toEqual(before);
  });

  test.each(['note.write', 'note.send', 'note.audit'])(
    'that the platform makes by itself cannot change or send anything, even where the action %s would',
    async (verb) => {
      await klar.type(kari, channel('project'), 'note');
      const before = await klar.onDisk();
      const answer = await klar.press(kari, channel('project'), { verb }, { automatic: true });
      expect(answer).toMatchObject({ show: 'notice', problem: true });
      await klar.settled();
      expect(await klar.onDisk()).toEqual(before);
      expect(klar.recording.web.calls).toEqual([]);
    },
  );

  test('of a stranger that is refused leaves nothing on disk, not even that they were here', async () => {
    const before = await klar.onDisk();
    const stranger = visitor('stranger', { email: 'stranger@example.org' });
    const [verb, values] = ['people.unit', { programme: 'no-such', unit: 'no-such' }];
    problemOf(await klar.press(stranger, channel('never-seen'), { verb, data: values }));
    expect(await klar.onDisk()).toEqual(before);
    expect(klar.logged.map(({ message }) => message)).toEqual(['press refused']);
  });

  test('on the menu does what the typed command does', async () => {
    await klar.press(kari, own(kari), { verb: 'chat.run', data: { command: 'note' } });
    expect(turns[0]?.with).toEqual({ args: [], rest: '', mentions: [], files: [] });
    const unknown = await klar.press(kari, own(kari), { verb: 'chat.run', data: { command: 'nothing' } });
    expect(textOf(cardOf(unknown))).toContain(say('nb', 'chat.help-title'));
  });
});

describe('ids that an act makes', () => {
  const idsOf = async (act: Partial<Incoming>) => {
    await klar.handle({
      id: 'act',
      by: kari,
      where: channel('project'),
      type: 'command',
      text: 'note',
      ...act,
    } as Incoming);
    const { newId } = turns.at(-1)?.turn ?? {};
    return [newId?.(), newId?.(), newId?.()];
  };

  test('are the same when the same act arrives twice, so that it makes nothing twice', async () => {
    expect(await idsOf({ id: 'one' })).toEqual(await idsOf({ id: 'one' }));
  });

  test('are other within an act, for another act, and for the same act in another workspace', async () => {
    const all = [
      ...(await idsOf({ id: 'one' })),
      ...(await idsOf({ id: 'two' })),
      ...(await idsOf({ id: 'one', by: visitor('kari', { workspace: 'v' }) })),
      ...(await idsOf({ id: 'one', by: visitor('kari', { surface: 'slack' }) })),
    ];
    expect(new Set(all).size).toBe(12);
  });
});

describe('when an action throws', () => {
  test('the person gets a sentence, and the log a line without what they wrote', async () => {
    const answer = await klar.type(kari, channel('project'), 'break hemmelig-opplysning');
    expect(problemOf(answer)).toBe(say('nb', 'chat.failed'));
    expect(klar.logged).toMatchObject([
      { level: 'error', about: { type: 'command', err: { message: 'broken inside' } } },
    ]);
    expect(JSON.stringify(klar.logged)).not.toContain('hemmelig');
  });

  test('the sentence is in the language that the person has chosen, whatever their client says', async () => {
    await klar.type(kari, own(kari), 'note');
    const { id } = await klar.personOf(kari);
    await klar.store.persons.change(id, (p) => ({
      next: { ...p, language: 'sv', languageChosen: true },
      outcome: true,
    }));
    expect(problemOf(await klar.type(kari, own(kari), 'break'))).toBe(say('sv', 'chat.failed'));
  });

  test('a store that cannot be read is a sentence too', async () => {
    const other = await tryHouse();
    await other.close();
    const answer = await other.type(kari, own(kari), 'help');
    expect(problemOf(answer)).toBe(say('nb', 'chat.failed'));
  });
});

describe('meeting somebody', () => {
  test('is told to features once, and once more when the e-mail becomes known', async () => {
    const met: (string | undefined)[] = [];
    feature.met = async (turn) => void met.push(turn.by.email);
    await klar.type(kari, own(kari), 'note');
    await klar.type(kari, own(kari), 'note');
    await klar.type(visitor('kari', { email: 'kari@example.org' }), own(kari), 'note');
    await klar.type(visitor('kari', { email: 'kari@example.org' }), own(kari), 'note');
    expect(met).toEqual([undefined, 'kari@example.org']);
  });

  test('does not cost the person their answer when a feature fails at it', async () => {
    feature.met = async () => {
      throw new Error('not today');
    };
    await klar.type(kari, own(kari), 'note');
    expect(turns).toHaveLength(1);
    expect(klar.logged).toMatchObject([{ level: 'error', about: { err: { message: 'not today' } } }]);
  });
});

describe('Klar comes and goes', () => {
  test('arriving in a channel it says who it is, in the language of the place', async () => {
    const svensk = visitor('siv', { locale: 'sv-SE' });
    const answer = await klar.other(svensk, channel('project'), 'arrived');
    expect(answer.show).toBe('reply');
    expect(textOf(cardOf(answer))).toContain(say('nb', 'chat.welcome-title'));
    expect(textOf(cardOf(await klar.other(svensk, own(svensk), 'arrived')))).toContain(say('sv', 'chat.welcome-title'));
  });

  test('after it is removed nothing is sent there until somebody speaks to it there again', async () => {
    await klar.type(kari, channel('project'), 'note');
    expect(await klar.other(kari, channel('project'), 'left')).toEqual({ show: 'nothing' });
    const gone = await klar.placeOf(channel('project'));
    expect(gone.goneSince).toBe('2026-11-02T08:00:00Z');
    const card = cardOf(await klar.type(kari, own(kari), 'help'));
    expect(await klar.house.outbox.post(gone, card)).toEqual({ state: 'gone' });
    expect(klar.recording.web.calls).toEqual([]);

    await klar.type(kari, channel('project'), 'note');
    const back = await klar.placeOf(channel('project'));
    expect(back.goneSince).toBeUndefined();
    expect((await klar.house.outbox.post(back, card)).state).toBe('sent');
  });

  test('removed from a place that it never knew it does nothing', async () => {
    const before = await klar.onDisk();
    expect(await klar.other(kari, channel('elsewhere'), 'left')).toEqual({ show: 'nothing' });
    expect(await klar.onDisk()).toEqual(before);
  });
});

describe('what awaits a person', () => {
  const awaiting = (count: number): Feature => ({
    commands: [],
    presses: [],
    awaiting: async () =>
      Array.from({ length: count }, (_, i) => ({
        title: `Ting ${count - i}`,
        when: 'i dag',
        due: `2026-11-${String(count - i).padStart(2, '0')}`,
        open: { title: 'Åpne', verb: 'note.press', data: { id: String(i) } },
      })),
  });

  test('nothing is a state, with the next useful steps', async () => {
    const text = textOf(cardOf(await klar.other(kari, own(kari), 'home')));
    expect(text).toContain(say('nb', 'chat.awaiting-nothing'));
    expect(text).toContain(`[${say('nb', 'chat.button.plan')}]`);
  });

  test('comes from all features, the most urgent first, five at a time with a count of the rest', async () => {
    const both = await tryHouse([awaiting(4), awaiting(0), awaiting(3)]);
    const text = textOf(cardOf(await both.type(kari, own(kari), 'mine')));
    expect(text).toContain(say('nb', 'chat.awaiting', { count: 7 }));
    expect(text.match(/Ting \d/gu)).toEqual(['Ting 1', 'Ting 1', 'Ting 2', 'Ting 2', 'Ting 3']);
    expect(text).toContain(say('nb', 'chat.awaiting-more', { count: 2 }));
    await both.close();
  });
});

describe('which programme an act is about', () => {
  const chosen = async (where: Parameters<typeof klar.type>[1]) => {
    await klar.type(kari, where, 'note');
    return turns.at(-1)?.turn.programme?.name;
  };

  test('in a channel the one that it is bound to, and no other', async () => {
    await klar.type(kari, channel('one'), 'program "Ny journal"');
    expect(await chosen(channel('one'))).toBe('Ny journal');
    expect(await chosen(channel('two'))).toBeUndefined();
  });

  test('in a channel where a unit has its messages, the programme of the unit', async () => {
    await klar.type(kari, channel('one'), 'program "Ny journal"');
    const programme = await klar.programme();
    await klar.type(kari, channel('two'), 'note');
    const { id } = await klar.placeOf(channel('two'));
    await klar.store.programmes.change(programme.id, (p) => ({
      next: { ...p, units: [{ id: 'u' as never, name: 'Solvik', aliases: [], people: [], place: id }] },
      outcome: true,
    }));
    expect(await chosen(channel('two'))).toBe('Ny journal');
  });

  test("in a person's own chat the only one they are in, and of several the one they chose", async () => {
    await klar.type(kari, channel('one'), 'program "Ny journal"');
    expect(await chosen(own(kari))).toBe('Ny journal');
    await klar.type(kari, channel('two'), 'program "Nytt arkiv"');
    expect(await chosen(own(kari))).toBeUndefined();
    await klar.type(kari, own(kari), 'program "Nytt arkiv"');
    expect(await chosen(own(kari))).toBe('Nytt arkiv');
  });

  test("in a person's own chat never one that they are no longer part of", async () => {
    const ola = visitor('ola');
    await klar.type(ola, own(ola), 'program "Ny journal"');
    const programme = await klar.programme();
    await klar.type(kari, own(kari), 'note');
    const other = await klar.personOf(kari);
    await klar.store.programmes.change(programme.id, (p) => ({ next: { ...p, owners: [other.id] }, outcome: true }));
    await klar.type(ola, own(ola), 'note');
    expect(turns.at(-1)?.turn.programme).toBeUndefined();
  });
});
