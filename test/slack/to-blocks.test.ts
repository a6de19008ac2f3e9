import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '#card/card.ts';
import { NotForSlack, readPressed } from '#slack/button.ts';
import { problemsOf } from '#slack/check-blocks.ts';
import { toMessage } from '#slack/to-message.ts';
import { toHome, toModal } from '#slack/to-view.ts';
import { readable } from '../doubles/slack/readable.ts';
import { blocksTooLong, validateBlocks } from '../doubles/slack/validate-blocks.ts';
import { validateView } from '../doubles/slack/validate-view.ts';
import { aCard, buttons, execute, text } from './a-card.ts';

const workspace = 'T0PROSJEKT1';
const from = { channel: 'C1', kind: 'channel' as const };
const blocksOf = (card: Card) => toMessage(card, workspace, 's').blocks as object[];
const said = (card: Card) => readable(blocksOf(card)).join('');

describe('A card in Slack', () => {
  it('has its heading as a header, and small print as context', () => {
    const card = aCard([text('Om 7 dager', { style: 'heading' }), text('Ansvarlig: Vestby', { isSubtle: true })]);
    expect(blocksOf(card)).toMatchObject([
      { type: 'header', text: { type: 'plain_text', text: 'Om 7 dager' } },
      { type: 'context', elements: [{ type: 'plain_text', text: 'Ansvarlig: Vestby' }] },
    ]);
  });

  it('has a heading that is too long for a header as bold text, whole', () => {
    const long = 'Hvor står du i dag? '.repeat(20).trim();
    const [block] = blocksOf(aCard([text(long, { style: 'heading' })]));
    expect(block).toMatchObject({
      type: 'rich_text',
      elements: [{ elements: [{ text: long, style: { bold: true } }] }],
    });
  });

  it('keeps lines together that stand close together', () => {
    const card = aCard([
      text('Opplæring', { weight: 'Bolder' }),
      text('grønn', { spacing: 'None' }),
      { type: 'FactSet', spacing: 'Small', facts: [{ title: 'Frist', value: 'uke 42' }] },
      text('Noe annet'),
    ]);
    expect(blocksOf(card)).toHaveLength(2);
    expect(said(card)).toBe('Opplæring\ngrønn\nFrist: uke 42Noe annet');
  });

  it('puts the lines of a table in one paragraph, and a lone button beside its text', () => {
    const column = (...items: unknown[]) => ({ type: 'Column', items });
    const row = (left: string, right: unknown) => ({
      type: 'ColumnSet',
      separator: true,
      columns: [column(text(left)), column(right)],
    });
    expect(blocksOf(aCard([row('Vestby', text('✓ 3')), row('Solvik', text('✕ 1'))]))).toMatchObject([
      { type: 'rich_text' },
    ]);
    expect(said(aCard([row('Vestby', text('✓ 3')), row('Solvik', text('✕ 1'))]))).toBe('Vestby · ✓ 3\nSolvik · ✕ 1');
    expect(blocksOf(aCard([row('Vestby', buttons(execute('Vis')))]))).toMatchObject([
      { type: 'section', text: { text: 'Vestby' }, accessory: { type: 'button', text: { text: 'Vis' } } },
    ]);
  });

  it('mentions those who have an account in this workspace, and names the others', () => {
    const mentions = [
      { name: 'Kari', accounts: [{ surface: 'slack' as const, workspace, user: 'U1KARI', address: {} }] },
      { name: 'Ola', accounts: [{ surface: 'slack' as const, workspace: 'T0ANNEN', user: 'U1OLA', address: {} }] },
      { name: 'Eva', accounts: [] },
    ];
    const card = aCard([text('Kari, Ola, Eva', { id: 'mentions' })], { mentions });
    expect(blocksOf(card)).toMatchObject([
      {
        elements: [
          {
            elements: [
              { type: 'user', user_id: 'U1KARI' },
              { text: ', ' },
              { text: 'Ola' },
              { text: ', ' },
              { text: 'Eva' },
            ],
          },
        ],
      },
    ]);
  });

  it('leaves out what is not visible', () => {
    expect(said(aCard([text('Synlig'), text('Skjult', { isVisible: false })]))).toBe('Synlig');
  });

  describe('has buttons', () => {
    const pressed = (card: Card, which: number) => {
      const elements = blocksOf(card).flatMap((b) => ('elements' in b ? (b.elements as never[]) : []));
      return elements[which] as unknown as { action_id: string; value?: string; options?: { value: string }[] };
    };

    it('that carry a verb and ids, and say what they look like', () => {
      const card = aCard([
        buttons(
          execute('Ferdig', 'plan.done', { data: { activity: 'a1' }, style: 'positive' }),
          execute('Slett', 'plan.drop', { style: 'destructive', associatedInputs: 'none' }),
          { type: 'Action.OpenUrl', title: 'Les', url: 'https://klar.example.org/' },
        ),
      ]);
      expect(blocksOf(card)).toMatchObject([
        { elements: [{ style: 'primary' }, { style: 'danger' }, { url: 'https://klar.example.org/' }] },
      ]);
      expect(readPressed(pressed(card, 0))).toEqual({ verb: 'plan.done', data: { activity: 'a1' }, withInputs: true });
      expect(readPressed(pressed(card, 1))).toEqual({ verb: 'plan.drop', data: {}, withInputs: false });
      expect(readPressed(pressed(card, 2))).toBeUndefined();
    });

    it('of which the rare ones stand in a menu with their ids, as long as they fit', () => {
      const rare = (title: string, verb: string, own: string) =>
        execute(title, verb, { mode: 'secondary', data: { activity: 'abcdefghijklmnop', own } });
      const card = aCard([
        buttons(execute('Ferdig'), rare('Utsett', 'plan.later', '7 d&g'), rare('Hvorfor', 'plan.why', 'x')),
      ]);
      const menu = pressed(card, 1);
      expect(menu).toMatchObject({ type: 'overflow', options: [{ text: { text: 'Utsett' } }, {}] });
      expect(readPressed({ ...menu, selected_option: menu.options?.[0] })).toEqual({
        verb: 'plan.later',
        data: { activity: 'abcdefghijklmnop', own: '7 d&g' },
        withInputs: true,
      });
      const wide = aCard([buttons(rare('Utsett', 'plan.later', 'x'.repeat(80)), rare('Hvorfor', 'plan.why', 'y'))]);
      expect(blocksOf(wide)).toMatchObject([{ elements: [{ type: 'button' }, { type: 'button' }] }]);
    });

    it('or is refused when what they carry is longer than Slack takes: ids are never cut', () => {
      const card = aCard([buttons(execute('For langt', 'v', { data: { id: 'x'.repeat(2000) } }))]);
      expect(() => toMessage(card, workspace)).toThrow(NotForSlack);
    });
  });

  describe('has fields', () => {
    const choices = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ title: `Valg ${n}`, value: `v${n}` }));
    const set = (count: number, more: object) => ({
      type: 'Input.ChoiceSet',
      id: 'valg',
      label: 'Velg',
      choices: choices(count),
      ...more,
    });
    const element = (input: unknown) => (blocksOf(aCard([input]))[0] as { element: Record<string, unknown> }).element;

    it.each([
      ['ten to choose one from', set(10, { style: 'expanded', value: 'v3' }), 'radio_buttons', 'initial_option'],
      ['eleven to choose one from', set(11, { style: 'expanded', value: 'v3' }), 'static_select', 'initial_option'],
      ['a compact choice', set(2, { style: 'compact', value: 'v1' }), 'static_select', 'initial_option'],
      [
        'ten to choose several from',
        set(10, { style: 'expanded', isMultiSelect: true, value: 'v1,v3' }),
        'checkboxes',
        'initial_options',
      ],
      [
        'eleven to choose several from',
        set(11, { style: 'expanded', isMultiSelect: true, value: 'v1' }),
        'multi_static_select',
        'initial_options',
      ],
      ['a day', { type: 'Input.Date', id: 'd', label: 'Dag', value: '2026-03-02' }, 'datepicker', 'initial_date'],
      [
        'a text',
        { type: 'Input.Text', id: 't', label: 'Tekst', value: 'Hei', isMultiline: true },
        'plain_text_input',
        'initial_value',
      ],
    ])('%s', (_, input, type, initial) => {
      expect(element(input)).toMatchObject({ type });
      expect(element(input)).toHaveProperty(initial);
    });

    it('with more than a hundred choices in groups, and none beforehand that is not offered', () => {
      const made = element(set(250, { value: 'finnes-ikke' }));
      expect(made).toMatchObject({ option_groups: [{ label: { text: '1–100' } }, {}, { label: { text: '201–250' } }] });
      expect(made).not.toHaveProperty('initial_option');
    });

    it('without a day beforehand that is no day', () => {
      expect(element({ type: 'Input.Date', id: 'd', label: 'Dag', value: '2026-02-31' })).not.toHaveProperty(
        'initial_date',
      );
    });
  });

  describe('that is too long', () => {
    it('says how much is left out, and keeps its last buttons', () => {
      const body = [...Array.from({ length: 80 }, (_, n) => text(`Rad ${n}`)), buttons(execute('Vis neste'))];
      const blocks = blocksOf(aCard(body));
      expect(blocks.length).toBeLessThanOrEqual(50);
      expect(readable(blocks).slice(-2)).toEqual([
        '32 avsnitt er utelatt. Slack viser ikke mer enn dette på én gang.',
        'Vis neste',
      ]);
      expect(readable(blocks)[0]).toBe('Rad 0');
    });

    it('loses its lines between before it loses words', () => {
      const body = Array.from({ length: 45 }, (_, n) => text(`Rad ${n}`, { separator: true }));
      expect(readable(blocksOf(aCard(body)))).toHaveLength(45);
    });

    it('in characters is cut, too: Slack counts them all together', () => {
      const blocks = blocksOf(aCard(Array.from({ length: 10 }, (_, n) => text(`${n} ${'ord '.repeat(600)}`))));
      expect(blocksTooLong(blocks as never)).toBe(false);
      expect(readable(blocks).at(-1)).toContain('er utelatt');
    });

    it('with more fields than fit is refused instead', () => {
      const body = Array.from({ length: 60 }, (_, n) => ({ type: 'Input.Text', id: `t${n}`, label: 'Tekst' }));
      expect(() => toMessage(aCard(body), workspace)).toThrow(NotForSlack);
    });
  });
});

