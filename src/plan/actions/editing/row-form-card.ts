import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { Turn } from '#chat/feature.ts';
import { say } from '#words/say.ts';
import type { ActivityKind } from '../../activity.ts';
import type { Base } from '../../base.ts';
import { type FormField, type FormValues, formFields } from '../../editing/row-form.ts';
import { capital } from '../../view.ts';

const kinds: readonly ActivityKind[] = ['activity', 'milestone', 'meeting', 'gathering', 'gate'];
/** Of a text that somebody else has put in a field, this much is told. */
const longestTold = 80;

/** What somebody else has done to the row while it was being filled in. */
export interface Overtaken {
  /** The name of whoever did it. */
  name: string;
  fields: readonly FormField[];
  /** What stands now. */
  now: FormValues;
}

/** The form for a row of the plan. */
export function rowFormCard(
  { language }: Pick<Turn, 'language'>,
  about: {
    programme: string;
    activity: string;
    base: Base;
    isNew: boolean;
    values: FormValues;
    reason?: string;
    overtaken?: Overtaken;
    /** A new unit that may be a misspelling of a known one. */
    alike?: { name: string; known: string };
    /** Names of new units that a person has been asked about. */
    sure?: readonly string[];
  },
): Card {
  const { isNew, values, overtaken, alike } = about;
  const title = say(language, isNew ? 'plan.form.new' : 'plan.form.title');
  const example = (field: FormField | 'reason'): string =>
    field === 'description' ? '' : say(language, `plan.form.example.${field}`);
  const labels = Object.fromEntries([...formFields, 'reason' as const].map((field) => [field, label(language, field)]));
  const examples = Object.fromEntries([...formFields, 'reason' as const].map((field) => [field, example(field)]));
  return fillCard(
    'plan/row-form',
    {
      title,
      notices: overtaken ? [overtakenNotice(language, overtaken)] : [],
      unitsNotice: alike ? [{ text: say(language, 'plan.form.alike', alike) }] : [],
      labels,
      examples,
      values,
      kinds: kinds.map((kind) => ({ value: kind, title: capital(say(language, `plan.kind.${kind}`)) })),
      reason: about.reason ?? '',
      required: say(language, 'import.problem.no-title'),
      save: say(language, isNew ? 'plan.form.add' : 'plan.form.save'),
      discard: say(language, 'plan.form.discard'),
      ids: {
        programme: about.programme,
        activity: about.activity,
        base: String(about.base.number),
        drawn: about.base.at,
        sure: (about.sure ?? []).join('\n'),
        isNew: isNew ? 'yes' : 'no',
      },
    },
    { summary: title, language, title: say(language, isNew ? 'plan.form.window-new' : 'plan.form.title') },
  );
}

/** Says by whom, what stands now, and how to keep one's own. */
function overtakenNotice(language: Turn['language'], { name, fields, now }: Overtaken) {
  const told = (field: FormField): string => {
    const text = field === 'kind' ? capital(say(language, `plan.kind.${now.kind as ActivityKind}`)) : now[field];
    const line = text.replace(/\s*\n\s*/gu, ', ').trim();
    return line.length > longestTold ? `${line.slice(0, longestTold).trim()}…` : line;
  };
  return {
    news: say(language, 'plan.form.overtaken', { name }),
    lines: fields.map((field) => {
      const [text, label] = [told(field), fieldName(language, field)];
      return {
        text:
          text === ''
            ? say(language, 'plan.form.now-empty', { field: label })
            : say(language, 'plan.form.now', { field: label, text }),
      };
    }),
    next: say(language, 'plan.form.overtaken-next'),
  };
}

/** A field as it is headed in the form. */
const label = (language: Turn['language'], field: FormField | 'reason'): string =>
  field === 'title' ? fieldName(language, field) : say(language, `plan.form.${field}`);

/** A field by its name alone, without how it is to be filled in. */
export const fieldName = (language: Turn['language'], field: FormField): string => say(language, `plan.field.${field}`);
