import { setTimeout as later } from 'node:timers/promises';
import type { Card, ExecuteAction } from '#card/card.ts';
import type { Answer, Incoming, IncomingFile, Surface, Visitor, Where } from '#chat/port.ts';
import { movableClock } from '#clock/clock.ts';
import { peopleFeature } from '#people/feature.ts';
import type { Programme } from '#people/programme.ts';
import { planFeature } from '#plan/feature.ts';
import { reminderFeature } from '#reminder/feature.ts';
import { noReminding } from '#reminder/reminding.ts';
import { defaultRules, type ReminderRules } from '#reminder/rules.ts';
import { buildHouse, type House } from '../../src/house.ts';
import { actionsOf, cardOf, textOf } from '../card-parts.ts';
import { openInFolder } from '../store/folder-fixture.ts';

/** Everybody who walks on: their language, as the platform says it. */
const locales = { Kari: 'nb-NO', Ola: 'nb-NO', Siv: 'sv-SE', Pat: 'en-GB', Nils: 'nb-NO' } as const;
export type Name = keyof typeof locales;

/** The default rules, and nothing beside the reminders that they name. */
const remindersAlone: ReminderRules = { ...defaultRules, overview: false, escalation: null, noContact: null };

/** A message as it stands: where, when it came, how it looked at first and looks now. */
export interface Standing {
  place: string;
  /** ISO instant by the stage's clock. */
  at: string;
  first: Card;
  card: Card;
  updates: number;
}

/** What a place does with the next messages, until it is told otherwise. */
export type Trouble = 'gone' | 'unreachable' | 'refused';

/**
 * A whole Klar with people, plan and reminders on the real route, delivery and store, a clock that is moved by hand, and
 * a surface that remembers what stands where. Places are named by their key: a channel by its name, an own chat `own-Kari`.
 * @param start ISO instant.
 */
