import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '#card/card.ts';
import { DrawnOnce, type OwnTexts } from '#card/drawn-once.ts';

const cardOf = (title: string, own: OwnTexts): Card => ({
  content: {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text: title },
      { type: 'Container', items: [{ type: 'TextBlock', text: own.contacts ?? '' }] },
      {
        type: 'ActionSet',
        actions: [{ type: 'Action.Execute', title: 'Ferdig', verb: 'done', data: { units: own.units ?? '' } }],
      },
    ],
  },
  summary: title,
  language: 'nb',
});

describe('a card that is drawn once', () => {
  test('is for each reader what it would be if it were drawn for them', () => {
    const texts = fc.record({ units: fc.string(), contacts: fc.string() });
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 5 }), fc.string(), (readers, title) => {
        const cards = new DrawnOnce();
        const subject = { title };
        for (const own of readers) {
          const found = cards.for(subject, { from: [], key: '', own }, (signs) => cardOf(title, signs));
          expect(found).toEqual(cardOf(title, own));
        }
      }),
    );
  });

  test('is drawn for the first reader alone', () => {
    const cards = new DrawnOnce();
    const subject = {};
    let drawn = 0;
    const draw = (own: OwnTexts) => {
      drawn += 1;
      return cardOf('Kurs', own);
    };
    for (const units of ['a', 'b', 'c']) cards.for(subject, { from: [], key: 'nb', own: { units } }, draw);
    expect(drawn).toBe(1);
  });

  test('is drawn anew by another key, and when what it is drawn from is another', () => {
    const cards = new DrawnOnce();
    const subject = {};
    const [plan, later] = [{}, {}];
    const titled = (title: string, from: object, key: string) =>
      cards.for(subject, { from: [from], key, own: {} }, (own) => cardOf(title, own)).summary;
    expect(titled('Kurs', plan, 'nb')).toBe('Kurs');
    expect(titled('Kurs i Nordvik', plan, 'nb')).toBe('Kurs');
    expect(titled('Course', plan, 'en')).toBe('Course');
    expect(titled('Kurs i Nordvik', later, 'nb')).toBe('Kurs i Nordvik');
  });

  test('leaves what it was drawn from as it is, so that one reader never sees what is another’s', () => {
    const cards = new DrawnOnce();
    const subject = {};
    const first = cards.for(subject, { from: [], key: '', own: { units: 'a' } }, (own) => cardOf('Kurs', own));
    const second = cards.for(subject, { from: [], key: '', own: { units: 'b' } }, (own) => cardOf('Kurs', own));
    expect(JSON.stringify(first)).toContain('"a"');
    expect(JSON.stringify(first)).not.toContain('"b"');
    expect(JSON.stringify(second)).not.toContain('"a"');
  });
});
