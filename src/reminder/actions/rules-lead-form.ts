import { z } from 'zod';
import type { Card } from '#card/card.ts';
import { press, type Turn } from '#chat/feature.ts';
import { problem } from '#plan/actions/common.ts';
import { say } from '#words/say.ts';
import { type Part, withLead } from '../edit-rules.ts';
import { readCounts } from '../read-counts.ts';
import type { ReminderRules, Scope } from '../rules.ts';
import {
  atField,
  type FormAbout,
  framedForm,
  longestItem,
  scopeFields,
  scopeFrom,
  tagProblem,
  textField,
  typedField,
} from './rules-form-parts.ts';
import { ledProgramme, savePart } from './set-rules.ts';

/** The form for something that is asked for so long ahead. */
export function leadForm(turn: Pick<Turn, 'language'>, about: FormAbout, rules: ReminderRules): Card {
  const { language } = turn;
  const { part } = about;
  const lead = part.of === 'lead' ? rules.leads.find(({ id }) => id === part.id) : undefined;
  const { count = 1, unit = 'months' } = lead?.before ?? {};
  const before = lead ? `${count} ${say(language, `reminder.unit.${unit}`, { count })}` : '';
  return filledForm(turn, about, { item: lead?.item ?? '', before, scope: lead ?? {} });
}

function filledForm(
  { language }: Pick<Turn, 'language'>,
  about: FormAbout,
  filled: { item: string; before: string; scope: Scope },
): Card {
  return framedForm(language, about, {
    template: 'reminder/rules-form',
    title: say(language, 'reminder.rules-new-lead'),
    save: 'reminder.rules-save-lead',
    fields: {
      hint: say(language, 'reminder.lead-form.adds'),
      what: [textField(language, 'reminder.lead-form.item', filled.item)],
      scope: [scopeFields(language, filled.scope)],
      before: textField(language, 'reminder.lead-form.before', filled.before),
      others: [],
      clock: [],
    },
  });
}

export const leadPresses = [
  press({
    verb: 'reminder.rules-save-lead',
    values: z.object({
      programme: z.string(),
      part: z.string().regex(/^lead:[a-z0-9-]{1,40}$/u),
      mark: z.string(),
      item: typedField(2000),
      before: typedField(1000),
      kind: typedField(40),
      tag: typedField(400),
    }),
    async run(turn, sent) {
      const led = await ledProgramme(turn, sent.programme);
      if ('answer' in led) return led.answer;
      const { language } = turn;
      const part = { of: 'lead', id: sent.part.slice('lead:'.length) } satisfies Part;

      const item = sent.item.replace(/\s+/gu, ' ').trim();
      if (item === '' || item.length > longestItem) {
        return problem(say(language, 'reminder.field.item', { most: longestItem }), 'item');
      }
      const scope = scopeFrom(sent);
      const wrongTag = tagProblem(language, scope);
      if (wrongTag) return wrongTag;
      const example = say(language, 'reminder.lead-form.before-example');
      const read = readCounts(sent.before, 'days');
      if (!read.ok) return atField(language, 'before', read, { example, most: 1 });
      const [before, ...more] = read.counts;
      if (!before || more.length > 0) return problem(say(language, 'reminder.field.one', { example }), 'before');

      return savePart(turn, led.programme, {
        part,
        mark: sent.mark,
        change: (rules) => withLead(rules, part.id, { ...scope, before, item }),
        refused: () => problem(say(language, 'reminder.field.full', { most: 20 }), 'item'),
        again: (about) => filledForm(turn, about, { item: sent.item, before: sent.before, scope }),
      });
    },
  }),
];
