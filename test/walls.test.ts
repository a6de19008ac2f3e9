import { describe, expect, test } from 'vitest';
import { type Import, importsOf, sourceFiles } from './imports-of.ts';

/**
 * What each room of `src/` may import, and why (DESIGN section 3). `types` are of use to the compiler alone: they are
 * gone when Klar runs, and bind a room to a shape and to nothing else. Packages stand with the one room that knows them.
 */
const rooms: Record<string, { may?: string[]; types?: string[]; packages?: string[]; why: string }> = {
  calendar: {
    packages: ['zod', 'date-holidays', 'node:module'],
    why: 'dates stand on nothing of ours; holidays are loaded when first asked for',
  },
  words: {
    types: ['calendar', 'plan', 'table'],
    packages: ['intl-messageformat'],
    why: 'every sentence, and which sentence says which problem of a plan or a table',
  },
  table: {
    packages: ['csv-parse', 'fflate', 'saxen', 'ical.js', 'write-excel-file'],
    why: 'bytes to rows, and rows to bytes: CSV, workbooks (zipped XML), calendars, pasted text',
  },
  picture: {
    types: ['calendar'],
    packages: ['vega', 'vega-lite', '@resvg/resvg-js', 'node:fs', 'node:module'],
    why: 'data to SVG and PNG; the libraries that draw are loaded at the first picture, and the font is read from its package',
  },
  card: {
    types: ['calendar', 'people'],
    packages: ['zod', 'adaptivecards-templating', 'node:fs', 'node:url'],
    why: 'a card has a language and may mention accounts; templates are read from cards/',
  },
  clock: { packages: ['node-cron', 'node:os'], why: 'where the time comes from' },
  http: {
    may: ['words'],
    types: ['chat'],
    packages: ['express', 'prom-client', 'node:crypto', 'node:http'],
    why: 'the one server; of ours it knows the log, and the files behind links with what it says where there are none',
  },
  chat: {
    may: ['calendar', 'people', 'card', 'words'],
    types: ['store'],
    packages: ['zod', 'fastest-levenshtein', 'node:crypto', 'express'],
    why: 'the conversation that all surfaces share; it meets people and places, so it is handed a store; of express the type of a route',
  },
  delivery: {
    may: ['chat'],
    types: ['calendar', 'card', 'people', 'store'],
    why: 'the way out: it is handed surfaces and a store, and makes own chats as chat does',
  },
  store: {
    may: ['calendar', 'people', 'plan', 'poll', 'checklist', 'announcement', 'reminder'],
    packages: ['zod', 'lowdb', 'node:*'],
    why: "keeps the features' records, so it knows their schemas",
  },
  people: {
    may: ['calendar', 'words', 'card', 'chat'],
    types: ['store'],
    packages: ['zod'],
    why: 'a feature: see the walls inside features',
  },
  plan: {
    may: ['calendar', 'words', 'card', 'chat', 'table', 'picture', 'people'],
    types: ['store'],
    packages: ['zod'],
    why: 'a feature',
  },
  checklist: {
    may: ['calendar', 'words', 'card', 'chat', 'people', 'plan'],
    types: ['store'],
    packages: ['zod'],
    why: 'a feature',
  },
  poll: {
    may: ['calendar', 'words', 'card', 'chat', 'people', 'plan'],
    types: ['store'],
    packages: ['zod'],
    why: 'a feature',
  },
  announcement: {
    may: ['calendar', 'words', 'card', 'chat', 'table', 'people', 'plan'],
    types: ['store'],
    packages: ['zod'],
    why: 'a feature',
  },
  reminder: {
    may: ['calendar', 'words', 'card', 'chat', 'people', 'plan', 'checklist', 'poll'],
    types: ['store'],
    packages: ['zod'],
    why: 'a feature; the clock reminds of checklists and polls too, which stand before it in the order of features',
  },
  teams: {
    may: ['chat', 'words', 'config.ts'],
    types: ['calendar', 'card', 'people'],
    packages: ['zod', 'botbuilder', 'express', 'node:crypto', 'node:timers'],
    why: 'a surface; botbuilder is behind it alone; it refuses credentials with a ConfigError',
  },
  slack: {
    may: ['chat', 'words'],
    types: ['card', 'people', 'config.ts'],
    packages: ['zod', '@slack/bolt', 'express', 'node:crypto'],
    why: 'a surface; Bolt is behind it alone',
  },
  web: {
    may: ['calendar', 'words', 'chat'],
    types: ['card', 'people', 'store'],
    packages: ['zod', 'express', 'node:crypto', 'node:fs', 'node:module'],
    why: 'a surface without a platform behind it: its messages are kept in the store that it is handed',
  },
  rehearsal: {
    may: ['calendar', 'words', 'people', 'plan', 'reminder', 'poll', 'checklist', 'chat', 'table'],
    types: ['store', 'clock'],
    packages: ['zod', 'node:fs'],
    why: 'plays a programme: it seeds what features keep, and looks ahead with their rules',
  },
  cli: {
    may: ['calendar', 'words', 'people', 'plan', 'reminder', 'table', 'store', 'chat'],
    packages: ['zod', 'node:*'],
    why: "the operator's command: features' rules on files, and requests to a running Klar",
  },
  'log-to-stderr.ts': { types: ['chat'], packages: ['pino'], why: 'where the log goes' },
  'config.ts': { may: ['calendar'], packages: ['zod'], why: 'the environment' },
  'house.ts': {
    may: ['chat', 'clock', 'delivery'],
    types: ['people', 'store'],
    packages: ['node:crypto'],
    why: 'puts features, store, clock and surfaces together',
  },
};

