import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSlack } from '../doubles/slack/start-slack.ts';
import { cast, channels, emailOf, inTeam, type Name, names } from './cast.ts';
import { KlarHere } from './klar.ts';
import { slackHands } from './slack-hands.ts';
import type { Shown, Stage } from './stage.ts';
import { timeGoesBy } from './time-goes-by.ts';

const SIGNING_SECRET = 'hemmelig-signatur';
const BOT_TOKEN = 'xoxb-reisen';

/** What may be wrong with calls on purpose: a platform in a mood. */
const moods = ['ok', 'ratelimited', 'http 503'];

export type SlackStage = Awaited<ReturnType<typeof openSlack>>;

/** A Slack with everyone of the cast in it, and the environment with which Klar reaches it. */
export async function slackWithPeople(nowMs: () => number) {
  const slack = await startSlack({ signingSecret: SIGNING_SECRET, botToken: BOT_TOKEN, now: nowMs, speed: 100 });
  const people = Object.fromEntries(
    names.map((who) => {
      const { name, locale } = cast[who];
      return [who, slack.addUser({ name: who, realName: name, locale, email: emailOf(who) })];
    }),
  ) as Record<Name, string>;
  const rooms = {
    all: slack.addChannel({ name: channels.all, members: names.map((who) => people[who]) }),
    team: slack.addChannel({ name: channels.team, members: names.filter(inTeam).map((who) => people[who]) }),
  };
  const environment = {
    KLAR_SLACK_BOT_TOKEN: BOT_TOKEN,
    KLAR_SLACK_SIGNING_SECRET: SIGNING_SECRET,
    KLAR_SLACK_API_URL: slack.apiUrl,
  };
  return { slack, people, rooms, environment };
}

/**
 * Klar in Slack, over HTTP.
 * @param beside More of Klar's environment.
 */
export async function openSlack(beside: Record<string, string> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'klar-journey-slack-'));
  const world = await slackWithPeople(() => klar.clock.now().epochMilliseconds);
  const klar = new KlarHere({ ...world.environment, ...beside }, folder);
  const { slack } = world;
  const start = async () => slack.connect({ eventsUrl: `${await klar.start()}/slack/events` });
  await start();
  const hands = slackHands(world);

  return {
    ...hands,
    ...timeGoesBy(klar, start),
    folder,
    log: klar.log,
    klar,

    opens: (address: string) => klar.opens(address),

    seesPictures: (who: Name, on: Shown) => hands.seesPictures(who, on, (address) => klar.fetches(address)),
    takes: (who: Name, on: Shown, button: string) => hands.takes(who, on, button, (address) => klar.fetches(address)),
    hasMoods() {
      slack.failNext('chat.postMessage', { retryAfter: 1 });
      slack.failNext('chat.postMessage', { status: 503 });
    },

    async closes() {
      await klar.stop();
      await slack.stop();
      await rm(folder, { recursive: true, force: true });
      const wrong = { calls: slack.calls().filter(({ outcome }) => !moods.includes(outcome)), errors: klar.errors() };
      if (Object.values(wrong).some((some) => some.length > 0)) throw new Error(JSON.stringify(wrong, null, 2));
    },
  } satisfies Stage & Record<string, unknown>;
}
