import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLowdbStore } from '#store/lowdb/open.ts';
import { emailOf, type Name, programme } from './cast.ts';
import { type KilledStage, noneLost, openKilledStage } from './killed-stage.ts';
import { KlarHere } from './klar.ts';
import { cardOf, eventually, sees } from './stage.ts';

const rounds = 20;
const options = ['A', 'B', 'C', 'D', 'E'];
const questions = { named: 'Hvor møtes vi?', anonymous: 'Hvordan går det?' };
const voters: Name[] = ['kari', 'per', 'aisha', 'daniel', 'oda'];
const yours = (option: string) => new RegExp(`✓ (Du svarte «|You answered “)${option}[»”]`);

let stage: KilledStage;
beforeEach(async () => {
  stage = await openKilledStage();
});
afterEach(() => stage.closes());

/** What one person has pressed on one poll: all that is on its way, and what Klar has said it has. */
interface Ballot {
  who: Name;
  question: string;
  pressed: string[];
  acknowledged: number;
}

/** Presses one answer after another until Klar is killed. Calls `told` each time that Klar has shown it to the person. */
async function answersOn(ballot: Ballot, told: () => void, killed: Promise<void>): Promise<void> {
  const { slack, people, rooms } = stage;
  const person = slack.as(people[ballot.who]);
  const card = slack.posted(rooms.all).find(({ text }) => text.includes(ballot.question));
  if (!card) throw new Error(`There is no poll «${ballot.question}»`);
  const seen = (option: string) =>
    slack
      .ephemerals(people[ballot.who])
      .filter(
        ({ blocks }) => JSON.stringify(blocks).includes(ballot.question) && yours(option).test(JSON.stringify(blocks)),
      );
  for (;;) {
    const option = options[ballot.pressed.length % options.length] ?? '';
    const before = seen(option).length;
    ballot.pressed.push(option);
    const press = async () => {
      // Slack gets no answer from a process that is killed, and says so to the person: nothing was acknowledged.
      const { status } = await person.press(card, option);
      if (status === 200) await eventually('the answer', () => seen(option).length > before, 20_000);
      return 'shown' as const;
    };
    const came = await Promise.race([press().catch(() => 'lost' as const), killed.then(() => 'lost' as const)]);
    if (came === 'lost') return;
    ballot.acknowledged = ballot.pressed.length;
    told();
  }
}

test('20 rounds of kill -9 during answers: every acknowledged answer is there after the restart, once', async () => {
  const { hands, whileKlarRuns } = stage;
  await whileKlarRuns(async () => {
    await hands.says('ingrid', 'all', `program "${programme}"`);
    const choices = options.map((o) => `"${o}"`).join(' ');
    await hands.says('ingrid', 'all', `avstemning "${questions.named}" ${choices}`);
    await hands.says('ingrid', 'all', `avstemning "${questions.anonymous}" ${choices} anonym`);
  }, 'stop');
  const ballots = voters.flatMap((who) =>
    Object.values(questions).map((question): Ballot => ({ who, question, pressed: [], acknowledged: 0 })),
  );

  for (let round = 0; round < rounds; round += 1) {
    const after = 1 + ((round * 7) % 13);
    await whileKlarRuns(async (klar) => {
      const killed = Promise.withResolvers<void>();
      let told = 0;
      const tell = () => {
        told += 1;
        if (told === after) void klar.kill().then(killed.resolve);
      };
      await Promise.all(ballots.map((ballot) => answersOn(ballot, tell, killed.promise)));
      await killed.promise;
    }, 'kill');
    await expectKept(ballots);
  }
  expect(ballots.every(({ acknowledged }) => acknowledged > 0)).toBe(true);

  // In the end Klar itself says so, on the shared cards and to each person.
  await whileKlarRuns(async () => {
    await sees(hands, 'oda', 'all', questions.named, `${voters.length} har svart`);
    await sees(hands, 'oda', 'all', questions.anonymous, `${voters.length} har svart`);
    for (const who of voters) {
      expect((await hands.says(who, 'own', 'mine')).text).not.toContain(questions.named);
    }
  }, 'stop');
}, 240_000);

