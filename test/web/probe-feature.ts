import { z } from 'zod';
import type { Card } from '#card/card.ts';
import { type Feature, press, type Turn } from '#chat/feature.ts';

/** A card with one line and the given buttons. */
export function cardOf(text: string, verbs: string[] = [], extra: Partial<Card['content']> = {}): Card {
  return {
    content: {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'TextBlock', text, wrap: true }],
      ...(verbs.length > 0
        ? { actions: verbs.map((verb) => ({ type: 'Action.Execute', title: verb, verb, data: {} })) }
        : {}),
      ...extra,
    },
    summary: text,
    language: 'nb',
  };
}

/**
 * A feature made to try the page: a counter on a shared card that everyone sees in their own version, and one button or
 * command for each kind of answer.
 */
export function probeFeature() {
  let count = 0;
  const ran: string[] = [];
  const presses = new Map<string, number>();
  const refresh = {
    action: { type: 'Action.Execute' as const, title: 'mine', verb: 'probe.mine', data: { of: 'probe' } },
  };
  const shared = () =>
    cardOf(`Alle: ${count}`, ['probe.count', 'probe.ask', 'probe.form', 'probe.notice', 'probe.private'], { refresh });
  const own = (turn: Turn) =>
    cardOf(`${turn.by.name}: ${presses.get(turn.by.id) ?? 0} av ${count}`, ['probe.count'], { refresh });
  const form = () => ({
    ...cardOf('Fyll ut', ['probe.save']),
    content: {
      ...cardOf('Fyll ut', ['probe.save']).content,
      body: [
        { type: 'TextBlock' as const, text: 'Fyll ut', wrap: true },
        { type: 'Input.Text' as const, id: 'comment', label: 'Merknad', isMultiline: true },
      ],
    },
    title: 'Skjema',
  });
  const command = (verb: string, run: Feature['commands'][number]['run']) => ({
    verb,
    words: { nb: [], sv: [] },
    help: 'chat.help.help' as const,
    usage: 'chat.usage.help' as const,
    run,
  });
  const feature: Feature = {
    commands: [
      command('post', async (turn) => {
        ran.push('post');
        await turn.outbox.post(turn.place, shared(), { about: 'probe:one' });
        return { show: 'nothing' };
      }),
      command('echo', async (_turn, { rest, mentions, files }) => {
        ran.push('echo');
        const fetched = await Promise.all(files.map((file) => file.fetch()));
        const sizes = fetched.map((file) => (file.ok ? file.bytes.byteLength : file.problem));
        const text = [rest, ...mentions.map((m) => `nevnt: ${m.name}`), ...sizes.map((s) => `fil: ${s}`)].join(' | ');
        return { show: 'reply', card: cardOf(text) };
      }),
      command('secret', async () => ({ show: 'private', card: cardOf('Bare for deg') })),
      command('form', async () => ({ show: 'form', card: form() })),
      command('upload', async () => ({ show: 'ask-file', card: cardOf('Velg en fil') })),
      command('wrong', async () => ({ show: 'notice', problem: true, text: 'Det ble feil' })),
    ],
    presses: [
      press({
        verb: 'probe.count',
        values: z.object({}),
        run: async (turn) => {
          ran.push('count');
          count += 1;
          presses.set(turn.by.id, (presses.get(turn.by.id) ?? 0) + 1);
          turn.outbox.refresh('probe:one');
          return { show: 'replace', card: own(turn) };
        },
      }),
      press({
        verb: 'probe.mine',
        values: z.object({ of: z.literal('probe') }),
        run: async (turn) => (presses.has(turn.by.id) ? { show: 'replace', card: own(turn) } : { show: 'nothing' }),
      }),
      press({
        verb: 'probe.ask',
        values: z.object({}),
        run: async () => ({ show: 'replace', card: cardOf('Er du sikker?', ['probe.count']) }),
      }),
      press({
        verb: 'probe.plain',
        values: z.object({}),
        run: async () => ({ show: 'replace', shared: true, card: cardOf('Likt for alle', ['probe.count']) }),
      }),
      press({ verb: 'probe.form', values: z.object({}), run: async () => ({ show: 'form', card: form() }) }),
      press({
        verb: 'probe.save',
        values: z.object({ comment: z.string().optional() }),
        run: async (_turn, { comment }) =>
          comment
            ? { show: 'private', card: cardOf(`Lagret: ${comment}`) }
            : { show: 'notice', problem: true, field: 'comment', text: 'Skriv en merknad' },
      }),
      press({
        verb: 'probe.notice',
        values: z.object({}),
        run: async () => ({ show: 'notice', problem: false, text: 'Notert' }),
      }),
      press({
        verb: 'probe.private',
        values: z.object({}),
        run: async () => ({ show: 'private', card: cardOf('Bare for deg') }),
      }),
    ],
    subjects: { probe: async () => shared() },
  };
  return { feature, ran };
}