/** They start Klar and may know everything. */
const doors = ['main.ts', 'mounting.ts', 'open-rehearsal.ts', 'cli.ts'];
const surfaces = ['teams', 'slack', 'web'];
/** A feature may import the features in the rows above its own. */
const order = [['people'], ['plan'], ['checklist', 'poll'], ['announcement'], ['gate'], ['reminder']];
const features = order.flat();

const files = [...sourceFiles()].filter(([file]) => !file.startsWith('web/page/') && !file.endsWith('.d.ts'));
const imports = files.flatMap(([file, text]) => importsOf(file, text));
const roomOf = (file: string) => file.split('/')[0] ?? file;
const said = ({ from, as }: Import) => `${from} imports ${as}`;
const those = (wrong: (one: Import) => boolean) => imports.filter(wrong).map(said);

/** The part of a feature that a file belongs to. Rules decide, a view shows, actions do. */
const layerOf = (file: string): 'rules' | 'view' | 'actions' => {
  const inRoom = file.split('/').slice(1).join('/');
  if (inRoom.startsWith('actions/') || inRoom === 'feature.ts') return 'actions';
  return /^view(-[a-z-]+)?\.ts$/u.test(inRoom) ? 'view' : 'rules';
};
const isFeature = (file: string) => features.includes(roomOf(file));
const rank = (file: string) => order.findIndex((row) => row.includes(roomOf(file)));

test('the walls are looked at: the files of all rooms are found, and their imports', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(imports.length).toBeGreaterThan(500);
  const text =
    "import a, { type B } from '#x/a.ts';\nimport type { C } from './c.ts';\nimport { type D, type E } from 'd/e';\n// import z from 'z'\nexport { f } from '@g/h/i';\nconst j = await import('../j.ts');\nimport 'k';";
  expect(importsOf('room/file.ts', text).map(({ to, typesOnly }) => [to, typesOnly])).toEqual([
    ['x/a.ts', false],
    ['room/c.ts', true],
    ['d', true],
    ['@g/h', false],
    ['j.ts', false],
    ['k', false],
  ]);
});

describe('each room', () => {
  test('has its row in the table, and the table has no row too many', () => {
    const there = new Set(files.map(([file]) => roomOf(file)).filter((room) => !doors.includes(room)));
    expect([...there].toSorted()).toEqual(Object.keys(rooms).toSorted());
  });

  test('imports only the rooms that it may', () => {
    expect(
      those(({ from, to, ours, typesOnly }) => {
        const [room, other] = [roomOf(from), roomOf(to)];
        if (!ours || room === other || doors.includes(room)) return false;
        const { may = [], types = [] } = rooms[room] ?? {};
        return !(may.includes(other) || (typesOnly && types.includes(other)));
      }),
    ).toEqual([]);
  });

  test('imports only the packages that it knows', () => {
    expect(
      those(({ from, to, ours }) => {
        if (ours || doors.includes(roomOf(from))) return false;
        const { packages = [] } = rooms[roomOf(from)] ?? {};
        return !packages.includes(to) && !(to.startsWith('node:') && packages.includes('node:*'));
      }),
    ).toEqual([]);
  });

  test('crosses to another by #, and stays inside by a dot', () => {
    expect(
      those(({ from, to, as, ours }) => {
        if (!ours || doors.includes(roomOf(from))) return false;
        return as.startsWith('#') === (roomOf(from) === roomOf(to)) && from.includes('/');
      }),
    ).toEqual([]);
  });

  test('names the file that it imports, with its ending, and the file is there', () => {
    const there = new Set(sourceFiles().keys());
    expect(those(({ to, ours }) => ours && !there.has(to))).toEqual([]);
  });
});

