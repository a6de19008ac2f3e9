import { afterEach, beforeEach, expect, test } from 'vitest';
import { peopleFeature } from '#people/feature.ts';
import { planFeature } from '#plan/feature.ts';
import { reminderFeature } from '#reminder/feature.ts';
import { readable } from '../../doubles/slack/readable.ts';
import { type KlarInSlack, startKlarInSlack } from '../../slack/klar-in-slack.ts';

let klar: KlarInSlack;
let kari: string;
let project: string;

beforeEach(async () => {
  klar = await startKlarInSlack({ features: [peopleFeature, planFeature, reminderFeature] });
  kari = klar.slack.addUser({ name: 'kari', realName: 'Kari Lunde', locale: 'nb-NO' });
  project = klar.slack.addChannel({ name: 'prosjekt', members: [kari] });
  await person().command('/klar', 'program "Ny journal"', project);
  await klar.slack.until(() => klar.slack.ephemerals(kari).length === 1);
  await person().command('/klar', 'påminn regler', project);
  await klar.slack.until(() => rules() !== undefined);
});
afterEach(async () => {
  await klar.slack.settled();
  expect(klar.lines()).toEqual([]);
  await klar.stop();
});

const person = () => klar.slack.as(kari);
const view = () => klar.slack.openView(kari);
const rules = () =>
  klar.slack
    .ephemerals(kari)
    .findLast(({ blocks }) => readable(blocks).some((text) => text.startsWith('Slik påminner Klar')));
const said = () => readable(rules()?.blocks).join('\n');
const stored = async () => {
  const [programme] = await klar.store.programmes.all();
  return programme && (await klar.store.remindings.get(programme.id))?.rules;
};

test('in Slack the rules are changed in a window: an error stands at its field, and what was saved is shown to that person alone', async () => {
  const card = rules();
  if (!card) throw new Error('no rules');
  await person().press(card, 'Endre for alle rader');
  await klar.slack.until(view);
  expect(view()).toMatchObject({ title: { text: 'Regler' }, submit: { text: 'Lagre reglene' } });

  const refused = await person().submit({ 'Før den første dagen': 'ofte' });
  expect(Object.values(refused.errors)).toEqual([
    'Klar forstår ikke «ofte». Skriv tall med mellomrom, for eksempel 90 30 14 7 1.',
  ]);
  const sent = await person().submit({ 'Før den første dagen': '30 14', 'Etter den siste dagen': '3' });
  expect(sent).toMatchObject({ outcome: 'closed' });
  await klar.slack.until(() => said().includes('30 og 14 dager før, på dagen, og 3 dager etter, kl. 09.00'));
  expect((await stored())?.rules).toEqual(['30-days-before', '14-days-before', 'on-the-day', '3-days-after']);
  expect(klar.slack.posted(project)).toEqual([]);
});

test('in Slack there is a window for some rows, for what is asked for ahead, and for all else', async () => {
  const open = async (title: string) => {
    const card = await klar.slack.until(rules);
    await person().press(card, title);
    await klar.slack.until(view);
  };
  await open('Egne regler for noen rader');
  await person().submit({ 'Bare rader med merkelappen': 'opplæring', 'Før den første dagen': '60' });
  await klar.slack.until(() => said().includes('Rader merket «opplæring»'));
  await open('Be om noe i god tid');
  await person().submit({ 'Hva som skal være klart': 'Utstyrsliste', 'Hvor lenge før': '12 mnd' });
  await klar.slack.until(() => said().includes('Alle rader: 12 måneder før'));
});
