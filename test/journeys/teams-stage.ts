import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { elementsOf, findActions } from '../doubles/teams/card-actions.ts';
import { checkPictures } from '../doubles/teams/check-pictures.ts';
import { type Card, isRecord } from '../doubles/teams/shapes.ts';
import { type Message, type Person, type Place, startTeams } from '../doubles/teams/start-teams.ts';
import { cast, channels, emailOf, inTeam, type Name, names, type Room } from './cast.ts';
import { KlarHere, klarUrl } from './klar.ts';
import { type Inputs, plainly, type Shown, type Stage, type Told, whichOf } from './stage.ts';
import { timeGoesBy } from './time-goes-by.ts';
import { Typing } from './typing.ts';

const APP_ID = '6f1d2c3b-0000-4000-8000-00000000c1a5';
const HOME = 'a3c1e0d2-5b7f-4c1e-8d2a-000000000001';

/** A minute and a second: clients ask for a card anew after one minute (PLATFORMS T17). */
const LONG_ENOUGH_MS = 61_000;

interface Handle {
  message: Message;
  /** As it stood when it was read. */
  card: Card | null;
}

export type TeamsStage = Awaited<ReturnType<typeof openTeams>>;

/**
 * Klar in Teams: the programme's channel and the unit's in two teams, and everyone with the app in their own chat.
 * @param beside More of Klar's environment, for a Klar that is in Slack as well.
 */
