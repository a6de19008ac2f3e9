import { z } from 'zod';
import { type CommandInput, type Feature, press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { aCard, buttons, execute, text } from './a-card.ts';

const says = (words: string) => aCard([text(words)], { summary: words });

/** The form that `prov` opens: three fields, a main button, and two beside it. */
function form(words = '') {
  return aCard(
    [
      text('Ny melding', { style: 'heading' }),
      { type: 'Input.Text', id: 'hva', label: 'Hva skjer?', value: words, isRequired: true },
      {
        type: 'Input.ChoiceSet',
        id: 'hvem',
        label: 'Hvem gjelder det?',
        style: 'expanded',
        isMultiSelect: true,
        choices: ['Vestby', 'Solvik', 'Elvestad'].map((title) => ({ title, value: title.toLowerCase() })),
      },
      { type: 'Input.Date', id: 'dag', label: 'Hvilken dag?' },
      buttons(
        execute('Send', 'prov.lagre', { style: 'positive', data: { utkast: 'u1' } }),
        execute('Vis først', 'prov.vis'),
        execute('Forkast', 'prov.forkast', { associatedInputs: 'none' }),
      ),
    ],
    { summary: 'Ny melding', title: 'Ny melding' },
  );
}

const filled = z.object({
  hva: z.string().default(''),
  hvem: z.string().default(''),
  dag: z.string().default(''),
  utkast: z.string().default(''),
});

/**
 * A small feature that answers in every way there is. What a press or command did is kept in `done`, with the id that
 * the turn would have given to a new record.
 */
export function trialFeature() {
  const done: string[] = [];
  let gate = Promise.resolve();

  async function files(_turn: Turn, given: CommandInput['files']): Promise<Answer> {
    const [file] = given;
    const came = await file?.fetch();
    const words = came?.ok ? new TextDecoder().decode(came.bytes) : `kom ikke fram: ${came?.problem}`;
    done.push(`fil ${file?.name}`);
    return { show: 'private', card: says(`${file?.name}: ${words}`) };
  }

  async function save(turn: Turn, values: z.infer<typeof filled>): Promise<Answer> {
    await gate;
    if (values.hva === 'feil') return { show: 'notice', problem: true, text: 'Den dagen er en søndag.', field: 'dag' };
    if (values.hva === 'galt') return { show: 'notice', problem: true, text: 'Det går ikke nå.' };
    if (values.hva === 'mer') return { show: 'form', card: form('mer om det') };
    if (values.hva === 'alle') return { show: 'reply', card: says('Til alle') };
    if (values.hva === 'ingenting') return { show: 'nothing' };
    done.push(`lagret ${turn.newId()}`);
    return { show: 'replace', card: says(`Lagret: ${JSON.stringify(values)}`) };
  }

  const feature: Feature = {
    commands: [
      {
        verb: 'prov',
        words: { nb: ['prøv'], sv: ['pröva'] },
        help: 'chat.help.help',
        usage: 'chat.usage.help',
        async run(turn, { rest, mentions, files: given }) {
          await gate;
          done.push(`${rest} ${turn.newId()}`);
          if (given.length > 0) return files(turn, given);
          if (rest === 'fil') return { show: 'ask-file', card: says('Send planen som en fil') };
          if (rest === 'alle') return { show: 'reply', card: says('Til alle') };
          if (rest === 'sant') return { show: 'notice', problem: false, text: 'Det er i orden.' };
          if (rest === 'ingenting') return { show: 'nothing' };
          if (rest === 'stort') return { show: 'private', card: says('x'.repeat(50_000)) };
          if (rest === 'umulig') {
            return { show: 'private', card: aCard([buttons(execute('A', 'b', { data: { c: 'd'.repeat(3000) } }))]) };
          }
          if (rest === 'kort') {
            const card = aCard(
              [
                text('Hvor står du?', { style: 'heading' }),
                { type: 'Input.Text', id: 'hva', label: 'Fortell', isRequired: true },
                buttons(execute('Svar', 'prov.lagre'), execute('Bare se', 'prov.vis', { associatedInputs: 'none' })),
              ],
              { summary: 'Hvor står du?' },
            );
            const came = await turn.outbox.post(turn.place, card, { about: 'prov:1' });
            return came.state === 'sent' ? { show: 'nothing' } : { show: 'notice', problem: true, text: came.state };
          }
          if (rest === 'ett') {
            const field = { type: 'Input.Text', id: 'hva', label: 'Fortell', isRequired: true } as const;
            const card = aCard([field, buttons(execute('Send', 'prov.lagre'))], { summary: 'Ett felt' });
            return { show: 'form', card };
          }
          if (rest.startsWith('si')) {
            return { show: 'private', card: says(`${rest.slice(3)} | ${mentions.map((m) => m.name).join(', ')}`) };
          }
          return { show: 'form', card: form(rest) };
        },
      },
    ],
    presses: [
      press({ verb: 'prov.lagre', values: filled, run: save }),
      press({
        verb: 'prov.vis',
        values: filled,
        run: async (_turn, values) => ({
          show: values.hva === 'galt' ? 'notice' : 'replace',
          problem: true,
          text: 'Det går ikke nå.',
          card: aCard([text(`Slik: ${values.hva}`), buttons(execute('Tilbake', 'prov.tilbake'))], { summary: 'Slik' }),
        }),
      }),
      press({ verb: 'prov.tilbake', values: z.object({}), run: async () => ({ show: 'form', card: form() }) }),
      press({
        verb: 'prov.forkast',
        values: z.object({}),
        run: async () => ({ show: 'replace', card: says('Forkastet') }),
      }),
    ],
    awaiting: async () => [
      { title: 'Fortell hvor dere står', open: { title: 'Svar nå', verb: 'prov.tilbake', data: {} } },
    ],
    file: files,
  };

  return {
    feature,
    /** What has been done, once each. */
    done,
    /** Lets actions wait until the returned function is called. */
    hold(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },
  };
}
