import fc from 'fast-check';
import { addressed } from '#chat/addressed.ts';
import { aCard } from './a-card.ts';

/** The workspace of the one who is mentioned. */
export const workspace = 'T0PROSJEKT1';

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
const image = fc.record({
  type: fc.constant('Image'),
  url: fc.constantFrom('https://klar.example.org/l/t/plan.png', `klar:${'a'.repeat(43)}/plan.png`),
  altText: fc.oneof(words, fc.string({ maxLength: 2000 })).filter((t) => t.length > 0 && t.length <= 2000),
});
const simple = fc.oneof({ arbitrary: textBlock, weight: 5 }, { arbitrary: actionSet, weight: 2 }, factSet, image);
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
/** Any card of permitted elements, with texts that try to break out of their place. */
export const anyCard = fc
  .record({
    texts: fc.array(fc.oneof({ arbitrary: simple, weight: 4 }, columnSet, container), { minLength: 1, maxLength: 14 }),
    inputs: fc.array(input, { maxLength: 4 }),
    actions: fc.array(action, { maxLength: 4 }),
    summary: words,
    title: maybe(words),
  })
  .map(({ texts, inputs, actions, summary, title }) =>
    // As the surface makes them before they become blocks: a picture has an address, or is a file that was uploaded.
    addressed(
      aCard([...texts, ...inputs], {
        actions,
        summary,
        ...(title ? { title } : {}),
        mentions: [{ name: '<!here>', accounts: [{ surface: 'slack', workspace, user: 'U1KARI', address: {} }] }],
      }),
      { address: (link, at) => (at === 'picture' ? 'slack-file:F0PICTURE' : link) },
    ),
  );