export async function openTeams(beside: Record<string, string> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'klar-journey-teams-'));
  let laterMs = 0;
  const teams = await startTeams({
    appId: APP_ID,
    tenantId: HOME,
    now: () => klar.clock.now().epochMilliseconds + laterMs,
  });
  const klar = new KlarHere(
    {
      KLAR_TEAMS_APP_ID: APP_ID,
      KLAR_TEAMS_TENANT: HOME,
      KLAR_TEAMS_STAND_IN: teams.url,
      KLAR_URL: klarUrl,
      ...beside,
    },
    folder,
  );
  const people = Object.fromEntries(
    names.map((who) => {
      const { name, locale } = cast[who];
      return [who, teams.person({ name, locale, email: emailOf(who) })];
    }),
  ) as Record<Name, Person>;
  const everyone = names.map((who) => people[who]);
  const team = teams.team({ name: 'Felles journal', members: everyone, installed: true });
  const unitTeam = teams.team({
    name: 'Lag Solvik',
    members: names.filter(inTeam).map((who) => people[who]),
    installed: true,
  });
  const rooms = {
    all: teams.channel(team, { name: channels.all }),
    team: teams.channel(unitTeam, { name: channels.team }),
  };
  for (const person of everyone) teams.personalChat(person).installed = true;
  const typing = new Typing();

  const start = async () => teams.connect({ messagesUrl: `${await klar.start()}/api/messages` });
  await start();

  const placeOf = (who: Name, where: Room): Place => (where === 'own' ? teams.personalChat(people[who]) : rooms[where]);
  const shown = (who: Name, message: Message): Shown => ({
    text: plainly(teams.texts(people[who], message)),
    handle: { message, card: teams.view(people[who], message) } satisfies Handle,
  });
  const told = (who: Name, message: Message): Told => {
    const card = shown(who, message);
    return teams.view(people[who], message) ? { text: card.text, card } : { text: card.text };
  };
  const messageOf = ({ handle }: Shown) => (handle as Handle).message;

  /** Does something, and gives Klar's newest new message: in the person's own chat, else in the place. */
  async function answered(who: Name, place: Place, act: () => Promise<unknown>): Promise<Told> {
    const own = teams.personalChat(people[who]);
    const before = new Set([...teams.fromBot(place), ...teams.fromBot(own)]);
    await act();
    const fresh = (at: Place) => teams.fromBot(at).filter((message) => !before.has(message));
    const message = fresh(own).at(-1) ?? fresh(place).at(-1);
    if (!message) throw new Error(`Klar said nothing to ${who}`);
    return told(who, message);
  }

  /** A client asks for a card's newest state when it comes into view. */
  async function look(who: Name, message: Message): Promise<void> {
    laterMs += LONG_ENOUGH_MS;
    if (isRecord(message.card?.refresh)) await teams.as(people[who]).looks(message);
  }

  const stage = {
    ...timeGoesBy(klar, start),
    surface: 'teams',
    folder,
    log: klar.log,
    teams,
    people,
    rooms,
    klar,

    async says(who: Name, where: Room, line: string) {
      const mentioned = names.filter((other) => line.includes(`@${cast[other].name}`)).map((other) => people[other]);
      const text = mentioned.reduce((so, { name }) => so.replaceAll(`@${name}`, `<at>${name}</at>`), line);
      const place = placeOf(who, where);
      return answered(who, place, () => teams.as(people[who]).says(place, text, { alsoMentions: mentioned }));
    },

    async sends(who, { name, content }) {
      const chat = teams.personalChat(people[who]);
      return answered(who, chat, () => teams.as(people[who]).sendsFile(Buffer.from(content), name));
    },

    async presses(who, on, button, inputs: Inputs = {}) {
      const message = messageOf(on);
      const own = teams.personalChat(people[who]);
      const before = new Set(teams.fromBot(own));
      if (!message.ownViews.has(people[who].id)) await look(who, message);
      const view = teams.view(people[who], message);
      if (!view) throw new Error('There is no card to press');
      const filled = typing.typed(`${who} ${message.id}`, view, inputs);
      const { words, nth } = whichOf(button);
      let seen = 0;
      const isMeant = () => {
        seen += 1;
        return seen === nth;
      };
      const { outcome } = await teams
        .as(people[who])
        .press(message, words, filled, nth === undefined ? {} : { where: isMeant });
      if (outcome?.kind === 'card') return told(who, message);
      if (outcome?.kind !== 'toast') throw new Error(`«${button}»: ${JSON.stringify(outcome)}`);
      if (outcome.text !== 'Svaret står nederst.') return { text: outcome.text };
      const below = await teams.until(() => teams.fromBot(own).find((one) => !before.has(one)));
      return told(who, below);
    },

    async pressesLate(who, on, button) {
      const { message, card } = on.handle as Handle;
      const found = findActions(card ?? {}).find(({ action }) => action.title === button);
      if (!found) throw new Error(`There was no «${button}»`);
      const { verb, data } = found.action;
      const { body } = await teams.sendRaw({
        by: people[who],
        place: message.place,
        omit: ['text'],
        set: {
          type: 'invoke',
          name: 'adaptiveCard/action',
          conversation: { id: message.conversationId, conversationType: message.place.kind, tenantId: HOME },
          replyToId: message.id,
          value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
        },
      });
      if (!isRecord(body) || typeof body.value !== 'string') throw new Error(`Not a sentence: ${JSON.stringify(body)}`);
      return { text: body.value };
    },

    async setsForAll(who, on, button) {
      await stage.presses(who, on, button);
    },

    async repeats(who) {
      const { status } = await teams.as(people[who]).repeatsLast();
      if (status !== 200) throw new Error(`The same once more got ${status}`);
    },

    async reads(who, where) {
      const messages = teams.fromBot(placeOf(who, where));
      for (const message of messages) await look(who, message);
      return messages.map((message) => shown(who, message));
    },

    async mentionsOf(who, where) {
      const place = placeOf(who, where).id;
      const posts = [...teams.calls('create'), ...teams.calls('send')].filter(
        ({ status, body }) => status !== null && status < 300 && JSON.stringify(body).includes('"mention"'),
      );
      return posts.filter((call) => {
        const about = JSON.stringify([call.conversationId, call.body]);
        return about.includes(place) && about.includes(`"mentioned":{"id":"${people[who].id}"`);
      }).length;
    },

    opens: (address: string) => klar.opens(address),

    async seesPictures(who, on) {
      const card = teams.view(people[who], messageOf(on)) ?? {};
      const wrong = await checkPictures(card, (url) => fetch(url.replace(klarUrl, klar.address)));
      if (wrong.length > 0) throw new Error(JSON.stringify(wrong));
      const pictures = elementsOf(card).filter(({ type }) => type === 'Image');
      return Promise.all(
        pictures.map(async ({ url, altText }) => ({ ...(await klar.fetches(String(url))), alt: String(altText) })),
      );
    },

    async takes(who, on, button) {
      const card = teams.view(people[who], messageOf(on)) ?? {};
      const found = findActions(card).find(({ action }) => action.title === button)?.action;
      if (found?.type !== 'Action.OpenUrl') throw new Error(`There is no link «${button}»`);
      return klar.fetches(String(found.url));
    },

    hasMoods() {
      teams.failNext('create', { status: 429, retryAfter: 1 });
      teams.failNext('create', { status: 503 });
    },

    async closes() {
      await klar.stop();
      await teams.stop();
      await rm(folder, { recursive: true, force: true });
      const wrong = { violations: teams.violations, unreachable: teams.unreachable, errors: klar.errors() };
      if (Object.values(wrong).some((some) => some.length > 0)) throw new Error(JSON.stringify(wrong, null, 2));
    },
  } satisfies Stage & Record<string, unknown>;
  return stage;
}
