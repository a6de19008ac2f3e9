import express, { type ErrorRequestHandler, type Request, Router } from 'express';
import type { Links } from '#chat/links.ts';
import type { Log } from '#chat/log.ts';
import { languageOf } from '#chat/meet.ts';
import type { Handle, RunningSurface } from '#chat/port.ts';
import { ConfigError, type TeamsConfig } from '#config.ts';
import { say } from '#words/say.ts';
import { isAct } from './activity.ts';
import { type Admission, admit } from './admit.ts';
import { Answering } from './answering.ts';
import { BotFramework } from './bot-framework.ts';
import { limits } from './limits.ts';
import { OpenForms } from './open-forms.ts';
import { createOutbound } from './outbound.ts';
import { OwnChats } from './own-chats.ts';
import { Roster } from './roster.ts';
import { Turns } from './turns.ts';
import { lineOf } from './who-and-where.ts';

/** Microsoft Teams: `POST /api/messages` in, the Bot connector out. */
export function createTeamsSurface({
  config,
  links,
  log,
}: {
  config: TeamsConfig;
  /** Addresses that Teams' clients and its fetching of pictures reach (PLATFORMS T6), or none. */
  links: Links;
  log: Log;
}): RunningSurface {
  // Without an app id botbuilder checks no token at all (PLATFORMS T46).
  if (!config.local && config.appId === '')
    throw new ConfigError('KLAR_TEAMS_APP_ID is missing: Teams is half configured');
  const framework = new BotFramework(config);
  const ownChats = new OwnChats(framework);
  const answering = new Answering(framework, ownChats, links, log);
  const roster = new Roster(framework, log);
  const localHost = config.standIn === undefined ? undefined : new URL(config.standIn).host;
  const forms = new OpenForms();
  const turns = new Turns({ appId: config.appId, framework, roster, answering, localHost, forms, log });
  let handle: Handle | undefined;

  const router = Router();
  router.post('/api/messages', express.json({ limit: limits.requestBytes }), async (request, response) => {
    if (!handle) return void response.status(503).end();
    const knock = { body: request.body, authorization: request.headers.authorization ?? '', isLocal: isLocal(request) };
    const admission = await admit(knock, config, framework);
    if (!admission.ok) {
      turnAway(admission);
      return void response.status(admission.status).json({ error: words[admission.status] });
    }
    const { status, body } = await turns.take(admission.activity, admission.tenant, handle);
    if (body === undefined) response.status(status).end();
    else response.status(status).json(body);
  });
  const unreadable: ErrorRequestHandler = (error: { status?: number; type?: string }, _request, response, next) => {
    if (error.status === undefined || error.status >= 500 || response.headersSent) return next(error);
    log.warn({ status: error.status, why: error.type }, 'Teams: a request was refused');
    response.status(error.status).json({ error: words[400] });
  };
  router.use('/api/messages', unreadable);

  /** One line in the log; to a person from elsewhere who wrote to Klar, one sentence. Nothing is kept. */
  function turnAway({ status, why, tenant, activity }: Exclude<Admission, { ok: true }>): void {
    log.warn({ status, why, ...(tenant ? { tenant } : {}) }, 'Teams: a request was refused');
    if (status !== 403 || activity?.type !== 'message' || !isAct(activity) || !tenant) return;
    const text = say(languageOf(activity.locale ?? undefined, 'nb'), 'teams.not-admitted');
    void answering.tell(lineOf(activity, tenant, config.appId), activity.conversation.id, text);
  }

  return {
    surface: createOutbound(framework, ownChats, { forms, links }),
    router,
    async open(given) {
      if (!config.local && config.standIn === undefined) await mustBeAccepted(framework, log);
      handle = given;
    },
    async close() {
      handle = undefined;
      await turns.settled();
    },
  };
}

/** What a refused request is told: enough for its sender, nothing about why a token is wrong. */
const words: Record<400 | 401 | 403 | 503, string> = {
  400: 'This is not an activity of Teams.',
  401: 'This does not come from Teams.',
  403: 'Klar is not open to this sender.',
  503: 'Klar cannot check this now.',
};

/**
 * From this machine, and not from a page that somebody reads on it (browsers name the page) nor through a tunnel or a proxy
 * on it (they name whom they speak for).
 */
function isLocal({ socket, headers }: Request): boolean {
  const remote = socket.remoteAddress ?? '';
  const ofOthers = ['origin', 'forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via'];
  return (
    ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(remote) && ofOthers.every((name) => headers[name] === undefined)
  );
}

/** Stops the start when Entra refuses the app; when Entra cannot be reached, Klar starts and sending will tell. */
async function mustBeAccepted(framework: BotFramework, log: Log): Promise<void> {
  try {
    await within(limits.startMs, framework.tryCredentials());
  } catch (error) {
    const code = error instanceof Error ? /AADSTS\d+/u.exec(error.message)?.[0] : undefined;
    if (code) {
      throw new ConfigError(
        `Microsoft Entra refuses Klar's app (${code}). Check KLAR_TEAMS_APP_ID, KLAR_TEAMS_APP_PASSWORD, KLAR_TEAMS_APP_TYPE and KLAR_TEAMS_TENANT.`,
      );
    }
    log.warn({ err: error instanceof Error ? error.name : 'unknown' }, 'Teams: Microsoft Entra could not be reached');
  }
}

/** Rejects when it takes longer. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
