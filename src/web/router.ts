import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { language } from '#calendar/when.ts';
import type { Spot } from '#chat/addressed.ts';
import type { Command } from '#chat/feature.ts';
import type { Links } from '#chat/links.ts';
import type { Handle, Visitor, Where } from '#chat/port.ts';
import type { Person } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { Store } from '#store/port.ts';
import { type Act, type Acts, mentionedIn, putAway } from './acts.ts';
import { pageFiles } from './assets.ts';
import type { Board, PageMessage } from './board.ts';
import { streamOfChanges } from './changes.ts';
import { filesOf, MAX_BODY, upload } from './files.ts';
import { guard } from './guard.ts';
import { type Marks, messagesFor, placesFor } from './seen.ts';
import type { Stage } from './stage.ts';
import { pageTexts } from './texts.ts';
import type { Looking, Views } from './views.ts';

/** What the router works with. */
export interface RouterParts {
  store: Store;
  stage: Stage;
  commands: Command[];
  board: Board;
  views: Views;
  links: Links;
  handle: Handle;
  acts: Acts;
  workspace: string;
  onRefused: (why: string) => void;
  closing: AbortSignal;
}

/** The page names each act itself, so that a repeated request is the same act. */
const act = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);
const here = { as: z.string().min(1), place: z.string().min(1) };
const looks = z.object({ ...here, count: z.coerce.number().int().min(1).max(500).default(60) });
/** A plan of some hundred rows that is pasted. */
const MOST_TYPED = 50_000;
const says = z.object({ ...here, act, text: z.string().max(MOST_TYPED), files: z.array(upload).max(5).default([]) });
const presses = z.object({
  ...here,
  act,
  message: z.string().min(1),
  verb: z.string().min(1).max(100),
  values: z.record(z.string().max(100), z.string().max(MOST_TYPED)),
});
const putsAway = z.object({ ...here, message: z.string().min(1) });
const moves = z.object({ act, to: z.enum(['day', 'week', 'event']), language });

/** Paths serve the page itself. Where people are to copy an address, it is whole, under the name by which they came. */
const onThisServer = (links: Links, { headers }: Request) => ({
  address: (link: string, at: Spot) => {
    const path = links.address(link);
    return path !== undefined && at === 'text' ? `http://${headers.host}${path}` : path;
  },
});

