import { describe, expect, it } from 'vitest';
import type { Card } from '#card/card.ts';
import { NotForSlack, readPressed } from '#slack/button.ts';
import { problemsOf } from '#slack/check-blocks.ts';
import { toMessage } from '#slack/to-message.ts';
import { toModal } from '#slack/to-view.ts';
import { readable } from '../doubles/slack/readable.ts';
import { blocksTooLong, validateBlocks } from '../doubles/slack/validate-blocks.ts';
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

  it('keeps a label and those whom it names on one line', () => {
    const mentions = [
      { name: 'Kari', accounts: [{ surface: 'slack' as const, workspace, user: 'U1KARI', address: {} }] },
    ];
    const column = (item: unknown) => ({ type: 'Column', items: [item] });
    const names = {
      type: 'ColumnSet',
      spacing: 'Small',
      columns: [column(text('Kontakt:')), column(text('Kari', { id: 'mentions' }))],
    };
    expect(blocksOf(aCard([text('Ansvarlig: Solvik'), names], { mentions }))).toMatchObject([
      {
        elements: [
          {
            elements: [
              { text: 'Ansvarlig: Solvik' },
              { text: '\n' },
              { text: 'Kontakt: ' },
              { type: 'user', user_id: 'U1KARI' },
            ],
          },
        ],
      },
    ]);
  });

  it('has a picture by its address or by its uploaded file, with its words', () => {
    const picture = (url: string): Card => {
      const card = aCard([{ type: 'Image', url: 'https://klar.example.org/l/t/plan.png', altText: 'To er forsinket' }]);
      return { ...card, content: { ...card.content, body: [{ type: 'Image', url, altText: 'To er forsinket' }] } };
    };
    expect(blocksOf(picture('https://klar.example.org/l/t/plan.png'))).toMatchObject([
      { type: 'image', image_url: 'https://klar.example.org/l/t/plan.png', alt_text: 'To er forsinket' },
    ]);
    expect(blocksOf(picture('slack-file:F1'))).toMatchObject([{ type: 'image', slack_file: { id: 'F1' } }]);
    expect(() => blocksOf(picture('klar:never-made-ready'))).toThrow('image_url');
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

describe('What Klar checks before it sends', () => {
  it('agrees with what Slack refuses', () => {
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
