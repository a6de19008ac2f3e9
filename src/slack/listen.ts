import type { AnyMiddlewareArgs, App } from '@slack/bolt';
import type { z } from 'zod';
import type { Links } from '#chat/links.ts';
import type { Log } from '#chat/log.ts';
import type { Answer, Handle, Incoming } from '#chat/port.ts';
import { say } from '#words/say.ts';
import { tried } from './came-of.ts';
import type { Carrier } from './carry.ts';
import { giveFile } from './give-file.ts';
import { missingField } from './missing-field.ts';
import { admits, originOf, workspaceOf } from './own.ts';
import { commandBody, type EventBody, eventBody, pressBody, submitBody } from './payload.ts';
import type { Pictures } from './pictures.ts';
import {
  type Read,
  type Reading,
  readArrived,
  readCommand,
  readHome,
  readLeft,
  readPress,
  readSaid,
  readSubmit,
} from './read-act.ts';
import { Seen } from './seen.ts';
import { type Showing, showAnswer } from './show-answer.ts';
import type { Act, Stage } from './stage.ts';
import { type SubmitAck, submitForm } from './submit-form.ts';
import { sentenceMessage } from './to-message.ts';
import { sentenceModal, toHome } from './to-view.ts';
import { patiently } from './unready.ts';
import { within } from './within.ts';

/** How long an answer is waited for before Slack's three seconds (S1, S5) are used for a word to the person, milliseconds. */
export interface Patience {
  /** Before a window that says "one moment" takes up the leave to open one. */
  windowMs: number;
  /** Before a form that was sent off is acknowledged without its answer. */
  formMs: number;
  /** Before Slack is shown again a picture that it had not yet processed (S16). */
  pictureMs: number;
}
interface Listening {
  reading: Reading;
  carrier: Carrier;
  handle: Handle;
  links: Links;
  pictures: Pictures;
  log: Log;
  /** See `HttpReceiver`. */
  refusal: string;
  patience: Patience;
}

/**
 * Listens to everything that people do in Slack. Slack is told first that it has arrived (S1), then Klar works; only a
 * form's answer is part of the acknowledgement.
 * @returns Resolves when all that is under way is answered.
 */
