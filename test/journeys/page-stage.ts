import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { elementsOf, findActions, textsOf } from '../doubles/teams/card-actions.ts';
import { gatherInputs } from '../doubles/teams/gather-inputs.ts';
import { type Card, isRecord } from '../doubles/teams/shapes.ts';
import { channels, emailOf, type Name, type Room } from './cast.ts';
import { KlarHere } from './klar.ts';
import { type Inputs, plainly, type Shown, type Stage, type Told, whichOf } from './stage.ts';
import { Typing } from './typing.ts';

/** A message as the page's API gives it to one reader. */
interface PageMessage {
  id: string;
  text: string;
  by?: { id: string };
  card?: Card;
  mentions?: string[];
  namesYou?: boolean;
}
interface Handle {
  room: Room;
  id: string;
  /** As it stood when it was read. */
  card: Card | undefined;
}
interface Done {
  notice?: { text: string; problem: boolean; field?: string };
}

export type PageStage = Awaited<ReturnType<typeof openPage>>;

/** Klar's own page, by the requests that the page makes: a rehearsal with the programme of `examples/`. */
export async function openPage() {
  const folder = await mkdtemp(join(tmpdir(), 'klar-journey-page-'));
  const klar = new KlarHere({}, folder);
  await klar.start();
  const typing = new Typing();
  const last = new Map<Name, { path: string; body: object }>();

  const idOf = (who: Name) => emailOf(who).replace('@example.org', '').replaceAll('.', '-');
  const placeOf = (who: Name, room: Room) => (room === 'own' ? `own-${idOf(who)}` : `channel-${channels[room]}`);

  async function answered<T>(response: Response): Promise<T> {
    const body = await response.text();
    if (!response.ok) throw new Error(`${response.url}: ${response.status} ${body}`);
    return JSON.parse(body) as T;
  }
  const send = async <T>(path: string, body: object) =>
    answered<T>(
      await fetch(`${klar.address}/api/rehearsal/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
  const acts = (who: Name, path: string, body: object): Promise<Done> => {
    const named = { ...body, act: randomUUID() };
    last.set(who, { path, body: named });
    return send<Done>(path, named);
  };
  async function messages(who: Name, room: Room): Promise<PageMessage[]> {
    const asked = new URLSearchParams({ as: idOf(who), place: placeOf(who, room), count: '200' });
    const got = await answered<{ messages: PageMessage[] }>(
      await fetch(`${klar.address}/api/rehearsal/messages?${asked}`),
    );
    return got.messages.filter(({ by }) => by === undefined);
  }
  const shown = (room: Room, { id, card, text }: PageMessage): Shown => ({
    text: plainly(card ? textsOf(card) : [text]),
    handle: { room, id, card } satisfies Handle,
  });
  function told(room: Room, message: PageMessage | undefined): Told {
    if (!message) throw new Error('Klar said nothing');
    const card = shown(room, message);
    return { text: card.text, card };
  }
  /** What a notice says, or else the newest message that was not there before, or else the one that was pressed. */
  async function after(who: Name, room: Room, before: PageMessage[], done: Done, pressed?: string): Promise<Told> {
    if (done.notice) {
      const { text, field } = done.notice;
      return { text: plainly([text]), ...(field === undefined ? {} : { field }) };
    }
    const now = await messages(who, room);
    const fresh = now.findLast(({ id }) => !before.some((one) => one.id === id));
    return told(room, fresh ?? now.find(({ id }) => id === pressed));
  }

  async function pressed(who: Name, { room, id, card }: Handle, button: string, inputs: Inputs): Promise<Told> {
    if (!card) throw new Error('There is no card to press');
    const filled = typing.typed(`${who} ${id}`, card, inputs);
    const { words, nth } = whichOf(button);
    const named = findActions(card).filter(({ action, visible }) => visible && action.title === words);
    const found = nth === undefined ? named : named.slice(nth - 1, nth);
    const [only, ...more] = found;
    if (!only || more.length > 0) throw new Error(`${found.length} «${button}» on:\n${textsOf(card).join('\n')}`);
    const { action } = only;
    const data = isRecord(action.data) ? action.data : {};
    const given = action.associatedInputs === 'none' ? {} : gatherInputs(only.inputs, filled);
    const press = { message: id, verb: action.verb, values: { ...data, ...given } };
    const before = await messages(who, room);
    const done = await acts(who, 'press', { as: idOf(who), place: placeOf(who, room), ...press });
    return after(who, room, before, done, id);
  }

  const stage = {
    surface: 'page',
    folder,
    log: klar.log,
    klar,
    idOf,
    placeOf,

    async says(who, where, line) {
      const before = await messages(who, where);
      const done = await acts(who, 'say', { as: idOf(who), place: placeOf(who, where), text: line });
      return after(who, where, before, done);
    },

    async sends(who, { name, content }) {
      const before = await messages(who, 'own');
      const files = [{ name, base64: Buffer.from(content).toString('base64') }];
      const done = await acts(who, 'say', { as: idOf(who), place: placeOf(who, 'own'), text: '', files });
      return after(who, 'own', before, done);
    },

    async presses(who, on, button, inputs = {}) {
      const { room, id } = on.handle as Handle;
      const card = (await messages(who, room)).find((message) => message.id === id)?.card;
      return pressed(who, { room, id, card }, button, inputs);
    },

    pressesLate: (who, on, button) => pressed(who, on.handle as Handle, button, {}),

    async setsForAll(who, on, button) {
      await stage.presses(who, on, button);
    },

    async repeats(who) {
      const { path, body } = last.get(who) ?? { path: '', body: {} };
      await send(path, body);
    },

    async reads(who, where) {
      return (await messages(who, where)).map((message) => shown(where, message));
    },

    async mentionsOf(who, where) {
      return (await messages(who, where)).filter(({ namesYou }) => namesYou).length;
    },

    settles: () => klar.house.outbox.settled(),
    opens: (address: string) => klar.opens(address),

    async seesPictures(_who, on) {
      const pictures = elementsOf((on.handle as Handle).card ?? {}).filter(({ type }) => type === 'Image');
      return Promise.all(
        pictures.map(async ({ url, altText }) => ({ ...(await klar.fetches(String(url))), alt: String(altText) })),
      );
    },

    async takes(_who, on, button) {
      const found = findActions((on.handle as Handle).card ?? {}).find(({ action }) => action.title === button)?.action;
      if (found?.type !== 'Action.OpenUrl') throw new Error(`There is no link «${button}»`);
      return klar.fetches(String(found.url));
    },

    async goesOnABit() {
      await send('clock', { act: randomUUID(), to: 'event', language: 'nb' });
    },

    async goesOn(days) {
      for (let day = 0; day < days; day += 1) {
        await send('clock', { act: randomUUID(), to: 'day', language: 'nb' });
        klar.clock.moveTo(klar.clock.now().add({ hours: 24 }));
      }
    },

    async restarts({ awayDays = 0 } = {}) {
      await klar.stop();
      klar.clock.moveTo(klar.clock.now().add({ hours: 24 * awayDays }));
      await klar.start();
    },

    hasMoods() {},

    async closes() {
      await klar.stop();
      await rm(folder, { recursive: true, force: true });
      const errors = klar.errors();
      if (errors.length > 0) throw new Error(JSON.stringify(errors, null, 2));
    },
  } satisfies Stage & Record<string, unknown>;
  return stage;
}
