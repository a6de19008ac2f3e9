import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CardContent, cardContent } from '#card/card.ts';
import { fillCard, templateNames } from '#card/fill.ts';
import { actionsOf } from '../card-parts.ts';
import { sampleData } from './sample-data.ts';

const about = { summary: 'Sammendrag', language: 'nb' } as const;
const file = (name: string) => readFileSync(new URL(`../../cards/${name}.json`, import.meta.url), 'utf8');
const full = (name: string, text = 'Tekst', times = 2) => fillCard(name, sampleData(name, { text, times }), about);

const schemaFile = new URL('../../../shared/schemas/adaptive-card-1.5.0.schema.json', import.meta.url);
const schema = existsSync(schemaFile) ? adaptiveCardSchema() : undefined;
if (!schema)
  console.log('Left out: cards against the schema of Adaptive Cards 1.5, which is not here (../shared/schemas).');

function adaptiveCardSchema(): ValidateFunction {
  // An old dialect that names itself by `id`: see the README beside it.
  const { $schema: _, id, ...rest } = JSON.parse(readFileSync(schemaFile, 'utf8'));
  const ajv = new Ajv({ strict: false, validateSchema: false, allErrors: true });
  formats.default(ajv);
  return ajv.compile({ ...rest, $id: id });
}

/** All texts of a value, however deep. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(textsIn)
      : [];

/** Each way of leaving one name out of some data, with its path. */
function* leavingOut(data: unknown, path = ''): Generator<{ path: string; data: unknown }> {
  if (data === null || typeof data !== 'object') return;
  if (Array.isArray(data)) {
    for (const [i, one] of data.entries()) {
      for (const less of leavingOut(one, `${path}[]`)) yield { path: less.path, data: data.with(i, less.data) };
    }
    return;
  }
  for (const [name, value] of Object.entries(data)) {
    const { [name]: _, ...rest } = data as Record<string, unknown>;
    yield { path: `${path}.${name}`, data: rest };
    // What is inside a ready-made action, its ids or a choice is not the template's.
    if (value?.action || value?.id === '1') continue;
    if (Array.isArray(value) && value.some((one) => one?.type === 'Action.Execute' || 'value' in Object(one))) continue;
    for (const less of leavingOut(value, `${path}.${name}`))
      yield { path: less.path, data: { ...rest, [name]: less.data } };
  }
}

test('there are templates, each in the folder of its feature', () => {
  expect(templateNames().length).toBeGreaterThan(20);
  for (const name of templateNames()) expect(name).toMatch(/^[a-z]+\/[a-z-]+$/u);
});

describe.each(templateNames())('the template %s', (name) => {
  test('is JSON, of version 1.5, made of permitted elements with everything and with nothing in it', () => {
    expect(JSON.parse(file(name))).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
    const card = full(name);
    expect(card.content).toMatchObject({ version: '1.5', lang: 'nb' });
    expect(card).toMatchObject(about);
  });

  test.runIf(schema)('is an Adaptive Card by the published schema', () => {
    for (const times of [1, 3]) {
      schema?.(structuredClone(full(name, 'Tekst', times).content));
      expect(schema?.errors ?? []).toEqual([]);
    }
  });

  test('gives every button the fallback that older clients need, with the same verb and ids', () => {
    const { content } = full(name);
    const buttons = [...actionsOf(full(name)), ...(content.refresh ? [content.refresh.action] : [])];
    for (const button of buttons) {
      if (button.type !== 'Action.Execute') continue;
      expect(button.fallback).toMatchObject({
        type: 'Action.Submit',
        title: button.title,
        data: { ...button.data, verb: button.verb },
      });
    }
    const all = JSON.stringify(content);
    expect(all.match(/"Action\.Submit"/gu)?.length ?? 0).toBe(all.match(/"Action\.Execute"/gu)?.length ?? 0);
  });

  test('cannot be filled when anything that it names is missing', () => {
    const tried = [sampleData(name, { text: 'Tekst', times: 2 }), sampleData(name, { text: '', times: 1 })];
    const refused = new Map<string, boolean>();
    for (const data of tried) {
      for (const less of leavingOut(data)) {
        let threw = false;
        try {
          fillCard(name, less.data as object, about);
        } catch {
          threw = true;
        }
        refused.set(less.path, threw || refused.get(less.path) === true);
      }
    }
    expect([...refused].filter(([, threw]) => !threw).map(([path]) => path)).toEqual([]);
  });

  test("shows people's text as they wrote it, whatever markup or template is in it", () => {
    const plain = textsIn(full(name).content);
    const shows = (text: string) => {
      expect(textsIn(full(name, text).content)).toEqual(plain.map((shown) => shown.replaceAll('Tekst', () => text)));
    };
    shows('${x} ${title} <at>Alle</at> **fet** [a](b) "q"');
    shows("{{DATE(x)}} \\ ` ${count(actions)} '${$root}'");
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((t) => t.trim() === t && t.length <= 60);
    fc.assert(fc.property(text, shows), { numRuns: 15 });
  });
});

