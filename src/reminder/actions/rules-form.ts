import { z } from 'zod';
import { press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import type { Programme } from '#people/programme.ts';
import { problem } from '#plan/actions/common.ts';
import { mayRead } from '#plan/actions/editing/led-row.ts';
import { say } from '#words/say.ts';
import { markOf, type Part, partOf, rulesOf, withoutPart } from '../edit-rules.ts';
import { remindingOf } from './reminding.ts';
import { partText, rulesCard } from './rules-card.ts';
import { leadForm, leadPresses } from './rules-lead-form.ts';
import { otherForm, otherPresses } from './rules-other-form.ts';
import { rowsForm, rowsPresses } from './rules-rows-form.ts';
import { ledProgramme, nameOf, savedAnswer, setAll, setPart, showRules } from './set-rules.ts';

/** `remind rules`: the rules in words, with a button at each for who leads. */
export async function remindRules(turn: Turn): Promise<Answer> {
  if (!turn.programme) return problem(say(turn.language, 'people.no-programme'));
  return { show: 'private', card: await rulesCard(turn, turn.programme) };
}

/** A part as a button names it: `rows`, `other`, `group:ID`, `lead:ID`; `new` for one that is yet to be made. */
const partNamed = z
  .string()
  .regex(/^(?:rows|other|(?:group|lead):[a-z0-9-]{1,40})$/u)
  .transform((text): Part => {
    const [of = '', id = ''] = text.split(':');
    return of === 'group' || of === 'lead' ? { of, id } : { of: of === 'other' ? 'other' : 'rows' };
  });
const programme = z.string();

async function formOf(turn: Turn, of: Programme, part: Part): Promise<Answer> {
  const rules = rulesOf(await remindingOf(turn, of.id));
  const stands = partOf(rules, part);
  if (stands === undefined && 'id' in part && part.id !== 'new') {
    return showRules(turn, of, say(turn.language, 'reminder.rules-gone', { name: await nameOf(turn, undefined) }));
  }
  const about = { programme: of.id, part, mark: markOf(stands) };
  switch (part.of) {
    case 'lead':
      return { show: 'form', card: leadForm(turn, about, rules) };
    case 'other':
      return { show: 'form', card: otherForm(turn, about, rules) };
    default:
      return { show: 'form', card: rowsForm(turn, about, rules) };
  }
}

/** What the buttons of the rules and of their forms do. */
export const rulesPresses = [
  press({
    verb: 'reminder.rules',
    values: z.object({ programme, from: z.coerce.number().int().min(0).default(0) }),
    async run(turn, values) {
      const of = await turn.store.programmes.get(values.programme);
      if (!of || !mayRead(turn, of)) return problem(say(turn.language, 'chat.unknown-press'));
      return { show: 'replace', card: await rulesCard(turn, of, { from: values.from }) };
    },
  }),
  press({
    verb: 'reminder.rules-edit',
    values: z.object({ programme, part: partNamed }),
    async run(turn, values) {
      const led = await ledProgramme(turn, values.programme);
      return 'answer' in led ? led.answer : formOf(turn, led.programme, values.part);
    },
  }),
  press({
    verb: 'reminder.rules-remove',
    values: z.object({ programme, part: partNamed, mark: z.string() }),
    async run(turn, { part, mark, ...values }) {
      const led = await ledProgramme(turn, values.programme);
      if ('answer' in led) return led.answer;
      const { language } = turn;
      const what = partText(rulesOf(await remindingOf(turn, led.programme.id)), part, language);
      const came = await setPart(turn, led.programme, { part, mark }, (rules) => withoutPart(rules, part));
      if (came.came === 'saved') {
        return savedAnswer(turn, led.programme, came, say(language, 'reminder.rules-removed', { what }));
      }
      const name = await nameOf(turn, came.came === 'refused' ? undefined : came.by);
      return showRules(turn, led.programme, say(language, 'reminder.rules-changed-since', { name }));
    },
  }),
  press({
    verb: 'reminder.rules-reset',
    values: z.object({ programme, mark: z.string() }),
    async run(turn, { mark, ...values }) {
      const led = await ledProgramme(turn, values.programme);
      if ('answer' in led) return led.answer;
      return setAll(turn, led.programme, { mark }, () => null, say(turn.language, 'reminder.rules-were-reset'));
    },
  }),
  press({
    verb: 'reminder.rules-undo',
    values: z.object({ programme, mark: z.string() }),
    async run(turn, { mark, ...values }) {
      const led = await ledProgramme(turn, values.programme);
      if ('answer' in led) return led.answer;
      const note = say(turn.language, 'reminder.rules-undone');
      return setAll(turn, led.programme, { mark }, ({ rulesSet }) => rulesSet?.before, note);
    },
  }),
  ...rowsPresses,
  ...leadPresses,
  ...otherPresses,
];
