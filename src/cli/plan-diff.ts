import { sameName } from '#people/find-unit.ts';
import type { PlannedRow } from '#plan/activity.ts';
import { type Changed, type Differences, diffRows } from '#plan/revisions/diff.ts';
import { titlesOfSeveral } from '#plan/revisions/match-rows.ts';
import { changeLine, countsText, type ShownChange } from '#plan/view-changes.ts';
import { say } from '#words/say.ts';
import { type Command, readDay, readTwoFiles, type Terminal } from './command.ts';
import { asAccepted } from './plan-check.ts';
import { checkPlanFile, tell } from './plan-file.ts';

/**
 * `plan diff OLD NEW [--sheet NAME] [--starts D] [--json]`: what was moved, reassigned, reworded, added and removed between two versions
 * of a plan. Rows that cannot be read are left out of the comparison, told on stderr, and end it with 1.
 */
export const planDiff: Command = async (args, terminal) => {
  const { values, files } = readTwoFiles(args, {
    sheet: { type: 'string' },
    starts: { type: 'string' },
    json: { type: 'boolean' },
  });
  const starts = readDay('--starts', values.starts);
  const [old, next] = await Promise.all(files.map((file) => checkPlanFile(file, starts, terminal, values.sheet)));
  if (!old || !next) throw new Error('two files were asked for');

  const differences = diffRows(old.rows, next.rows);
  const several = titlesOfSeveral([old.rows, next.rows]);
  terminal.out(values.json ? asJson(differences) : asText(differences, several, files, terminal));
  const refused = [old, next].flatMap((plan, index) => plan.refused.map((one) => ({ file: files[index] ?? '', one })));
  for (const { file, one } of refused) {
    const problem = tell(one, terminal);
    terminal.err(`✕ ${say(terminal.language, 'operator.in-file', { file, problem })}`);
  }
  return refused.length > 0 ? 1 : 0;
};

/** The object of DESIGN section 6, "Plan diff". */
function asJson({ moved, reassigned, reworded, added, removed }: Differences): string {
  const changed = ({ before, after }: Changed<PlannedRow>) => ({
    title: after.title,
    from: asCompared(before),
    to: asCompared(after),
  });
  return JSON.stringify(
    {
      moved: moved.map(changed),
      reassigned: reassigned.map(changed),
      reworded: reworded.map(changed),
      added: added.map(asAccepted),
      removed: removed.map(asAccepted),
    },
    null,
    2,
  );
}

function asCompared({ row, title, when, units }: PlannedRow) {
  return { row, title, start: when.start, end: when.end, precision: when.precision, units };
}

/** A line that counts, and a line for each change, as the cards in chat have them. */
function asText(
  { moved, reassigned, reworded, added, removed }: Differences,
  several: ReadonlySet<string>,
  [old, next]: readonly [string, string],
  { language }: Terminal,
): string {
  const changes: ShownChange[] = [
    ...moved,
    ...reassigned,
    ...reworded,
    ...added.map((after) => ({ before: null, after })),
    ...removed.map((before) => ({ before, after: null })),
  ];
  const title = say(language, 'operator.diff', { count: changes.length, old, new: next });
  if (changes.length === 0) return title;
  const lines = changes.map((one) => {
    const recurs = several.has(sameName((one.after ?? one.before)?.title ?? ''));
    return changeLine({ ...one, recurs }, { language });
  });
  return [`${title}: ${countsText(changes, language)}`, '', ...lines].join('\n');
}