describe('filling', () => {
  const message = (more: object) => ({ title: 'Hei', text: '', actions: [], ...more });
  const button = { type: 'Action.Execute', title: 'Gå', verb: 'a.b' };

  test('refuses what is not permitted, naming the card', () => {
    for (const actions of [
      [{ type: 'Action.Submit', title: 'x' }],
      [{ ...button, title: '' }],
      [{ ...button, title: 'x'.repeat(76) }],
      [{ ...button, data: { id: 1 } }],
      [{ ...button, verb: '' }],
      [{ type: 'Action.OpenUrl', title: 'x', url: 'here' }],
      [{ type: 'Action.OpenUrl', title: 'x', url: 'javascript:alert(1)' }],
    ]) {
      expect(() => fillCard('people/message', message({ actions }), about)).toThrow(/people\/message/u);
    }
  });

  test('takes a picture of Klar’s own with words, and no other', () => {
    const card = (picture: object) =>
      cardContent.safeParse({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Image', ...picture }] }).success;
    const url = `klar:${'a'.repeat(43)}/plan.png`;
    expect(card({ url, altText: 'To er forsinket', size: 'Stretch' })).toBe(true);
    expect(card({ url })).toBe(false);
    expect(card({ url, altText: '' })).toBe(false);
    expect(card({ url, altText: 'x'.repeat(2001) })).toBe(false);
    expect(card({ url: 'data:image/png;base64,AA==', altText: 'x' })).toBe(false);
    expect(card({ url: 'http://klar.example.org/a.png', altText: 'x' })).toBe(false);
  });

  test('says which name is missing', () => {
    expect(() => fillCard('people/message', { title: 'x', text: '' }, about)).toThrow(
      'people/message: nothing was given for actions',
    );
    expect(() => fillCard('people/message', { text: '', actions: [] }, about)).toThrow(
      'nothing was given for ${title}',
    );
    expect(() => fillCard('people/nothing', {}, about)).toThrow();
  });

  test('never changes the data, nor the template for the next one', () => {
    const data = message({ title: '${a}', actions: [button] });
    const before = structuredClone(data);
    const first = fillCard('people/message', data, about);
    expect(data).toEqual(before);
    expect(fillCard('people/message', data, about)).toEqual(first);
  });

  test('leaves the buttons as they were beside their fallback, and the inputs that they need not', () => {
    const given = { ...button, style: 'positive', associatedInputs: 'none', data: { id: '1' }, tooltip: 'Mer' };
    const { body } = fillCard('people/message', message({ actions: [given] }), about).content as CardContent;
    expect(body.at(-1)).toMatchObject({
      actions: [
        {
          ...given,
          fallback: { type: 'Action.Submit', title: 'Gå', data: { id: '1', verb: 'a.b' }, associatedInputs: 'none' },
        },
      ],
    });
  });
});
