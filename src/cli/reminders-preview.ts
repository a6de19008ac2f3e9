import type { IsoDay } from '#calendar/when.ts';
import { writeInstant, writeWhen } from '#calendar/write-date.ts';
import { activityId, type PlannedRow } from '#plan/activity.ts';
import { type Reminder, remindersBetween, type Subject } from '#reminder/reminder.ts';
import { defaultRules, type ReminderRules, reminderRules } from '#reminder/rules.ts';
import { ruleText } from '#reminder/view-rules.ts';
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
      ? asText(reminders, terminal)
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
  return refuse(
    parsed.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': ')).join('; '),
  );
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

function asText(reminders: readonly Reminder[], { language, zone }: Terminal): string {
  return columns([
    (['when', 'rule', 'row', 'what', 'who'] as const).map((column) => say(language, `operator.column.${column}`)),
    ...reminders.map(({ at, row, title, rule, to }) => [
      writeInstant(at, zone, language, { today: `${Number(at.slice(0, 4)) - 1}-01-01` }),
      ruleText(rule, language),
      String(row),
      title,
      to.length > 0 ? to.join('; ') : say(language, 'operator.programme-place'),
    ]),
  ]);
}