describe('A form in Slack', () => {
  const form = aCard(
    [
      text('Ny avstemning', { style: 'heading' }),
      { type: 'Input.Text', id: 'q', label: 'Spørsmål' },
      buttons(
        execute('Se hvordan avstemningen blir', 'poll.preview', { style: 'positive', data: { poll: 'p1' } }),
        execute('Forkast', 'poll.discard', { associatedInputs: 'none' }),
      ),
    ],
    { title: 'Ny avstemning' },
  );

  it('is a window: the title once, the main button at its foot, the other inside', () => {
    const view = toModal(form, from, workspace);
    expect(view).toMatchObject({ title: { text: 'Ny avstemning' }, submit: { text: 'Se hvordan avstemningen…' } });
    expect(readable(view.blocks)).toEqual(['Spørsmål', 'Forkast']);
    expect(JSON.parse(view.private_metadata ?? '')).toEqual({
      from,
      send: { verb: 'poll.preview', data: { poll: 'p1' } },
    });
  });

  it('without a field has no foot, unless one button is the main one', () => {
    expect(toModal(aCard([text('Takk'), buttons(execute('Angre'))]), from, workspace)).not.toHaveProperty('submit');
    const preview = aCard([text('Slik blir den'), buttons(execute('Legg ut', 'poll.post', { style: 'positive' }))]);
    expect(toModal(preview, from, workspace)).toMatchObject({ submit: { text: 'Legg ut' } });
  });
});

