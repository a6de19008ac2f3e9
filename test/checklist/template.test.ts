import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { item } from '#checklist/checklist.ts';
import { startTemplate } from '#checklist/template/start.ts';
import { templates } from '#checklist/template/template.ts';

describe.each(templates.map((t) => [t.id, t] as const))('the template %s', (_, { name, items }) => {
  test('has a name and whole sentences in every language', () => {
    for (const tongue of ['nb', 'sv', 'en'] as const) {
      expect(name[tongue]).not.toBe('');
      for (const one of items) {
        expect(one.area[tongue]).toMatch(/^\p{Lu}.*[^.]$/u);
        expect(one.text[tongue]).toMatch(/^\p{Lu}.{20,120}\.$/u);
      }
    }
  });
  test('names each point once', () => {
    expect(items.map((one) => item.parse(one))).toEqual(items);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    // The ids go into buttons with commas between, and into the names of inputs.
    for (const { id } of items) expect(id).toMatch(/^[\da-z-]+$/u);
  });
});

test('the start template has fifteen points, of which three are optional', () => {
  expect(startTemplate.items.map(({ id }) => id)).toEqual(Array.from({ length: 15 }, (_, i) => String(i + 1)));
  expect(startTemplate.items.filter(({ optional }) => optional).map(({ id }) => id)).toEqual(['9', '12', '15']);
});

const source = fileURLToPath(new URL('../../../shared/seeds/checklista-inforande.csv', import.meta.url));
const there = existsSync(source);
if (!there)
  console.log('Left out: the start template beside ../shared/seeds/checklista-inforande.csv, which is not here.');

test.runIf(there)(
  'has a point for each row of its source, and is optional where that says where possible or where needed',
  () => {
    const rows = parse<Record<string, string>>(readFileSync(source, 'utf8'), { columns: true });
    expect(startTemplate.items.map(({ id, optional }) => ({ id, optional }))).toEqual(
      rows.map((row) => ({ id: row.Nr, optional: /om möjligt|vid behov/u.test(row.Villkor ?? '') })),
    );
  },
);