export async function openStage(start = '2026-08-03T07:00:00Z') {
  const folder = await openInFolder();
  const clock = movableClock(Temporal.Instant.from(start));
  const messages: Standing[] = [];
  const trouble = new Map<string, Trouble>();
  const log: { level: 'info' | 'warn' | 'error'; about: Record<string, unknown>; text: string }[] = [];
  const refusal = (key: string) => {
    const state = trouble.get(key);
    if (state === undefined) return undefined;
    return state === 'gone' ? { state } : { state, reason: 'as the test wants' };
  };
  const surface: Surface = {
    name: 'web',
    async send(place, card) {
      const no = refusal(place.key);
      if (no) return no;
      messages.push({ place: place.key, at: clock.now().toString(), first: card, card, updates: 0 });
      return { state: 'sent', ref: { number: String(messages.length - 1) } };
    },
    async update(_place, ref, card) {
      const message = messages[Number(ref.number)];
      if (!message) return { state: 'gone' };
      message.card = card;
      message.updates += 1;
      return { state: 'sent', ref };
    },
    ownChat: async ({ user }) => refusal(`own-${user}`) ?? { state: 'open', where: whereIs(`own-${user}`) },
  };
  const keep = (level: 'info' | 'warn' | 'error') => (about: object, text: string) =>
    void log.push({ level, about: about as Record<string, unknown>, text });
  const build = (): House =>
    buildHouse({
      store: folder.store,
      features: [peopleFeature, planFeature, reminderFeature],
      surfaces: new Map([['web', surface]]),
      clock,
      defaults: { language: 'nb', timeZone: 'Europe/Oslo' },
      log: { info: keep('info'), warn: keep('warn'), error: keep('error') },
      speed: 1000,
    });
  let house = build();
  let acts = 0;
  const act = (name: Name, where: string) => ({ id: `act-${++acts}`, by: visitor(name), where: whereIs(where) });

  const stage = {
    clock,
    messages,
    trouble,
    log,
    get house() {
      return house;
    },
    get store() {
      return folder.store;
    },
    /** The data folder. */
    dir: folder.dir,
    type(name: Name, text: string, where = 'felles', more: { mentions?: Visitor[]; files?: IncomingFile[] } = {}) {
      return house.handle({ ...act(name, where), type: 'command', text, ...more });
    },
    press(
      name: Name,
      pressed: Pick<ExecuteAction, 'verb' | 'data'>,
      {
        where = 'felles',
        inputs = {},
        automatic = false,
      }: { where?: string; inputs?: Record<string, string>; automatic?: boolean } = {},
    ): Promise<Answer> {
      const { verb, data } = pressed;
      const incoming: Incoming = {
        ...act(name, where),
        type: 'press',
        verb,
        values: { ...data, ...inputs },
        automatic,
      };
      return house.handle(incoming);
    },
    /** Klar was taken out of a place. */
    leave(where: string) {
      return house.handle({ ...act('Kari', where), type: 'left' });
    },
    /** Moves the clock and lets it beat once; all that is sent by it has arrived. */
    async beatAt(instant: string) {
      clock.moveTo(Temporal.Instant.from(instant));
      await house.beat();
      await stage.quiet();
    },
    async quiet() {
      await later(0);
      await house.outbox.settled();
    },
    /** Stops Klar and starts it again on what is on disk. */
    async restart() {
      await stage.quiet();
      await folder.reopen();
      house = build();
    },
    /** The only programme. */
    async programme(): Promise<Programme> {
      const [programme] = await folder.store.programmes.all();
      if (!programme) throw new Error('no programme');
      return programme;
    },
    async plan() {
      const plan = await folder.store.plans.get((await stage.programme()).id);
      if (!plan) throw new Error('no plan');
      return plan;
    },
    /**
     * Kari makes the programme in `felles`, imports a plan there and saves it; the card that she then sees. Its reminders go by the default
     * rules, without overviews, escalations and questions for contacts unless `rules` says otherwise: a test of the one is not disturbed by the others.
     */
    async programmeWith(csv: string, rules: ReminderRules = remindersAlone): Promise<Card> {
      await stage.type('Kari', 'programme "Ny journal"');
      await folder.store.remindings.add({ ...noReminding((await stage.programme()).id), rules });
      return stage.importing(csv);
    },
    async importing(csv: string): Promise<Card> {
      const read = cardOf(await stage.type('Kari', 'import', 'felles', { files: [file(csv)] }));
      // A file that says what the plan says is not saved.
      const [save] = buttonsOf(read, 'plan.draft-save');
      return save ? cardOf(await stage.press('Kari', save)) : read;
    },
    /** Kari ties a unit to a channel. */
    async tie(unit: string, channel: string) {
      await stage.type('Kari', 'programme "Ny journal"', channel);
      return cardOf(await stage.type('Kari', `unit "${unit}" here`, channel));
    },
    /** Kari gives somebody a role in a unit. */
    give: (unit: string, role: 'contact' | 'deputy' | 'owner' | 'member', who: Name) =>
      stage.type('Kari', `unit "${unit}" ${role} @{0}`, 'felles', { mentions: [visitor(who)] }),
    /** What stands in a place, oldest first. */
    in: (place: string) => messages.filter((message) => message.place === place),
    errors: () => log.filter(({ level }) => level === 'error'),
    close: () => folder.discard(),
  };
  return stage;
}
export type Stage = Awaited<ReturnType<typeof openStage>>;

export const visitor = (name: Name): Visitor => ({
  surface: 'web',
  workspace: 'w',
  user: name,
  name,
  locale: locales[name],
  timeZone: 'Europe/Oslo',
  address: {},
});

const whereIs = (key: string): Where => ({
  surface: 'web',
  workspace: 'w',
  kind: key.startsWith('own-') ? 'personal' : 'channel',
  key,
  ...(key.startsWith('own-') ? {} : { name: key }),
  address: {},
});

/** A file as a surface hands it over. */
export const file = (content: string | Uint8Array, name = 'plan.csv'): IncomingFile => ({
  name,
  fetch: async () => ({ ok: true, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }),
});

export { cardOf, textOf };

/** The sentence of an answer that shows no card. */
export function noticeOf(answer: Answer): Extract<Answer, { show: 'notice' }> {
  if (answer.show !== 'notice')
    throw new Error(`no notice but ${'card' in answer ? textOf(answer.card) : answer.show}`);
  return answer;
}

/** The buttons of a card, or those with a verb. */
export const buttonsOf = (card: Card, verb?: string): ExecuteAction[] =>
  actionsOf(card).flatMap((one) =>
    one.type === 'Action.Execute' && (verb === undefined || one.verb === verb) ? [one] : [],
  );

/** The first button with a verb, or with a title; fails the test when there is none. */
export function buttonOf(card: Card, verbOrTitle: string): ExecuteAction {
  const found = buttonsOf(card).find(({ verb, title }) => verb === verbOrTitle || title === verbOrTitle);
  if (!found) throw new Error(`no button ${verbOrTitle} on:\n${textOf(card)}`);
  return found;
}
