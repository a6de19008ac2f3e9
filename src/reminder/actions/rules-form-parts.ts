import { z } from 'zod';
import type { Card, CardAction } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { Answer } from '#chat/port.ts';
import { button, problem } from '#plan/actions/common.ts';
import { activityKind } from '#plan/activity.ts';
import { say } from '#words/say.ts';
import type { Part } from '../edit-rules.ts';
import { longestCount } from '../read-counts.ts';
import type { Scope } from '../rules.ts';
import type { OtherProblem } from '../rules-fields.ts';

type Language = Parameters<typeof say>[0];

/** Which part of which programme's rules a form is about, and the mark of what it showed. */
export interface FormAbout {
  programme: string;
  part: Part;
  mark: string;
  /** Said on top when somebody else was faster. */
  notice?: { news: string; now: string; next: string };
}

/** A part as a button names it. */
export const partName = (part: Part): string => ('id' in part ? `${part.of}:${part.id}` : part.of);

/** A form of rules: its title, what somebody else was faster with, its fields, and the buttons. @param form.save The verb that saves it. */
export function framedForm(
  language: Language,
  about: FormAbout,
  form: { template: 'reminder/rules-form' | 'reminder/rules-other'; title: string; save: string; fields: object },
): Card {
  const { title, fields } = form;
  const notices = about.notice ? [about.notice] : [];
  return fillCard(
    form.template,
    { title, notices, ...fields, actions: formButtons(language, about, form.save) },
    { summary: title, language, title: say(language, 'reminder.rules-title-short') },
  );
}

/** Save, take out (of what is there and can be), and leave as it is. */
function formButtons(language: Language, about: FormAbout, save: string): CardAction[] {
  const { programme, part, mark } = about;
  const ids = { programme, part: partName(part), mark };
  const isThere = 'id' in part && part.id !== 'new';
  return [
    button(say(language, 'reminder.rules-save'), save, ids, { style: 'positive' }),
    ...(isThere
      ? [
          button(say(language, 'reminder.rules-remove'), 'reminder.rules-remove', ids, {
            style: 'destructive',
            associatedInputs: 'none',
          }),
        ]
      : []),
    button(say(language, 'reminder.rules-back'), 'reminder.rules', { programme }, { associatedInputs: 'none' }),
  ];
}

/** No kind chosen: a choice needs a value of its own. */
const anyKind = 'any';

/** The fields that say which rows something is for. */
export const scopeFields = (language: Language, { kind, tag }: Scope) => ({
  kind: {
    label: say(language, 'reminder.rules-form.kind'),
    choices: [
      { title: say(language, 'reminder.rules-form.any-kind'), value: anyKind },
      ...activityKind.options.map((value) => ({ title: say(language, `reminder.scope.${value}`), value })),
    ],
    value: kind ?? anyKind,
  },
  tag: {
    label: say(language, 'reminder.rules-form.tag'),
    value: tag ?? '',
    example: exampleText(language, say(language, 'reminder.rules-form.tag-example')),
  },
});

/** The rows that those fields name. Only what is given stands in it. */
export function scopeFrom({ kind, tag }: { kind: string; tag: string }): Scope {
  const known = activityKind.safeParse(kind);
  const name = tag.trim().replace(/^#/u, '').trim();
  return { ...(known.success ? { kind: known.data } : {}), ...(name === '' ? {} : { tag: name }) };
}

/** A tag has so many characters at most, and what is asked for so many (`reminderRules`). */
const longestTag = 60;
export const longestItem = 200;

/** What is wrong with a tag, said at its field. */
export const tagProblem = (language: Language, { tag = '' }: Scope): Answer | undefined =>
  tag.length > longestTag ? problem(say(language, 'reminder.field.tag-long', { most: longestTag }), 'tag') : undefined;

/** What somebody typed into a field, as it comes with the form. @param longest More is not from the form. */
export const typedField = (longest: number) => z.string().max(longest).default('');

/** What is wrong with a field, said at it. */
export function atField(
  language: Language,
  field: string,
  wrong: OtherProblem,
  { example, most }: { example: string; most: number },
): Answer {
  switch (wrong.code) {
    case 'unclear':
      return problem(say(language, 'reminder.field.unclear', { text: wrong.text, example }), field);
    case 'range':
      return problem(
        say(language, 'reminder.field.range', { text: wrong.text, most: wrong.most ?? longestCount }),
        field,
      );
    case 'only-days':
      return problem(say(language, 'reminder.field.only-days', { example }), field);
    case 'too-many':
      return problem(say(language, 'reminder.field.too-many', { most }), field);
    case 'three':
      return problem(say(language, 'reminder.field.three'), field);
    case 'number':
      return problem(say(language, 'reminder.field.number', { most: wrong.most }), field);
  }
}

/** A field to write in: its label, what stands in it, and an example that nobody takes for what stands in it. */
export const textField = (language: Language, of: TextField, value: string) => ({
  label: say(language, of),
  example: exampleText(language, say(language, `${of}-example`)),
  value,
});
type TextField =
  | 'reminder.rules-form.before'
  | 'reminder.rules-form.after'
  | 'reminder.lead-form.item'
  | 'reminder.lead-form.before';

/** "for eksempel 90 30 14 7 1". */
export const exampleText = (language: Language, example: string): string =>
  say(language, 'reminder.field.example', { example });
