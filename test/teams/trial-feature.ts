import { z } from 'zod';
import type { Card, Element, ExecuteAction, Mention } from '#card/card.ts';
import { type Feature, press } from '#chat/feature.ts';

/** A button as `fillCard` makes them, with the fallback for old clients. */
export function button(verb: string, data: Record<string, string> = {}): ExecuteAction {
  const fallback = { type: 'Action.Submit', title: verb, data: { ...data, verb } };
  return { type: 'Action.Execute', title: verb, verb, data, fallback };
}

/** A card with one line, an input and the given buttons. */
export function cardOf(text: string, buttons: ExecuteAction[] = [], mentions?: Mention[]): Card {
  const actions = buttons.length > 0 ? [{ type: 'ActionSet' as const, actions: buttons }] : [];
  const named = mentions
    ? [{ type: 'TextBlock' as const, id: 'mentions', text: mentions.map(({ name }) => name).join(', ') }]
    : [];
  return {
    content: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }, ...named, ...actions] },
    summary: text,
    language: 'nb',
    ...(mentions ? { mentions } : {}),
  };
}

/** A form with an input inside a container, one beside it, and a button that knows what it is about. */
export function formOf(about: string): Card {
  const { content, ...rest } = cardOf(`Skjema ${about}`);
  const choices = ['a', 'b', 'c'].map((value) => ({ title: value.toUpperCase(), value }));
  const body: Element[] = [
    ...content.body,
    { type: 'Container', items: [{ type: 'Input.Text', id: 'what', label: 'Hva', value: 'fra før' }] },
    { type: 'Input.ChoiceSet', id: 'which', label: 'Hvilke', choices, isMultiSelect: true },
    { type: 'ActionSet', actions: [button('trial.answer', { about })] },
  ];
  return { ...rest, content: { ...content, body } };
}

const kinds = ['replace', 'reply', 'private', 'form', 'ask-file'] as const;
const allButtons = () => [...kinds, 'notice', 'nothing'].map((kind) => button(`trial.${kind}`));

/** A feature made to try a surface: a command and a button for each kind of answer, and a counter on a shared card. */
export function trialFeature() {
  const ran: string[] = [];
  let count = 0;
  const refreshing = (card: Card): Card => {
    const refresh = { action: { ...button('trial.count'), verb: 'trial.look', title: 'Se' } };
    return { ...card, content: { ...card.content, refresh } };
  };
  const counter = () =>
    refreshing(cardOf(`Alle: ${count}`, [button('trial.count'), button('trial.form'), button('trial.ask')]));
  const command = (verb: string, run: Feature['commands'][number]['run']): Feature['commands'][number] => ({
    verb,
    words: { nb: [], sv: [] },
    help: 'chat.help.help',
    usage: 'chat.usage.help',
    run,
  });
  const simple = (verb: string, run: Parameters<typeof press>[0]['run']) =>
    press({ verb, values: z.record(z.string(), z.string()), run });

  const feature: Feature = {
    commands: [
      ...kinds.map((kind) =>
        command(`say-${kind}`, async () => ({ show: kind, card: cardOf(`Svar: ${kind}`, allButtons()) })),
      ),
      command('say-ask', async () => ({ show: 'form', card: formOf('to') })),
      command('say-notice', async () => ({ show: 'notice', problem: true, text: 'Det gikk ikke.' })),
      command('echo', async (_turn, { rest, mentions, files }) => {
        ran.push('echo');
        const read = await Promise.all(files.map((file) => file.fetch()));
        const sizes = read.map((one) => (one.ok ? String(one.bytes.byteLength) : one.problem));
        const names = mentions.map((one) => `${one.name} ${one.user} ${one.email}`);
        return { show: 'reply', card: cardOf([rest, ...names, ...sizes].join(' | ')) };
      }),
      command('post', async (turn) => {
        await turn.outbox.post(turn.place, counter(), { about: 'trial:one' });
        return { show: 'nothing' };
      }),
      command('remind', async (turn) => {
        const { name, accounts } = turn.by;
        const card = cardOf(
          'Husk dette',
          [],
          [
            { name, accounts },
            { name: 'Ingen Her', accounts: [] },
          ],
        );
        await turn.outbox.post(turn.place, card);
        return { show: 'nothing' };
      }),
    ],
    presses: [
      ...kinds.map((kind) =>
        simple(`trial.${kind}`, async () => ({ show: kind, card: cardOf(`Etter: ${kind}`, allButtons()) })),
      ),
      simple('trial.notice', async () => ({ show: 'notice', problem: false, text: 'Notert.' })),
      simple('trial.nothing', async () => ({ show: 'nothing' })),
      simple('trial.count', async (turn) => {
        ran.push('count');
        count += 1;
        turn.outbox.refresh('trial:one');
        return { show: 'replace', card: cardOf(`${turn.by.name} var med på ${count}`, [button('trial.count')]) };
      }),
      simple('trial.look', async (_turn, _values, { automatic }) => {
        ran.push(automatic ? 'looked' : 'asked');
        return { show: 'replace', card: refreshing(cardOf(`Din: ${count}`, [button('trial.count')])) };
      }),
      simple('trial.ask', async () => ({ show: 'form', card: formOf('en') })),
      press({
        verb: 'trial.answer',
        values: z.looseObject({ what: z.string() }),
        run: async (_turn, values) =>
          values.what === 'ja'
            ? { show: 'replace', card: cardOf(JSON.stringify(values)) }
            : { show: 'notice', problem: true, field: 'what', text: 'Skriv ja.' },
      }),
      simple('trial.values', async (_turn, values) => ({
        show: 'replace',
        card: cardOf(JSON.stringify(values)),
      })),
    ],
    subjects: { trial: async () => counter() },
    file: async (_turn, files) => ({ show: 'private', card: cardOf(`Fil: ${files.map(({ name }) => name).join()}`) }),
  };
  return { feature, ran };
}