export function listen(app: App, listening: Listening): () => Promise<void> {
  const { reading, carrier, links, pictures, log, patience } = listening;
  const { client, own, people } = reading;
  const { pictureMs } = patience;
  const seen = new Seen();
  const underWay = new Set<Promise<void>>();

  const showing: Showing = { client, carrier, log, pictureMs, workspace: workspaceOf(own), refreshHome };

  /** Klar's answer, its links made into what Slack can show. */
  async function handle(incoming: Incoming): Promise<Answer> {
    const answer = await listening.handle(incoming);
    return 'card' in answer ? { ...answer, card: (await pictures.ready(answer.card)).card } : answer;
  }

  /** Reads, handles and shows, out of the way of the acknowledgement. */
  function work(name: string, job: () => Promise<void>): void {
    const running = job()
      .catch((error: unknown) => log.error({ err: error, act: name }, 'an act from Slack failed'))
      .finally(() => underWay.delete(running));
    underWay.add(running);
  }

  async function perform(read: Read): Promise<void> {
    if (!read) return;
    if ('stranger' in read) return refuse(read.stage, read.stranger);
    if ('file' in read) return giveFile(showing, { links, people }, { link: read.file, stage: read.stage });
    const answer = handle(read.incoming);
    const mayWait = read.stage.trigger !== undefined && read.stage.window === undefined;
    const soon = mayWait ? await within(patience.windowMs, answer) : await answer;
    if (soon) return showAnswer(showing, soon, read.stage);
    const stage = await waiting(read);
    await showAnswer(showing, await answer, stage);
  }

  /** Uses the leave to open a window before it is gone (S5); what the answer is shows in it. */
  async function waiting({ stage }: Act): Promise<Stage> {
    const view = sentenceModal(say(stage.language, 'slack.working'), stage.language, stage.from);
    const came = await tried(() => client.views.open({ trigger_id: stage.trigger ?? '', view }));
    const id = came.state === 'sent' ? came.answer.view?.id : undefined;
    return { ...stage, trigger: undefined, ...(id ? { window: { id, made: true } } : {}) };
  }

  async function refuse(stage: Stage, stranger: { workspace: string }): Promise<void> {
    log.warn({ workspace: stranger.workspace, problem: 'workspace not admitted' }, 'an act from Slack was refused');
    // The person's own chat is no way: Slack opens none with strangers (X5).
    const sentence = sentenceMessage(say(stage.language, 'slack.not-admitted'));
    await carrier.privately(stage.user, { ...stage.from, kind: 'channel' }, sentence);
  }

  async function home(read: Read): Promise<void> {
    if (!read || 'file' in read) return;
    if ('stranger' in read) return refuse(read.stage, read.stranger);
    const answer = await handle(read.incoming);
    if (!('card' in answer)) return;
    const view = toHome(answer.card, workspaceOf(own));
    const came = await patiently<{ state: string; reason?: string }>(view.blocks, pictureMs, (blocks) =>
      tried(() => client.views.publish({ user_id: read.stage.user, view: { ...view, blocks } })),
    );
    if (came.state !== 'sent') log.warn({ ...came }, 'Home could not be shown');
  }

  async function refreshHome(stage: Stage): Promise<void> {
    const user = stage.user;
    const id = `home:${user}:${Date.now()}`;
    await home(
      await readHome(reading, eventBody.parse({ event_id: id, event: { type: 'app_home_opened', user, tab: 'home' } })),
    );
  }

  app.use(async (args) => {
    const body = (args as AnyMiddlewareArgs).body as unknown as Record<string, unknown>;
    // Over HTTP the receiver has refused already; Socket Mode has no status to refuse with.
    if (admits(own, originOf(body).installed)) return args.next();
    log.warn({ problem: 'workspace not admitted' }, 'a Slack request was refused');
    const ack = (args as { ack?: (answer?: unknown) => Promise<void> }).ack;
    await ack?.(body.command === undefined ? undefined : { response_type: 'ephemeral', text: listening.refusal });
  });

  /** One body of a known shape, the first time it comes. */
  function fresh<S extends z.ZodType>(
    schema: S,
    body: unknown,
    id: (read: z.output<S>) => string | undefined,
  ): z.output<S> | undefined {
    const read = schema.safeParse(body);
    if (!read.success) {
      log.warn({ problem: 'unknown body' }, 'a Slack request was refused');
      return undefined;
    }
    const named = id(read.data);
    return named === undefined || seen.isNew(named) ? read.data : undefined;
  }

  app.command(/.*/, async ({ ack, body }) => {
    await ack();
    const read = fresh(commandBody, body, (b) => b.trigger_id);
    if (read) work('command', async () => perform(await readCommand(reading, read)));
  });

  app.action(/.*/s, async ({ ack, body }) => {
    await ack();
    const read = fresh(pressBody, body, (b) => b.trigger_id);
    if (!read) return;
    work('press', async () => {
      const act = await readPress(reading, read);
      const missing = missingField(read);
      if (!act || 'stranger' in act || missing === undefined) return perform(act);
      const sentence = say(act.stage.language, 'slack.fill-in', { label: missing });
      await carrier.privately(act.stage.user, act.stage.from, sentenceMessage(sentence));
    });
  });

  app.view({ type: 'view_submission', callback_id: /.*/s }, async ({ ack, body }) => {
    const acknowledge = ack as (answer?: SubmitAck) => Promise<void>;
    // A form that shows an error keeps its id and is sent again, so repeats are not dropped here.
    const read = fresh(submitBody, body, () => undefined);
    const act = read && (await readSubmit(reading, read));
    if (!act || 'file' in act) return acknowledge();
    if ('stranger' in act) {
      await acknowledge();
      return work('form', () => refuse(act.stage, act.stranger));
    }
    const answer = handle(act.incoming);
    const submitted = Promise.withResolvers<void>();
    work('form', () =>
      submitForm(showing, { answer, stage: act.stage, ack: acknowledge, patienceMs: patience.formMs }).finally(
        submitted.resolve,
      ),
    );
    await submitted.promise;
  });
  app.view({ type: 'view_closed', callback_id: /.*/s }, ({ ack }) => ack());

  const onEvent = (name: string, run: (body: EventBody) => Promise<void>) =>
    app.event(name, async ({ body }) => {
      const read = fresh(eventBody, body, (b) => b.event_id);
      if (read) work(name, () => run(read));
    });

  onEvent('app_mention', async (body) => perform(await readSaid(reading, body)));
  onEvent('message', async (body) => {
    // Its own chat alone, and nothing but what a person wrote: no edits, no bots, no notices (S37).
    const { channel_type, subtype } = body.event;
    if (channel_type === 'im' && (subtype === undefined || subtype === 'file_share')) {
      await perform(await readSaid(reading, body));
    }
  });
  onEvent('app_home_opened', async (body) => home(await readHome(reading, body)));
  onEvent('member_joined_channel', async (body) => perform(await readArrived(reading, body)));
  for (const name of ['channel_left', 'group_left', 'app_uninstalled', 'tokens_revoked']) {
    onEvent(name, async (body) => {
      if (body.event.channel === undefined) log.warn({ event: name }, 'Klar was removed from the Slack workspace');
      for (const incoming of await readLeft(reading, body)) await handle(incoming);
    });
  }

  app.error(async (error) => log.error({ err: error }, 'Bolt could not handle a request'));

  return async () => {
    while (underWay.size > 0) await Promise.allSettled(underWay);
  };
}
