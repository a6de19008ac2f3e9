import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sentences } from '#words/say.ts';

const folder = new URL('../../src/web/page/', import.meta.url);
const code = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(new URL(file, folder), 'utf8'))
  .join('\n');
const known = Object.entries(sentences).filter(([key]) => key.startsWith('rehearsal.page.'));

test('the page’s sentences have only blanks that the page can fill itself', () => {
  for (const [key, { nb, sv, en }] of known) {
    const blanks = [nb, sv, en].map((text) => [...text.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name).sort());
    expect(
      blanks[0]?.every((name) => /^\w+$/.test(name ?? '')),
      key,
    ).toBe(true);
    expect(blanks[1], key).toEqual(blanks[0]);
    expect(blanks[2], key).toEqual(blanks[0]);
  }
});

test('the page asks only for sentences that there are, and none is left over', () => {
  const names = known.map(([key]) => key.slice('rehearsal.page.'.length));
  const asked = [...code.matchAll(/\btext\('([a-z-]+)'/g)].map(([, key]) => key);
  expect(asked.length).toBeGreaterThan(20);
  for (const key of asked) expect(names).toContain(key);
  // `${step}-label` stands for three of them.
  const spelt = names.filter((name) => !/^(day|week|event)-label$/.test(name));
  for (const name of spelt) expect(code.includes(`'${name}'`) || /^(day|week|event)$/.test(name), name).toBe(true);
});