// What people might write to break out of a text.
const nasty = fc.constantFrom(
  '<!channel>',
  '<!here|@here> @everyone',
  '<!subteam^S1|@alle>',
  '<@U1KARI>',
  '<https://ond.example.org|Klar>',
  '<mailto:a@b.c|x>',
  '&lt;!channel&gt;',
  '*fet* _skrå_ ~strøket~ `kode` ```blokk```',
  '> sitat\n• liste',
  ':tada: :skull:',
  '   ',
  '\u200B',
  `${'lang '.repeat(900)}<!channel>`,
  '👩‍👩‍👧‍👦'.repeat(300),
);
const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 120 }), nasty);
const shortWords = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 75 }),
  fc.constantFrom('<!channel>', '<@U1KARI>', ' '),
);
const titled = shortWords.filter((t) => t.length <= 75);
const id = fc.string({ unit: fc.constantFrom(...'abcdefghij-_.0123'), minLength: 1, maxLength: 24 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const clean = (value: object) => JSON.parse(JSON.stringify(value)) as object;
const spacing = maybe(fc.constantFrom('None', 'Small', 'Default', 'Large'));
const textBlock = fc
  .record({
    type: fc.constant('TextBlock'),
    text: words,
    spacing,
    separator: maybe(fc.boolean()),
    weight: maybe(fc.constantFrom('Bolder', 'Default')),
    isSubtle: maybe(fc.boolean()),
    style: maybe(fc.constantFrom('heading', 'default')),
    id: maybe(fc.constantFrom('mentions', 'noe')),
  })
  .map(clean);
const action = fc.oneof(
  fc
    .record({
      type: fc.constant('Action.Execute'),
      title: titled,
      verb: id,
      data: maybe(fc.dictionary(id, id, { maxKeys: 3 })),
      style: maybe(fc.constantFrom('default', 'positive', 'destructive')),
      mode: maybe(fc.constantFrom('primary', 'secondary')),
      associatedInputs: maybe(fc.constantFrom('auto', 'none')),
    })
    .map(clean),
  titled.map((title) => ({ type: 'Action.OpenUrl', title, url: 'https://klar.example.org/' })),
);
const actionSet = fc.record({
  type: fc.constant('ActionSet'),
  actions: fc.array(action, { minLength: 1, maxLength: 6 }),
});
const factSet = fc.record({
  type: fc.constant('FactSet'),
  facts: fc.array(fc.record({ title: words, value: words }), { minLength: 1, maxLength: 4 }),
});
const common = {
  id,
  label: fc.oneof(shortWords, nasty).filter((t) => t.length > 0 && t.length < 200),
  isRequired: maybe(fc.boolean()),
};
const input = fc
  .oneof(
    fc.record({
      type: fc.constant('Input.Text'),
      ...common,
      value: maybe(fc.string({ maxLength: 300 })),
      placeholder: maybe(words),
      isMultiline: maybe(fc.boolean()),
      maxLength: maybe(fc.integer({ min: 1, max: 9000 })),
    }),
    fc.record({
      type: fc.constant('Input.ChoiceSet'),
      ...common,
      choices: fc.uniqueArray(fc.record({ title: shortWords, value: id }), {
        minLength: 1,
        maxLength: 12,
        selector: (c) => c.value,
      }),
      value: maybe(id),
      style: maybe(fc.constantFrom('compact', 'expanded')),
      isMultiSelect: maybe(fc.boolean()),
      placeholder: maybe(words),
    }),
    fc.record({
      type: fc.constant('Input.Date'),
      ...common,
      value: maybe(fc.constantFrom('2026-03-02', 'i morgen', '')),
    }),
  )
  .map(clean);
const simple = fc.oneof({ arbitrary: textBlock, weight: 5 }, { arbitrary: actionSet, weight: 2 }, factSet);
const columnSet = fc.record({
  type: fc.constant('ColumnSet'),
  separator: fc.boolean(),
  columns: fc.array(fc.record({ type: fc.constant('Column'), items: fc.array(simple, { maxLength: 2 }) }), {
    minLength: 1,
    maxLength: 2,
  }),
});
const container = fc.record({
  type: fc.constant('Container'),
  separator: fc.boolean(),
  items: fc.array(fc.oneof(simple, columnSet), { maxLength: 4 }),
});
const anyCard = fc
  .record({
    texts: fc.array(fc.oneof({ arbitrary: simple, weight: 4 }, columnSet, container), { minLength: 1, maxLength: 14 }),
    inputs: fc.array(input, { maxLength: 4 }),
    actions: fc.array(action, { maxLength: 4 }),
    summary: words,
    title: maybe(words),
  })
  .map(({ texts, inputs, actions, summary, title }) =>
    aCard([...texts, ...inputs], {
      actions,
      summary,
      ...(title ? { title } : {}),
      mentions: [{ name: '<!here>', accounts: [{ surface: 'slack', workspace, user: 'U1KARI', address: {} }] }],
    }),
  );

/** Everything in blocks that Slack would read as more than letters. */
function* markup(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const each of value) yield* markup(each);
  else if (typeof value === 'object' && value !== null) {
    const { type } = value as { type?: unknown };
    if (['mrkdwn', 'link', 'broadcast', 'usergroup', 'channel', 'emoji', 'markdown'].includes(String(type)))
      yield String(type);
    if (type === 'user' && (value as { user_id?: unknown }).user_id !== 'U1KARI') yield 'user';
    for (const each of Object.values(value)) yield* markup(each);
  }
}

describe('Whatever people write', () => {
  it('a card becomes a message that Slack takes, and nothing in it is a mention, a link or a notice to the channel', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const message = toMessage(card, workspace);
        expect(validateBlocks(message.blocks, 'message')).toEqual([]);
        expect(blocksTooLong(message.blocks as never)).toBe(false);
        expect([...markup(message.blocks)]).toEqual([]);
        expect(message.text).not.toMatch(/[<>]/);
        expect(message.text.trim()).not.toBe('');
        expect(message).toMatchObject({ link_names: false, parse: 'none', unfurl_links: false, unfurl_media: false });
      }),
      { numRuns: 500 },
    );
  });

  it('the same card becomes a window and a Home that Slack takes', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const view = toModal(card, from, workspace);
        expect(validateView(view, 'modal')).toEqual([]);
        expect([...markup(view)]).toEqual([]);
        expect(validateView(toHome(card, workspace), 'home')).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('every word of a card that fits is there', () => {
    const wordy = fc.array(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }).filter((t) => t.trim() !== ''),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(wordy, (texts) => {
        const shown = said(aCard(texts.map((t) => text(t))));
        for (const t of texts) expect(shown).toContain(t);
      }),
    );
  });

  it('what Klar checks before it sends agrees with what Slack refuses', () => {
    const bad = [
      { type: 'header', block_id: 'a', text: { type: 'plain_text', text: 'x'.repeat(151) } },
      { type: 'actions', block_id: 'b', elements: [] },
      { type: 'context', block_id: 'c', elements: [{ type: 'plain_text', text: '' }] },
      { type: 'section', block_id: 'd', text: { type: 'plain_text', text: 'x'.repeat(3001) } },
    ];
    for (const block of bad) {
      expect(validateBlocks([block], 'message')).not.toEqual([]);
      expect(problemsOf([block], 'message')).not.toEqual([]);
    }
    expect(
      problemsOf(
        [
          { type: 'divider', block_id: 'a' },
          { type: 'divider', block_id: 'a' },
        ],
        'message',
      ),
    ).not.toEqual([]);
  });
});
