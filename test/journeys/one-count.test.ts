import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BothStage, openBoth } from './both-stage.ts';
import { emailOf, type Name } from './cast.ts';
import { joins, settlesIn } from './setting.ts';
import { cardOf, sees } from './stage.ts';

const question = 'Er dere klare til oppstart?';

let both: BothStage;
let teams: BothStage['teams'];
let slack: BothStage['slack'];
beforeEach(async () => {
  both = await openBoth();
  ({ teams, slack } = both);
  await settlesIn(teams);
  await joins(teams, 'per', 'deputy');
});
afterEach(() => both.closes());

const asks = () => teams.says('ingrid', 'all', `avstemning "${question}" "Ja" "Nei"`);
const shared = (...words: string[]) => sees(teams, 'oda', 'all', question, ...words);

/** Is known in Teams, and comes to Klar in Slack as well. */
async function alsoInSlack(who: Name): Promise<void> {
  await teams.says(who, 'own', 'hjelp');
  const { asked, tied } = await both.alsoInSlack(who);
  expect(asked.text).toContain(emailOf(who));
  expect(tied.text).toContain('Du er nå kjent som');
}

/** Finds the poll on the list of what awaits them in Slack, and answers it there. */
async function answersInSlack(who: Name, show: string, option: string): Promise<string> {
  const mine = cardOf(await slack.says(who, 'own', 'mine'));
  const poll = cardOf(await slack.presses(who, mine, show));
  return (await slack.presses(who, poll, option)).text;
}

test('a poll in Teams is answered from Slack, and counted once for whoever is in both', async () => {
  await asks();
  await alsoInSlack('per');
  expect(await answersInSlack('per', 'Vis avstemningen', 'Nei')).toContain('✓ Du svarte «Nei».');
  await shared('1 har svart');
  // In Teams it is his answer too, and there he changes it.
  await teams.settles();
  const pers = await sees(teams, 'per', 'all', question, '✓ Du svarte «Nei».');
  const choosing = cardOf(await teams.presses('per', pers, 'Endre svaret'));
  expect((await teams.presses('per', choosing, 'Ja')).text).toContain('✓ Du svarte «Ja».');
  await teams.settles();
  expect((await shared('1 har svart')).text).toContain('1 · 100');
  // Neither list holds it any more.
  expect((await slack.says('per', 'own', 'mine')).text).not.toContain(question);
  expect((await teams.says('per', 'own', 'mine')).text).not.toContain(question);
});

test('somebody who is in Slack alone, expected by e-mail, answers the same poll in their own language', async () => {
  await joins(teams, 'aisha', 'contact', 'Storvatn sykehus');
  await teams.says('ingrid', 'all', `enhet "Storvatn sykehus" stedfortreder ${emailOf('daniel')}`);
  await asks();
  await teams.presses('kari', await sees(teams, 'kari', 'all', question), 'Ja');
  await slack.says('daniel', 'own', 'help');
  const asked = await slack.slack.until(() =>
    slack.slack.posted(slack.slack.directChat(slack.people.daniel)).find(({ text }) => text.includes('Are you')),
  );
  expect(asked.text).toContain('Storvatn sykehus');
  await slack.slack.as(slack.people.daniel).press(asked, 'Yes, that is me');
  await slack.slack.until(() =>
    slack.slack.posted(slack.slack.directChat(slack.people.daniel)).find(({ text }) => text.includes('known as')),
  );
  expect(await answersInSlack('daniel', 'Show the poll', 'Nei')).toContain('✓ You answered “Nei”.');
  await shared('2 har svart');
});

test('an account with somebody’s e-mail is a stranger until that person has said yes', async () => {
  await asks();
  await teams.says('per', 'own', 'hjelp');
  expect((await slack.says('per', 'own', 'mine')).text).not.toContain(question);
  const asked = await sees(teams, 'per', 'own', 'En konto på Slack har e-postadressen din');
  await teams.presses('per', asked, 'Nei, ikke meg');
  expect((await slack.says('per', 'own', 'mine')).text).not.toContain(question);
  expect((await teams.says('per', 'own', 'mine')).text).toContain(question);
});

test('a programme has one plan in both; a poll stands in the place where it was asked, and nowhere else', async () => {
  await alsoInSlack('ingrid');
  await slack.says('ingrid', 'all', 'program "Felles journal i Solvikregionen"');
  await asks();
  await teams.settles();
  await teams.sends('ingrid', { name: 'plan.csv', content: 'Tid;Aktivitet;Ansvarlig\r\n3/12;Styringsgruppen;' });
  const read = await sees(teams, 'ingrid', 'own', 'Planen leses slik');
  await teams.presses('ingrid', read, 'Lagre én rad');
  expect((await slack.says('oda', 'all', 'plan')).text).toContain('Styringsgruppen');
  expect((await teams.says('oda', 'all', 'plan')).text).toContain('Styringsgruppen');
  const inSlack = slack.slack.posted(slack.rooms.all).filter(({ text }) => text.includes(question));
  expect(inSlack).toEqual([]);
});