/** Looks into the store that a killed Klar has left. */
async function expectKept(ballots: readonly Ballot[]): Promise<void> {
  const store = await openLowdbStore({
    dir: join(stage.folder, 'data'),
    secretKeyFile: join(stage.folder, 'data.key'),
  });
  try {
    expect(store.damaged).toEqual([]);
    const persons = await store.persons.all();
    for (const poll of await store.polls.all()) {
      const entries = await store.answers.entries(poll.id);
      const stored = new Map(entries);
      expect(entries).toHaveLength(stored.size);
      const own = ballots.filter(({ question }) => question === poll.question);
      for (const { who, pressed, acknowledged } of own) {
        const id = persons.find(({ email }) => email === emailOf(who))?.id;
        const key = poll.anonymous && id ? store.secrets.hmac(poll.wrappedSecret ?? '', id) : id;
        const answer = stored.get(key ?? '')?.options[0];
        const kept = poll.options.find(({ id }) => id === answer)?.text;
        // The last acknowledged answer, or one that was on its way at a kill since: it may have reached the disk before.
        const may = pressed.slice(Math.max(0, acknowledged - 1));
        if (acknowledged > 0)
          expect([who, poll.question, may]).toEqual([who, poll.question, expect.arrayContaining([kept])]);
      }
      expect(stored.size).toBeLessThanOrEqual(own.filter(({ pressed }) => pressed.length > 0).length);
    }
  } finally {
    await store.close();
  }
}

test('kill -9 while reminders go out: after the restart none is lost, and at most one is repeated in each place', async () => {
  const { slack, hands, whileKlarRuns } = stage;
  const channels = stage.channelsFor(16);

  // Ten days before a Wednesday a plan was saved, and since Tuesday each unit should have been reminded of its row.
  const today = Temporal.ZonedDateTime.from('2026-11-04T10:00[Europe/Oslo]');
  const clock = { clockAheadMs: today.epochMilliseconds - Temporal.Now.instant().epochMilliseconds };
  const day = today.add({ days: 6 }).toPlainDate();
  const klar = new KlarHere(stage.environment, stage.folder, today.subtract({ days: 10 }).toInstant());
  slack.connect({ eventsUrl: `${await klar.start()}/slack/events` });
  await hands.says('ingrid', 'all', `program "${programme}"`);
  const rows = channels.map(({ unit }) => `${day.day}.${day.month}.${day.year};Opplæring i ${unit};${unit}`);
  const read = await hands.sends('ingrid', {
    name: 'plan.csv',
    content: ['Tid;Aktivitet;Ansvarlig', ...rows].join('\n'),
  });
  await hands.presses('ingrid', cardOf(read), `Lagre ${channels.length} rader`);
  for (const { unit, id } of channels) {
    await hands.saysIn('ingrid', id, `program "${programme}"`);
    await hands.saysIn('ingrid', id, `enhet "${unit}" her`);
  }
  await klar.stop();

  const reminded = () =>
    slack.calls('chat.postMessage').filter(({ args }) => JSON.stringify(args).includes('Opplæring i Enhet'));
  const count = (id: string) => slack.posted(id).filter(({ text }) => text.includes('Opplæring i Enhet')).length;
  stage.dawdles();
  await whileKlarRuns(() => eventually('seven reminders', () => reminded().length >= 7, 20_000), 'kill', clock);
  expect(reminded().length).toBeLessThan(channels.length);
  await whileKlarRuns(
    () => eventually('all of them', () => channels.every(({ id }) => count(id) > 0), 30_000),
    'stop',
    clock,
  );
  await whileKlarRuns(async () => {}, 'stop', clock);
  await slack.settled();

  expect(reminded()).toHaveLength(channels.length + noneLost(channels.map(({ id }) => count(id))));
}, 90_000);
