import { z } from 'zod';
import type { Card } from '#card/card.ts';
import { press, type Turn } from '#chat/feature.ts';
import { say } from '#words/say.ts';
import type { ReminderRules } from '../rules.ts';
import { mostChecklistDays, mostWaves, type OtherFields, otherFields, otherFromFields } from '../rules-fields.ts';
import { atField, exampleText, type FormAbout, framedForm, typedField } from './rules-form-parts.ts';
import { ledProgramme, savePart } from './set-rules.ts';

/** The form for rounds of confirmation, the overview of the week, who else is told, and how much may go out at once. */
export const otherForm = (turn: Pick<Turn, 'language'>, about: FormAbout, rules: ReminderRules): Card =>
  filledForm(turn, about, otherFields(rules));

function filledForm({ language }: Pick<Turn, 'language'>, about: FormAbout, values: OtherFields): Card {
  return framedForm(language, about, {
    template: 'reminder/rules-other',
    title: say(language, 'reminder.other-form.title'),
    save: 'reminder.rules-save-other',
    fields: {
      labels: {
        wave: say(language, 'reminder.other-form.wave'),
        overview: say(language, 'reminder.other-form.overview'),
        escalation: say(language, 'reminder.other-form.escalation'),
        noContact: say(language, 'reminder.other-form.no-contact'),
        checklists: say(language, 'reminder.other-form.checklists'),
        checklistsAlso: say(language, 'reminder.other-form.checklists-also'),
        polls: say(language, 'reminder.other-form.polls'),
        most: say(language, 'reminder.other-form.most'),
      },
      overviews: (['yes', 'no'] as const).map((value) => ({
        value,
        title: say(language, `reminder.other-form.overview.${value}`),
      })),
      also: (['on-the-day', 'overdue'] as const).map((value) => ({
        value,
        title: say(language, `reminder.rules-form.also.${value}`),
      })),
      values,
      examples: {
        wave: exampleText(language, waveExample),
        escalation: exampleText(language, '3 5 8'),
        noContact: exampleText(language, '30'),
        checklists: exampleText(language, checklistsExample),
        polls: exampleText(language, '1'),
        most: exampleText(language, '200'),
      },
    },
  });
}

const waveExample = '120 90 60 30';
const checklistsExample = '7 1';

export const otherPresses = [
  press({
    verb: 'reminder.rules-save-other',
    values: z.object({
      programme: z.string(),
      mark: z.string(),
      wave: typedField(1000),
      overview: z.enum(['yes', 'no']).default('yes'),
      escalation: typedField(400),
      noContact: typedField(200),
      checklists: typedField(1000),
      checklistsAlso: typedField(100),
      polls: typedField(200),
      most: typedField(200),
    }),
    async run(turn, { programme: id, mark, ...values }) {
      const led = await ledProgramme(turn, id);
      if ('answer' in led) return led.answer;
      const { language } = turn;
      const read = otherFromFields(values);
      if (!read.ok) {
        const about =
          read.field === 'checklists'
            ? { example: checklistsExample, most: mostChecklistDays }
            : { example: waveExample, most: mostWaves };
        return atField(language, read.field, read.problem, about);
      }
      return savePart(turn, led.programme, {
        part: { of: 'other' },
        mark,
        change: ({ wave: _, ...rules }) => ({ ...rules, ...read.other }),
        again: (about) => filledForm(turn, about, values),
      });
    },
  }),
];
