import { z } from 'zod';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { press, type Turn } from '#chat/feature.ts';
import { problem } from '#plan/actions/common.ts';
import { say } from '#words/say.ts';
import { type Part, withLead } from '../edit-rules.ts';
import { readCounts } from '../read-counts.ts';
import type { ReminderRules, Scope } from '../rules.ts';
import {
  atField,
  type FormAbout,
  formButtons,
  longestItem,
  longestTag,
  scopeFields,
  scopeFrom,
  textField,
} from './rules-form-parts.ts';
import { ledProgramme, nameOf, overtakenNotice, savedAnswer, setPart, showRules } from './set-rules.ts';

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
  const title = say(language, 'reminder.rules-new-lead');
  return fillCard(
    'reminder/rules-form',
    {
      title,
      hint: say(language, 'reminder.lead-form.adds'),
      notices: about.notice ? [about.notice] : [],
      what: [textField(language, 'reminder.lead-form.item', filled.item)],
      scope: [scopeFields(language, filled.scope)],
      before: textField(language, 'reminder.lead-form.before', filled.before),
      others: [],
      clock: [],
      actions: formButtons(language, about, 'reminder.rules-save-lead'),
    },
    { summary: title, language, title: say(language, 'reminder.rules-title-short') },
  );
}

const field = (longest: number) => z.string().max(longest).default('');

export const leadPresses = [
  press({
    verb: 'reminder.rules-save-lead',
    values: z.object({
      programme: z.string(),
      part: z.string().regex(/^lead:[a-z0-9-]{1,40}$/u),
      mark: z.string(),
      item: field(2000),
      before: field(1000),
      kind: field(40),
      tag: field(400),
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
      if ((scope.tag?.length ?? 0) > longestTag) {
        return problem(say(language, 'reminder.field.tag-long', { most: longestTag }), 'tag');
      }
      const example = say(language, 'reminder.lead-form.before-example');
      const read = readCounts(sent.before, 'days');
      if (!read.ok) return atField(language, 'before', read, { example, most: 1 });
      const [before, ...more] = read.counts;
      if (!before || more.length > 0) return problem(say(language, 'reminder.field.one', { example }), 'before');

      const came = await setPart(turn, led.programme, { part, mark: sent.mark }, (rules) =>
        withLead(rules, part.id, { ...scope, before, item }),
      );
      switch (came.came) {
        case 'saved':
          return savedAnswer(turn, led.programme, came, say(language, 'reminder.rules-saved'));
        case 'gone':
          return showRules(
            turn,
            led.programme,
            say(language, 'reminder.rules-gone', { name: await nameOf(turn, came.by) }),
          );
        case 'refused':
          return problem(say(language, 'reminder.field.full', { most: 20 }), 'item');
        case 'overtaken': {
          const notice = await overtakenNotice(turn, came, part);
          const about = { programme: led.programme.id, part, mark: came.mark, notice };
          return { show: 'form', card: filledForm(turn, about, { item: sent.item, before: sent.before, scope }) };
        }
      }
    },
  }),
];