/** A request that cannot be answered: the status, and a sentence for whoever reads it. */
class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The page, its files and its API. Everything is behind the guard; bodies are read per route. */
export function createRouter(parts: RouterParts): Router {
  const { store, stage, board, views, links, handle, acts, workspace } = parts;
  const router = express.Router();
  const small = express.json({ limit: '64kb' });
  const middling = express.json({ limit: '256kb' });
  const large = express.json({ limit: MAX_BODY });
  const marks: Marks = new Map();
  /** The last move of the clock: sent twice, it is done once. */
  let moved: { act: string; report: ReturnType<Stage['move']> } | undefined;
  const files = pageFiles();

  async function actor(as: string): Promise<{ person: Person; by: Visitor }> {
    const person = await store.persons.get(as);
    const by = person && visitorOf(person, workspace);
    if (!person || !by) throw new Refused(404, 'There is nobody of that id here.');
    return { person, by };
  }

  /** The person and the place, when the person can see it. */
  async function standing(as: string, place: string): Promise<Omit<Act, 'act'>> {
    const { person, by } = await actor(as);
    const found = (await stage.placesOf(person.id)).find((p) => p.id === place);
    if (!found) throw new Refused(404, 'That person sees no such place.');
    return { person, by, place: found, where: whereOf(found) };
  }

  /** A message of the place, when the person may see it. */
  function seen({ person, place }: Omit<Act, 'act'>, id: string): PageMessage {
    const message = board.get(id);
    if (message?.place !== place.id || (message.only !== undefined && message.only !== person.id)) {
      throw new Refused(404, 'That person sees no such message there.');
    }
    return message;
  }

  const protect = guard(parts.onRefused);
  router.get('/', protect, (_request, response) => void response.type('html').send(files.page));
  router.get('/page/:file', protect, (request, response) => {
    const file = files.byName.get(String(request.params.file));
    if (!file) return void response.status(404).json({ problem: 'The page has no such file.' });
    response.type(file.type).send(file.body);
  });
  router.use('/api/rehearsal', protect);

  router.get('/api/rehearsal/start', (_request, response) => void response.json(pageTexts(parts.commands)));

  router.get('/api/rehearsal/state', async (request, response) => {
    const as = z.object({ as: z.string().optional(), language: language.optional() }).parse(request.query);
    const chosen = as.as === undefined ? undefined : await actor(as.as).catch(() => undefined);
    const tongue = chosen?.person.language ?? as.language ?? 'nb';
    const cast = await stage.cast(tongue);
    response.json({
      clock: { now: stage.now().toString(), timeZone: stage.timeZone },
      people: cast.map(({ person, about, group }) => ({
        id: person.id,
        name: person.name,
        language: person.language,
        about,
        group,
      })),
      places: chosen ? placesFor(chosen.person, await stage.placesOf(chosen.person.id), board, marks) : [],
    });
  });

  router.get('/api/rehearsal/messages', async (request, response) => {
    const { as, place, count } = looks.parse(request.query);
    const stands = await standing(as, place);
    const looking: Looking = { person: stands.person.id, by: stands.by, where: stands.where };
    const cast = await stage.cast(stands.person.language);
    response.json(
      await messagesFor(stands.person, stands.place, count, {
        board,
        views,
        links: onThisServer(links, request),
        handle,
        looking,
        cast,
      }),
    );
  });

  router.post('/api/rehearsal/read', small, async (request, response) => {
    const { as, place } = z.object(here).parse(request.body);
    const { person } = await standing(as, place);
    marks.set(`${person.id} ${place}`, board.of(place).at(-1)?.id ?? '');
    response.json({});
  });

  router.post('/api/rehearsal/open', small, async (request, response) => {
    const { person, by } = await actor(z.object({ as: z.string() }).parse(request.body).as);
    const own = (await stage.placesOf(person.id)).find((p) => p.kind === 'personal');
    if (own) await acts.arrive({ act: 'arrived', person, by, place: own, where: whereOf(own) });
    response.json({});
  });

  router.post('/api/rehearsal/say', large, async (request, response) => {
    const said = says.parse(request.body);
    const stands = await standing(said.as, said.place);
    const sent = filesOf(said.files);
    const text = said.text.trim();
    if (text === '' && sent.length === 0) throw new Refused(400, 'Nothing was said.');
    const everyone = (await stage.cast('nb')).map(({ person }) => visitorOf(person, workspace)).filter((v) => !!v);
    const mentions = mentionedIn(text, everyone);
    response.json(await acts.say({ act: said.act, ...stands }, { text, mentions, files: sent }));
  });

  router.post('/api/rehearsal/press', middling, async (request, response) => {
    const pressed = presses.parse(request.body);
    const stands = await standing(pressed.as, pressed.place);
    response.json(await acts.press({ act: pressed.act, ...stands }, seen(stands, pressed.message), pressed));
  });

  router.post('/api/rehearsal/put-away', small, async (request, response) => {
    const { as, place, message } = putsAway.parse(request.body);
    const stands = await standing(as, place);
    // Put away twice is put away.
    const known = board.get(message) && seen(stands, message);
    if (known) await putAway(board, views, stands.person.id, known);
    response.json({});
  });

  router.post('/api/rehearsal/clock', small, async (request, response) => {
    const wanted = moves.parse(request.body);
    if (moved?.act !== wanted.act) moved = { act: wanted.act, report: stage.move(wanted.to, wanted.language) };
    const report = await moved.report;
    board.touch();
    response.json(report);
  });

  router.get('/api/rehearsal/changes', streamOfChanges(board, parts.closing));
  router.use(
    '/api/rehearsal',
    (_request, response) => void response.status(404).json({ problem: 'No such thing here.' }),
  );

  router.use('/api/rehearsal', (error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    if (error instanceof Refused) return void response.status(error.status).json({ problem: error.message });
    if (error instanceof z.ZodError) return void response.status(400).json({ problem: z.prettifyError(error) });
    const status = (error as { status?: unknown }).status;
    // What the body parsers refuse: too large, not JSON.
    if (typeof status === 'number' && status < 500) {
      return void response
        .status(status)
        .json({ problem: status === 413 ? 'That is too large.' : 'That is not JSON.' });
    }
    next(error);
  });
  return router;
}

function visitorOf(person: Person, workspace: string): Visitor | undefined {
  const account = person.accounts.find((a) => a.surface === 'web' && a.workspace === workspace);
  return account && { ...account, name: person.name, timeZone: person.timeZone };
}

const whereOf = ({ surface, workspace, kind, key, address, name }: Place): Where => ({
  surface,
  workspace,
  kind,
  key,
  address,
  name,
});
