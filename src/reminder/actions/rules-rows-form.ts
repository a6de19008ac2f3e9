import { z } from 'zod';
import type { Card } from '#card/card.ts';
import { press, type Turn } from '#chat/feature.ts';
import { problem } from '#plan/actions/common.ts';
import { say } from '#words/say.ts';
import { groupId, type Part, withGroup } from '../edit-rules.ts';
import { readClock } from '../read-counts.ts';
import type { ReminderRules, Scope } from '../rules.ts';
import { mostRules, type RulesFields, rulesFields, rulesFromFields } from '../rules-fields.ts';
import { scopeInSentence, timeText } from '../view-rules.ts';
import {
  atField,
  exampleText,
  type FormAbout,
  framedForm,
  scopeFields,
  scopeFrom,
  tagProblem,
  textField,
  typedField,
} from './rules-form-parts.ts';
import { ledProgramme, savePart } from './set-rules.ts';

/** What stands in the form: of every row the time of day, of a group which rows it is for. */
interface Filled extends RulesFields {
  at: string;
  scope: Scope;
}

/** The form for the rules of every row, or of a group. */
export function rowsForm(turn: Pick<Turn, 'language'>, about: FormAbout, rules: ReminderRules): Card {
  const { language } = turn;
  const { part } = about;
  const group = part.of === 'group' ? rules.groups.find((one) => groupId(one) === part.id) : undefined;
  // A new group begins with the rules of every row, to be changed from there.
  const fields = rulesFields((group ?? rules).rules, (unit, count) =>
    say(language, `reminder.unit.${unit}`, { count }),
  );
  return filledForm(turn, about, { ...fields, at: timeText(rules.at, language), scope: group ?? {} });
}

function filledForm({ language }: Pick<Turn, 'language'>, about: FormAbout, filled: Filled): Card {
  const { part } = about;
  const ofGroup = part.of === 'group';
  const title = ofGroup
    ? part.id === 'new'
      ? say(language, 'reminder.rules-new-group')
      : say(language, 'reminder.rules-form.some', { scope: scopeInSentence(filled.scope, language) })
    : say(language, 'reminder.rules-form.rows');
  const also = (value: 'on-the-day' | 'overdue') => ({
    value,
    title: say(language, `reminder.rules-form.also.${value}`),
  });
  const unit = (value: 'days' | 'working-days') => ({
    value,
    title: say(language, `reminder.rules-form.unit.${value}`),
  });
  return framedForm(language, about, {
    template: 'reminder/rules-form',
    title,
    save: 'reminder.rules-save',
    fields: {
      hint: ofGroup ? say(language, 'reminder.rules-form.replaces') : '',
      what: [],
      scope: ofGroup ? [scopeFields(language, filled.scope)] : [],
      before: textField(language, 'reminder.rules-form.before', filled.before),
      others: [
        {
          also: {
            label: say(language, 'reminder.rules-form.also'),
            choices: [also('on-the-day'), also('overdue')],
            value: filled.also,
          },
          after: textField(language, 'reminder.rules-form.after', filled.after),
          unit: {
            label: say(language, 'reminder.rules-form.unit'),
            choices: [unit('days'), unit('working-days')],
            value: filled.unit,
          },
        },
      ],
      clock: ofGroup
        ? []
        : [
            {
              label: say(language, 'reminder.rules-form.at'),
              value: filled.at,
              example: exampleText(language, timeText('09:00', language)),
            },
          ],
    },
  });
}

const sentFields = z.object({
  programme: z.string(),
  part: z.string().regex(/^(?:rows|group:(?:new|[0-9a-f]{8}))$/u),
  mark: z.string(),
  before: typedField(1000),
  after: typedField(1000),
  also: typedField(100),
  unit: z.enum(['days', 'working-days']).default('days'),
  kind: typedField(40),
  tag: typedField(400),
  at: typedField(100),
});

export const rowsPresses = [
  press({
    verb: 'reminder.rules-save',
    values: sentFields,
    async run(turn, sent) {
      const led = await ledProgramme(turn, sent.programme);
      if ('answer' in led) return led.answer;
      const { language } = turn;
      const ofGroup = sent.part !== 'rows';
      const part: Part = ofGroup ? { of: 'group', id: sent.part.slice('group:'.length) } : { of: 'rows' };
      const { before, after, also, unit } = sent;

      const scope = scopeFrom(sent);
      if (ofGroup && scope.kind === undefined && scope.tag === undefined) {
        return problem(say(language, 'reminder.field.scope'), 'tag');
      }
      const wrongTag = tagProblem(language, scope);
      if (wrongTag) return wrongTag;
      const read = rulesFromFields({ before, after, also, unit });
      if (!read.ok) {
        const example = say(language, `reminder.rules-form.${read.field}-example`);
        return atField(language, read.field, read.problem, { example, most: mostRules });
      }
      const at = ofGroup ? '' : readClock(sent.at);
      if (at === undefined) return problem(say(language, 'reminder.field.clock'), 'at');

      const { rules: names } = read;
      return savePart(turn, led.programme, {
        part,
        mark: sent.mark,
        change: (rules) =>
          part.of === 'group'
            ? withGroup(rules, part.id, { ...scope, rules: names })
            : { ...rules, rules: names, at: at === '' ? rules.at : at },
        refused: (why) =>
          why === 'taken'
            ? problem(say(language, 'reminder.field.taken', { scope: scopeInSentence(scope, language) }), 'tag')
            : problem(say(language, 'reminder.field.full', { most: 20 }), 'before'),
        again: (about) => filledForm(turn, about, { before, after, also, unit, at: sent.at, scope }),
      });
    },
  }),
];
