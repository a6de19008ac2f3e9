import { z } from 'zod';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { press, type Turn } from '#chat/feature.ts';
import { say } from '#words/say.ts';
import type { Part } from '../edit-rules.ts';
import type { ReminderRules } from '../rules.ts';
import { mostChecklistDays, mostWaves, type OtherFields, otherFields, otherFromFields } from '../rules-fields.ts';
import { atField, exampleText, type FormAbout, formButtons } from './rules-form-parts.ts';
import { ledProgramme, overtakenNotice, savedAnswer, setPart, showRules } from './set-rules.ts';

/** The form for rounds of confirmation, the overview of the week, who else is told, and how much may go out at once. */
export const otherForm = (turn: Pick<Turn, 'language'>, about: FormAbout, rules: ReminderRules): Card =>
  filledForm(turn, about, otherFields(rules));

function filledForm({ language }: Pick<Turn, 'language'>, about: FormAbout, values: OtherFields): Card {
  const title = say(language, 'reminder.other-form.title');
  return fillCard(
    'reminder/rules-other',
    {
      title,
      notices: about.notice ? [about.notice] : [],
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
      actions: formButtons(language, about, 'reminder.rules-save-other'),
    },
    { summary: title, language, title: say(language, 'reminder.rules-title-short') },
  );
}

const waveExample = '120 90 60 30';
const checklistsExample = '7 1';
const field = (longest: number) => z.string().max(longest).default('');

export const otherPresses = [
  press({
    verb: 'reminder.rules-save-other',
    values: z.object({
      programme: z.string(),
      mark: z.string(),
      wave: field(1000),
      overview: z.enum(['yes', 'no']).default('yes'),
      escalation: field(400),
      noContact: field(200),
      checklists: field(1000),
      checklistsAlso: field(100),
      polls: field(200),
      most: field(200),
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
      const part: Part = { of: 'other' };
      const came = await setPart(turn, led.programme, { part, mark }, ({ wave: _, ...rules }) => ({
        ...rules,
        ...read.other,
      }));
      if (came.came === 'saved') {
        return savedAnswer(turn, led.programme, came, say(language, 'reminder.rules-saved'));
      }
      // All else always stands and has room: somebody else was faster.
      if (came.came !== 'overtaken') return showRules(turn, led.programme, '');
      const notice = await overtakenNotice(turn, came, part);
      return { show: 'form', card: filledForm(turn, { programme: id, part, mark: came.mark, notice }, values) };
    },
  }),
];
