import { fillCard } from '#card/fill.ts';
import type { Command, CommandInput, Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { ledProgramme, ownerNames, problem } from '#people/actions/common.ts';
import { sameName } from '#people/find-unit.ts';
import type { Programme } from '#people/programme.ts';
import { say } from '#words/say.ts';
import { mostAlone } from '../approval.ts';
import { headingAndText } from '../heading.ts';
import { button } from '../view.ts';
import { blankForm, formView } from '../view-form.ts';
import { type Filled, tidyText } from '../wanted.ts';
import { messageCard } from './cards.ts';
import { listCard } from './list.ts';

const listWords = ['list', 'liste', 'lista'];
const limitWords = ['limit', 'grense', 'gräns'];

/** `announce [TEXT]`: the form; `announce list`: drafts and what was sent; `announce limit N`: from when on two must agree. */
export const announceCommand: Command = {
  verb: 'announce',
  words: { nb: ['kunngjør', 'kunngjøring', 'melding'], sv: ['meddela', 'meddelande', 'kungör'] },
  help: 'announcement.help',
  usage: 'announcement.usage',
  async run(turn, input) {
    const led = await ledProgramme(turn);
    if ('answer' in led) return led.answer;
    const { programme } = led;
    const [first = '', ...others] = input.args;
    if (others.length === 0 && listWords.includes(sameName(first))) {
      return { show: 'private', card: await listCard(turn, programme) };
    }
    if (limitWords.includes(sameName(first)) && others.length <= 1) return setLimit(turn, programme, others[0] ?? '');
    return form(turn, programme, turn.newId(), begun(input));
  },
};

/** What was typed after the command. */
function begun({ rest, mentions }: Pick<CommandInput, 'rest' | 'mentions'>): Filled {
  // People mentioned become their names: the texts of an announcement are plain.
  const plain = tidyText(rest.replace(/@\{(\d+)\}/gu, (_, at) => mentions[Number(at)]?.name ?? ''));
  const whole = /^["“”«]([^"“”«»]*)["“”»]$/u.exec(plain)?.[1] ?? plain;
  const { title, text } = headingAndText(whole);
  return blankForm(title, text);
}

/** The form. `id` is the id that the announcement has or will have. */
export function form(turn: Turn, programme: Programme, id: string, filled: Filled): Answer {
  const { language } = turn;
  const title = say(language, 'announcement.form.title');
  return {
    show: 'form',
    card: fillCard('announcement/form', formView(id, filled, programme, turn), { summary: title, title, language }),
  };
}

async function setLimit(turn: Turn, programme: Programme, typed: string): Promise<Answer> {
  const { language } = turn;
  const count = /^\d{1,4}$/u.test(typed) ? Number(typed) : Number.NaN;
  if (!(count <= mostAlone)) return problem(say(language, 'announcement.limit.wrong', { most: mostAlone }));
  if (!programme.owners.includes(turn.by.id)) {
    const owners = await ownerNames(turn, programme);
    return problem(say(language, 'announcement.limit.owners', { programme: programme.name, owners }));
  }
  const before = programme.announceAlone;
  await changeLimit(turn, programme, count);
  const undo = { programme: programme.id, count: before === undefined ? '' : String(before) };
  return {
    show: 'private',
    card: messageCard(language, say(language, 'announcement.limit.set', { programme: programme.name, count }), {
      buttons:
        before === count ? [] : [button(say(language, 'announcement.button.undo'), 'announcement.undo-limit', undo)],
    }),
  };
}

async function changeLimit(turn: Turn, programme: Programme, count: number | undefined): Promise<void> {
  await turn.store.programmes.change(programme.id, ({ announceAlone: _, ...rest }) => ({
    next: { ...rest, ...(count === undefined ? {} : { announceAlone: count }) },
    outcome: true,
  }));
  await turn.audit('announcement.limit', {
    programme: programme.id,
    count: count === undefined ? 'none' : String(count),
  });
}

/** Puts back what was before; `count` empty: nothing was set. */
export async function undoLimit(turn: Turn, values: { programme: string; count: number | undefined }): Promise<Answer> {
  const { language } = turn;
  const programme = await turn.store.programmes.get(values.programme);
  if (!programme?.owners.includes(turn.by.id)) return problem(say(language, 'chat.unknown-press'));
  await changeLimit(turn, programme, values.count);
  return { show: 'replace', card: messageCard(language, say(language, 'people.undone')) };
}
