import type { z } from 'zod';
import type { IsoDay } from '#calendar/when.ts';
import { writeInstant, writeWhen } from '#calendar/write-date.ts';
import { activityId, type PlannedRow } from '#plan/activity.ts';
import { type Reminder, remindersBetween, type Subject } from '#reminder/reminder.ts';
import { defaultRules, leadRuleName, type ReminderRules, reminderRules } from '#reminder/rules.ts';
import { leadText, ruleText } from '#reminder/view-rules.ts';
import { say } from '#words/say.ts';
import { type Command, countryOf, readArgs, readDay, readNamedFile, type Terminal, WrongUsage } from './command.ts';
import { checkPlanFile, tell } from './plan-file.ts';
import { columns } from './text-table.ts';

/**
 * `reminders preview FILE --from D --to D [--starts D] [--rules F] [--json]`: the reminders that a plan gives in a
 * period. Rows that cannot be read are said on stderr, and the exit code is then 1; the others are still shown.
 */
export const remindersPreview: Command = async (args, terminal) => {
  const { values, file } = readArgs(args, {
    from: { type: 'string' },
    to: { type: 'string' },
    starts: { type: 'string' },
    rules: { type: 'string' },
    json: { type: 'boolean' },
  });
  const from = readDay('--from', values.from);
  const to = readDay('--to', values.to);
  if (from === undefined) throw new WrongUsage('operator.missing-option', { option: '--from' });
  if (to === undefined) throw new WrongUsage('operator.missing-option', { option: '--to' });
  if (from > to) throw new WrongUsage('operator.from-after-to');

  const rules = values.rules === undefined ? defaultRules : await readRules(values.rules, terminal);
  if (rules === undefined) return 1;
  const plan = await checkPlanFile(file, readDay('--starts', values.starts), terminal);
  const setting = { from, to, country: countryOf(terminal), zone: terminal.zone };
  const reminders = remindersBetween(plan.rows.map(asSubject), rules, setting);

  const inWords = (day: IsoDay) => writeWhen({ start: day, end: day, precision: 'day', text: '' }, terminal.language);
  const text = () =>
    reminders.length > 0
      ? asText(reminders, rules, terminal)
      : say(terminal.language, 'operator.no-reminders', { from: inWords(from), to: inWords(to) });
  terminal.out(values.json ? asJson(reminders) : text());
  for (const told of plan.refused) terminal.err(`✕ ${tell(told, terminal)}`);
  return plan.refused.length > 0 ? 1 : 0;
};

/** A file of rules, or undefined when it cannot be used; why has then been said on stderr. */
async function readRules(file: string, terminal: Terminal): Promise<ReminderRules | undefined> {
  const bytes = await readNamedFile(file, terminal);
  const refuse = (detail: string) => {
    terminal.err(say(terminal.language, 'operator.bad-rules', { file, detail }));
    return undefined;
  };
  let given: unknown;
  try {
    given = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    return refuse((error as SyntaxError).message);
  }
  const parsed = reminderRules.safeParse(given);
  if (parsed.success) return parsed.data;
  return refuse(parsed.error.issues.map((issue) => problemText(issue, given)).join('; '));
}

/** What is wrong and where: "groups.0.rules.1: a rule is …, not "7 dager"". Names that the file may have are told beside one that it may not. */
function problemText({ code, path, message }: z.core.$ZodIssue, given: unknown): string {
  const where = path.join('.');
  const found = path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], given);
  const known = code === 'unrecognized_keys' && where === '' ? Object.keys(reminderRules.shape).join(', ') : '';
  const more = known === '' ? '' : ` (known: ${known})`;
  const not = typeof found === 'string' || typeof found === 'number' ? `, not ${JSON.stringify(found)}` : '';
  return `${where === '' ? '' : `${where}: `}${message}${more}${not}`;
}

/** A row that is not saved yet, seen as an activity: its place in the file stands for its id. */
function asSubject(row: PlannedRow): Subject {
  return { ...row, id: activityId.parse(`row-${row.row}`), state: 'planned' };
}

/** The list of DESIGN section 6, "Preview". */
function asJson(reminders: readonly Reminder[]): string {
  return JSON.stringify(
    reminders.map(({ at, row, title, rule, to }) => ({ at, row, activity: title, rule, to })),
    null,
    2,
  );
}

function asText(reminders: readonly Reminder[], rules: ReminderRules, { language, zone }: Terminal): string {
  return columns([
    (['when', 'rule', 'row', 'what', 'who'] as const).map((column) => say(language, `operator.column.${column}`)),
    ...reminders.map(({ at, row, title, to, ...by }) => [
      writeInstant(at, zone, language, { today: `${Number(at.slice(0, 4)) - 1}-01-01` }),
      whyThen(by, rules, language),
      String(row),
      title,
      to.length > 0 ? to.join('; ') : say(language, 'operator.programme-place'),
    ]),
  ]);
}

/** "7 dager før"; "på dagen, flyttet fra lørdag 1. september 2018"; "Utstyrsliste: 12 måneder før". */
function whyThen(
  { rule, movedFrom }: Pick<Reminder, 'rule' | 'movedFrom'>,
  { leads }: ReminderRules,
  language: Terminal['language'],
): string {
  const lead = leads.find((one) => leadRuleName(one) === rule);
  const text = lead ? leadText(lead, language) : ruleText(rule, language);
  if (movedFrom === undefined) return text;
  const day = writeWhen({ start: movedFrom, end: movedFrom, precision: 'day', text: '' }, language, {
    today: movedFrom,
  });
  return say(language, 'operator.moved-from', { rule: text, day });
}
