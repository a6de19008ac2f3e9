import { describe, expect, it } from 'vitest';
import { type Dict, isDict } from './types.ts';
import { blocksTooLong, type Surface, validateBlocks } from './validate-blocks.ts';
import { validateView } from './validate-view.ts';

const plain = (text: string): Dict => ({ type: 'plain_text', text });
const mrkdwn = (text: string): Dict => ({ type: 'mrkdwn', text });
const section = (text: string, more: Dict = {}): Dict => ({ type: 'section', text: mrkdwn(text), ...more });
const button = (more: Dict = {}): Dict => ({ type: 'button', action_id: 'go', text: plain('Gå'), ...more });
const options = (count: number, more: Dict = {}): Dict[] =>
  Array.from({ length: count }, (_, index) => ({ text: plain(`Valg ${index}`), value: `v${index}`, ...more }));
const actions = (...elements: Dict[]): Dict => ({ type: 'actions', elements });
const input = (element: Dict, more: Dict = {}): Dict => ({ type: 'input', label: plain('Felt'), element, ...more });
const times = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);

describe('Block Kit limits', () => {
  const taken: [string, Dict[], Surface][] = [
    ['50 blocks in a message', times(50, section('a')), 'message'],
    ['100 blocks in a modal', times(100, section('a')), 'modal'],
    ['a section of 3000 characters', [section('a'.repeat(3000))], 'message'],
    ['a header of 150 characters', [{ type: 'header', text: plain('a'.repeat(150)) }], 'home'],
    ['25 elements in a row', [actions(...times(25, { ...button(), action_id: undefined }))], 'message'],
    ['10 radios', [actions({ type: 'radio_buttons', options: options(10) })], 'message'],
    ['100 options in a select', [actions({ type: 'static_select', options: options(100) })], 'message'],
    ['a text field in a message', [input({ type: 'plain_text_input', max_length: 3000 })], 'message'],
    ['a file field in a modal', [input({ type: 'file_input', filetypes: ['csv'], max_files: 1 })], 'modal'],
    ['a table', [{ type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] }], 'message'],
  ];
  it.each(taken)('take %s', (_, blocks, surface) => {
    expect(validateBlocks(blocks, surface)).toEqual([]);
  });

  const refused: [string, unknown, Surface, string, RegExp][] = [
    ['51 blocks in a message', times(51, section('a')), 'message', '/blocks', /50 items/],
    ['101 blocks in a home', times(101, section('a')), 'home', '/blocks', /100 items/],
    ['a section of 3001 characters', [section('a'.repeat(3001))], 'message', '/blocks/0/text/text', /3001/],
    ['an empty section', [section('')], 'message', '/blocks/0/text/text', /more than 0/],
    ['a section with nothing', [{ type: 'section' }], 'message', '/blocks/0', /text or fields/],
    ['11 fields', [{ type: 'section', fields: times(11, plain('a')) }], 'message', '/blocks/0/fields', /10/],
    ['a header in mrkdwn', [{ type: 'header', text: mrkdwn('a') }], 'message', '/blocks/0/text/type', /unsupported/],
    ['a header of 151', [{ type: 'header', text: plain('a'.repeat(151)) }], 'message', '/blocks/0/text/text', /151/],
    [
      '26 buttons',
      [actions(...times(26, { ...button(), action_id: undefined }))],
      'message',
      '/blocks/0/elements',
      /25/,
    ],
    ['a button named twice', [actions(button(), button())], 'message', '/blocks/0/elements/1/action_id', /exists/],
    [
      'a button in mrkdwn',
      [actions(button({ text: mrkdwn('a') }))],
      'message',
      '/blocks/0/elements/0/text/type',
      /mrkdwn/,
    ],
    [
      'a style of its own',
      [actions(button({ style: 'positive' }))],
      'message',
      '/blocks/0/elements/0/style',
      /primary/,
    ],
    [
      'a value of 2001',
      [actions(button({ value: 'a'.repeat(2001) }))],
      'message',
      '/blocks/0/elements/0/value',
      /2001/,
    ],
    [
      '11 radios',
      [actions({ type: 'radio_buttons', options: options(11) })],
      'message',
      '/blocks/0/elements/0/options',
      /10/,
    ],
    [
      'an option of 76 characters',
      [actions({ type: 'checkboxes', options: options(1, { text: plain('a'.repeat(76)) }) })],
      'message',
      '/blocks/0/elements/0/options/0/text/text',
      /76/,
    ],
    [
      'a choice beforehand that is not offered',
      [actions({ type: 'static_select', options: options(2), initial_option: { text: plain('x'), value: 'x' } })],
      'message',
      '/blocks/0/elements/0/initial_option',
      /one of the options/,
    ],
    [
      '11 things in a context',
      [{ type: 'context', elements: times(11, plain('a')) }],
      'message',
      '/blocks/0/elements',
      /10/,
    ],
    [
      'a block named twice',
      [section('a', { block_id: 'b' }), section('a', { block_id: 'b' })],
      'message',
      '/blocks/1/block_id',
      /exists/,
    ],
    ['a property Slack does not know', [section('a', { colour: 'red' })], 'message', '/blocks/0', /colour/],
    ['a file field in a message', [input({ type: 'file_input' })], 'message', '/blocks/0/element', /modals only/],
    ['a button in an input', [input(button())], 'modal', '/blocks/0/element/type', /in input/],
    ['markdown in a modal', [{ type: 'markdown', text: 'a' }], 'modal', '/blocks/0', /on modal/],
    [
      'two tables',
      times(2, { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] }),
      'message',
      '/blocks',
      /one table/,
    ],
    [
      'an image of a file that is not there',
      [{ type: 'image', alt_text: 'a', slack_file: { id: 'F1' } }],
      'message',
      '/blocks/0/slack_file',
      /invalid/,
    ],
    ['something that is no list', { type: 'section' }, 'message', '/blocks', /array/],
  ];
  it.each(refused)('refuse %s', (_, blocks, surface, pointer, message) => {
    const problems = validateBlocks(blocks, surface);
    expect(problems.map((problem) => problem.pointer)).toContain(pointer);
    expect(problems.find((problem) => problem.pointer === pointer)?.message).toMatch(message);
  });

  it('hold a whole message to about 13 200 characters, of which each block costs some', () => {
    const of = (count: number, length: number) => times(count, section('a'.repeat(length)));
    expect(blocksTooLong(of(5, 2500))).toBe(false);
    expect(blocksTooLong(of(5, 2700))).toBe(true);
    // Both measured by users: see `blockOverhead` in limits.ts.
    expect(blocksTooLong(of(50, Math.floor(9597 / 50)))).toBe(false);
    expect(blocksTooLong(of(45, Math.ceil(11_341 / 45)))).toBe(true);
  });
});

