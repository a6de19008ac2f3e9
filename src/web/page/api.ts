/** What the page asks of Klar. The shapes are those of `../router.ts`. */

export type Tongue = 'nb' | 'sv' | 'en';

export interface TongueTexts {
  texts: Record<string, string>;
  commands: { word: string; usage: string; help: string }[];
}

export interface Somebody {
  id: string;
  name: string;
  language: Tongue | 'nn';
  about: string;
  group: string;
}

export interface PlaceLine {
  id: string;
  name: string;
  kind: 'channel' | 'group' | 'personal';
  unread: number;
  named: boolean;
}

export interface State {
  clock: { now: string; timeZone: string };
  people: Somebody[];
  places: PlaceLine[];
}

export interface ShownMessage {
  id: string;
  at: string;
  text: string;
  /** Missing when it is Klar's. */
  by?: { id: string; name: string };
  own: boolean;
  onlyYou: boolean;
  card?: Record<string, unknown>;
  language?: Tongue | 'nn';
  mentions?: string[];
  namesYou?: boolean;
  purpose?: 'form' | 'ask-file';
}

export interface Conversation {
  place: string;
  messages: ShownMessage[];
  earlier: boolean;
}

export interface Done {
  notice?: { text: string; problem: boolean; field?: string };
}

export interface Moved {
  text: string;
  lines: { place: string; name: string; text: string; as: string }[];
}

/** Who stands where: part of nearly every request. */
export interface Here {
  as: string;
  place: string;
}

/** Klar was not reached, or would not answer. */
export class Unanswered extends Error {}

async function answer<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/rehearsal/${path}`, init);
  } catch (cause) {
    throw new Unanswered('Klar was not reached', { cause });
  }
  if (!response.ok) throw new Unanswered(`Klar answered ${response.status}`);
  return (await response.json()) as T;
}

const get = <T>(path: string, query: Record<string, string> = {}): Promise<T> =>
  answer(`${path}?${new URLSearchParams(query)}`);

const post = <T>(path: string, body: object): Promise<T> =>
  answer(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/**
 * An act of the person. It gets its name here, once, and is sent once more when no answer came: Klar knows the name
 * again and does the act only once.
 */
async function actOnce<T>(path: string, body: object): Promise<T> {
  const named = { ...body, act: crypto.randomUUID() };
  try {
    return await post<T>(path, named);
  } catch (error) {
    if (!(error instanceof Unanswered) || error.cause === undefined) throw error;
    return post<T>(path, named);
  }
}

export const api = {
  start: () => get<Record<Tongue, TongueTexts>>('start'),
  state: (as: string | undefined) => get<State>('state', as === undefined ? {} : { as }),
  messages: (here: Here, count: number) => get<Conversation>('messages', { ...here, count: String(count) }),
  open: (as: string) => post('open', { as }),
  read: (here: Here) => post('read', here),
  say: (here: Here, said: { text: string; files: { name: string; base64: string }[] }) =>
    actOnce<Done>('say', { ...here, ...said }),
  press: (here: Here, pressed: { message: string; verb: string; values: Record<string, string> }) =>
    actOnce<Done>('press', { ...here, ...pressed }),
  putAway: (here: Here, message: string) => post('put-away', { ...here, message }),
  move: (to: 'day' | 'week' | 'event', language: string) => actOnce<Moved>('clock', { to, language }),
  /** Calls back whenever something has changed, and says whether there is contact. */
  watch(changed: () => void, contact: (there: boolean) => void): void {
    const stream = new EventSource('/api/rehearsal/changes');
    stream.onmessage = changed;
    stream.onopen = () => contact(true);
    stream.onerror = () => contact(false);
  },
};