describe('inside features', () => {
  const inFeatures = (one: Import) => isFeature(one.from);

  test('rules import zod, the calendar, and rules of features before them: no port, no SDK, nothing of node', () => {
    expect(
      those((one) => {
        if (!inFeatures(one) || layerOf(one.from) !== 'rules') return false;
        if (!one.ours) return one.to !== 'zod';
        if (roomOf(one.to) === 'calendar') return false;
        return !isFeature(one.to) || layerOf(one.to) !== 'rules';
      }),
    ).toEqual([]);
  });

  test('a view imports words besides, and other views', () => {
    expect(
      those((one) => {
        if (!inFeatures(one) || layerOf(one.from) !== 'view') return false;
        if (!one.ours) return true;
        if (['calendar', 'words'].includes(roomOf(one.to))) return false;
        // A picture is data first: a view makes it, an action has it drawn.
        if (roomOf(one.to) === 'picture' && one.typesOnly) return false;
        return !isFeature(one.to) || layerOf(one.to) === 'actions';
      }),
    ).toEqual([]);
  });

  test('actions have the port of the store, and no store', () => {
    expect(
      those((one) => inFeatures(one) && roomOf(one.to) === 'store' && !(one.typesOnly && !one.to.includes('lowdb'))),
    ).toEqual([]);
  });

  test('people come before plan, plan before checklist and poll, those before gate, and all before reminder', () => {
    expect(
      those(
        ({ from, to }) => isFeature(from) && isFeature(to) && roomOf(from) !== roomOf(to) && rank(to) >= rank(from),
      ),
    ).toEqual([]);
  });

  test('time and chance come in as arguments: no rule or view asks the clock or throws dice', () => {
    const asking =
      /\bTemporal\.Now\b|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\brandomUUID\b|\bperformance\.now\b/u;
    const found = files.filter(([file, text]) => isFeature(file) && asking.test(text));
    expect(found.map(([file]) => file)).toEqual([]);
  });
});

describe('surfaces', () => {
  test('import of features only the types of people', () => {
    expect(
      those(
        ({ from, to, typesOnly }) =>
          surfaces.includes(roomOf(from)) &&
          isFeature(to) &&
          !(typesOnly && roomOf(to) === 'people' && layerOf(to) === 'rules'),
      ),
    ).toEqual([]);
  });

  test('are imported by what starts Klar alone, the page by its rehearsal, and not by each other', () => {
    expect(
      those(
        ({ from, to, ours }) =>
          ours &&
          surfaces.includes(roomOf(to)) &&
          roomOf(from) !== roomOf(to) &&
          from !== (roomOf(to) === 'web' ? 'open-rehearsal.ts' : 'main.ts'),
      ),
    ).toEqual([]);
  });

  test('have their SDK to themselves', () => {
    const sdk: Record<string, string> = {
      botbuilder: 'teams',
      '@slack/bolt': 'slack',
      '@slack/web-api': 'slack',
      adaptivecards: 'web',
    };
    expect(those(({ from, to }) => sdk[to] !== undefined && sdk[to] !== roomOf(from))).toEqual([]);
  });

  test("the page's own code, which runs in a browser, imports nothing of the server", () => {
    const page = [...sourceFiles()].filter(([file]) => file.startsWith('web/page/'));
    const wrong = page
      .flatMap(([file, text]) => importsOf(file, text))
      .filter(({ to, ours }) => (ours ? !to.startsWith('web/page/') : to !== 'adaptivecards'));
    expect(page.length).toBeGreaterThan(5);
    expect(wrong.map(said)).toEqual([]);
  });
});

test('the environment is read by config.ts: the doors hand it over whole, and nobody else looks', () => {
  const handingOver = /\b\w+\(process\.env\)/gu;
  const looking = files.filter(([file, text]) => {
    const rest = doors.includes(file) ? text.replace(handingOver, '') : text;
    return rest.includes('process.env') || /\benv(?:ironment)?(?:\.|\[)/u.test(file === 'config.ts' ? '' : rest);
  });
  expect(looking.map(([file]) => file)).toEqual([]);
});

test('no room needs itself to be there first: rules, views and actions of a feature counted as rooms of their own', () => {
  const node = (file: string) => (isFeature(file) ? `${roomOf(file)}/${layerOf(file)}` : roomOf(file));
  const needs = new Map<string, Set<string>>();
  for (const { from, to, ours } of imports) {
    if (!ours || node(from) === node(to)) continue;
    needs.set(node(from), (needs.get(node(from)) ?? new Set()).add(node(to)));
  }
  const rings: string[] = [];
  const done = new Set<string>();
  const follow = (room: string, way: string[]): void => {
    if (way.includes(room)) rings.push([...way.slice(way.indexOf(room)), room].join(' → '));
    if (way.includes(room) || done.has(room)) return;
    for (const next of needs.get(room) ?? []) follow(next, [...way, room]);
    done.add(room);
  };
  for (const room of needs.keys()) follow(room, []);
  expect(rings).toEqual([]);
});
