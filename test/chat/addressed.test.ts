import { describe, expect, test } from 'vitest';
import type { Element } from '#card/card.ts';
import { addressed } from '#chat/addressed.ts';
import { linkedCard } from '../linked-feature.ts';

const link = `klar:${'t'.repeat(43)}/plan.png`;
const there = { address: (of: string, at: string) => `https://k.example.org/${at}/${of.length}` };
const nowhere = { address: () => undefined };
const picture = (more: Partial<Element & { type: 'Image' }> = {}): Element => ({
  type: 'Image',
  url: link,
  altText: 'To er forsinket',
  ...more,
});
const open = (url = link) => ({ type: 'Action.OpenUrl' as const, title: 'Åpne', url });
const press = { type: 'Action.Execute' as const, title: 'Sett', verb: 'plan.seen' };
const sentence = expect.stringContaining('ingen adresse');

describe('A card with links, where readers have an address', () => {
  test('gets it in pictures, in what they open, in buttons, and written out', () => {
    const card = linkedCard(
      [
        { type: 'Container', items: [picture({ selectAction: open() })] },
        { type: 'ColumnSet', columns: [{ type: 'Column', items: [{ type: 'ActionSet', actions: [open(), press] }] }] },
        { type: 'TextBlock', text: link },
      ],
      [open()],
    );
    const made = JSON.stringify(addressed(card, there).content);
    expect(made).not.toContain('klar:');
    expect(made.match(/example\.org\/(picture|button|text)/gu)).toHaveLength(5);
    expect(made).not.toContain('ingen adresse');
  });

  test('keeps all that is not a link of Klar’s', () => {
    const body: Element[] = [
      { type: 'TextBlock', text: `Se ${link}` },
      { type: 'Input.Text', id: 'a', label: 'A', value: link },
      picture({ url: 'https://example.org/a.png' }),
    ];
    const card = linkedCard(body, [open('https://example.org/'), press]);
    expect(addressed(card, there)).toEqual(card);
    expect(addressed(card, nowhere)).toEqual(card);
  });
});

describe('A card with links, where readers have no address', () => {
  test('says in words what a picture shows, without a word about an address when nothing else is lost', () => {
    const { content } = addressed(linkedCard([picture({ spacing: 'Large' })]), nowhere);
    expect(content.body).toEqual([
      { type: 'TextBlock', text: 'To er forsinket', wrap: true, isSubtle: true, spacing: 'Large' },
    ]);
  });

  test('loses the buttons that lead there and keeps the others, and says once why', () => {
    const card = linkedCard(
      [
        { type: 'TextBlock', text: 'Planen' },
        { type: 'ActionSet', actions: [open()] },
        { type: 'ActionSet', actions: [open(), press] },
      ],
      [open()],
    );
    const { content } = addressed(card, nowhere);
    expect(content.actions).toBeUndefined();
    expect(content.body).toEqual([
      { type: 'TextBlock', text: 'Planen' },
      { type: 'ActionSet', actions: [press] },
      { type: 'TextBlock', text: sentence, wrap: true, isSubtle: true },
    ]);
  });

  test('says so where an address was to be copied', () => {
    const { content } = addressed(linkedCard([{ type: 'TextBlock', text: link }]), nowhere);
    expect(content.body).toEqual([{ type: 'TextBlock', text: sentence, wrap: true }]);
  });
});