describe('Limits of views', () => {
  const modal: Dict = { type: 'modal', title: plain('Skjema'), submit: plain('Lagre'), blocks: [section('a')] };

  it('take a modal and a home', () => {
    expect(validateView(modal, 'modal')).toEqual([]);
    expect(validateView({ type: 'home', blocks: [section('a')] }, 'home')).toEqual([]);
  });

  const refused: [string, Dict, 'modal' | 'home', string][] = [
    ['a title of 25 characters', { ...modal, title: plain('a'.repeat(25)) }, 'modal', '/view/title/text'],
    ['no title', { ...modal, title: undefined }, 'modal', '/view/title'],
    ['private_metadata of 3001', { ...modal, private_metadata: 'a'.repeat(3001) }, 'modal', '/view/private_metadata'],
    [
      'inputs without submit',
      { type: 'modal', title: plain('a'), blocks: [input({ type: 'plain_text_input' })] },
      'modal',
      '/view/submit',
    ],
    ['a home with a title', { type: 'home', title: plain('a'), blocks: [] }, 'home', '/view'],
    ['a modal published as home', { ...modal }, 'home', '/view/type'],
  ];
  it.each(refused)('refuse %s', (_, view, type, pointer) => {
    expect(isDict(view)).toBe(true);
    expect(validateView(view, type).map((problem) => problem.pointer)).toContain(pointer);
  });
});
