import { existsSync, readFileSync } from 'node:fs';
import ajv4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { announcementFeature } from '#announcement/feature.ts';
import { chatFeature } from '#chat/actions/chat-feature.ts';
import { understand } from '#chat/grammar.ts';
import { checklistFeature } from '#checklist/feature.ts';
import { peopleFeature } from '#people/feature.ts';
import { planFeature } from '#plan/feature.ts';
import { pollFeature } from '#poll/feature.ts';
import { reminderFeature } from '#reminder/feature.ts';
import { fillManifest, readFilling, zipPackage } from '../../manifests/make.ts';

const APP_ID = '6f1d2c3b-0000-4000-8000-00000000c1a5';
const given = ['--app-id', APP_ID, '--url', 'https://klar.example.org/'];
const languages = ['nb', 'sv', 'en'] as const;

function filled() {
  const read = readFilling(given, {});
  if (!read.ok) throw new Error(read.problems.join());
  return fillManifest(read.filling) as {
    id: string;
    version: string;
    developer: Record<string, string>;
    bots: { botId: string; commandLists: { commands: { title: string; description: string }[] }[] }[];
  };
}
const bytesOf = (file: string) => readFileSync(new URL(`../../manifests/teams/${file}`, import.meta.url));
const localization = (language: string) => JSON.parse(bytesOf(`${language}.json`).toString()) as Record<string, string>;

const schemas = new URL('../../../shared/schemas/', import.meta.url);
const schemasAreThere = existsSync(schemas);
if (!schemasAreThere)
  console.log('The official schemas are not there, so the Teams manifest is not checked against them');

test.runIf(schemasAreThere)('the manifest and its languages are what the official schemas ask for', () => {
  const validate = (name: string, value: unknown) => {
    const schema = JSON.parse(readFileSync(new URL(name, schemas), 'utf8'));
    const ajv = new ajv4.default({ strict: false, allErrors: true, unicodeRegExp: false, logger: false });
    addFormats.default(ajv as never);
    const check = ajv.compile(schema);
    return check(value) ? [] : check.errors;
  };
  expect(validate('teams-manifest-v1.30.schema.json', filled())).toEqual([]);
  for (const language of languages) {
    expect(validate('teams-localization-v1.30.schema.json', localization(language)), language).toEqual([]);
  }
});

test('the app id, the address and the version stand where they belong', () => {
  const manifest = filled();
  expect(manifest.id).toBe(APP_ID);
  expect(manifest.bots[0]?.botId).toBe(APP_ID);
  expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/u);
  expect(manifest.developer).toEqual({
    name: 'Klar',
    websiteUrl: 'https://klar.example.org',
    privacyUrl: 'https://klar.example.org/privacy',
    termsOfUseUrl: 'https://klar.example.org/terms',
  });
});

test('each language says the same things', () => {
  const [nb, ...others] = languages.map((language) => Object.keys(localization(language)));
  for (const keys of others) expect(keys).toEqual(nb);
  const words = localization('nb');
  filled().bots[0]?.commandLists.forEach(({ commands }, list) => {
    commands.forEach(({ title, description }, i) => {
      expect(words[`bots[0].commandLists[${list}].commands[${i}].title`]).toBe(title);
      expect(words[`bots[0].commandLists[${list}].commands[${i}].description`]).toBe(description);
    });
  });
});

// A list takes twelve: a chat of one's own suggests no poll and no unit, and a channel, which gives Klar no files, no import and no announcement.
test.each(languages)(
  'every command that Teams suggests in %s is one that Klar understands, and none is left out',
  (language) => {
    const features = [peopleFeature, planFeature, pollFeature, checklistFeature, announcementFeature, reminderFeature];
    const commands = [chatFeature(features), ...features].flatMap((feature) => feature.commands);
    const titles = Object.entries(localization(language)).filter(([key]) => key.endsWith('.title'));
    const found = titles.map(([, title]) => understand(title, commands).found?.verb);
    expect(found).not.toContain(undefined);
    expect(new Set(found).size).toBe(commands.length);
  },
);

test.each([
  ['color.png', 192],
  ['outline.png', 32],
])('%s is %i pixels wide and high', (file, size) => {
  const png = bytesOf(file);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
});

test('the package is a flat zip, the same each time', () => {
  const zip = zipPackage(filled());
  expect(Object.keys(unzipSync(zip)).sort()).toEqual(
    ['color.png', 'en.json', 'manifest.json', 'nb.json', 'outline.png', 'sv.json'].sort(),
  );
  expect(Buffer.from(zipPackage(filled())).equals(Buffer.from(zip))).toBe(true);
});

test('what is missing or wrong is said at once, with an example', () => {
  const read = readFilling(['--app-id', 'klar', '--url', 'http://klar.example.org', '--colour', 'x'], {});
  expect(read.ok ? [] : read.problems).toEqual([
    '--colour is not understood',
    'x is not understood',
    '--app-id is missing or no id. Example: --app-id 00000000-0000-0000-0000-000000000000',
    '--url must be an https address. Example: --url https://klar.example.org',
  ]);
  expect(readFilling([], { KLAR_TEAMS_APP_ID: APP_ID, KLAR_URL: 'https://klar.example.org' }).ok).toBe(true);
});
