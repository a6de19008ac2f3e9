import { fillCard } from '#card/fill.ts';
import type { Command, Turn } from '#chat/feature.ts';
import type { Answer, IncomingFile } from '#chat/port.ts';
import { ledProgramme } from '#people/actions/common.ts';
import { showPeopleList } from '#people/actions/import-people.ts';
import type { Programme } from '#people/programme.ts';
import { readPeople } from '#people/read-people.ts';
import type { TableOutcome } from '#table/read-table.ts';
import { say } from '#words/say.ts';
import { sayProblem, sayTableNotice, sayTableProblem, sayWarning } from '#words/say-problem.ts';
import type { PlanDraft } from '../draft.ts';
import { readPlan } from '../read-plan.ts';
import { findingText } from '../view.ts';
import { problem, todayIn } from './common.ts';
import { draftCard } from './draft-card.ts';
import { planDraftKind } from './import-draft.ts';
import { readPlanFile } from './read-file.ts';

/** `import`: takes a file, or asks for one. */
export const importCommand: Command = {
  verb: 'import',
  words: { nb: ['importer', 'importere'], sv: ['importera'] },
  help: 'plan.help.import',
  usage: 'plan.usage.import',
  async run(turn, { files }) {
    const led = await ledProgramme(turn);
    if ('answer' in led) return led.answer;
    return files.length > 0 ? importFile(turn, files) : askForFile(turn);
  },
};

function askForFile(turn: Turn): Answer {
  const { language, place } = turn;
  const title = say(language, 'plan.ask-file-title');
  const elsewhere = place.surface === 'teams' && place.kind !== 'personal';
  return {
    show: 'ask-file',
    card: fillCard(
      'plan/ask-file',
      { title, text: say(language, 'plan.ask-file'), where: elsewhere ? say(language, 'plan.ask-file-where') : '' },
      { summary: title, language, title: say(language, 'plan.ask-file-window') },
    ),
  };
}

/**
 * Reads a file that somebody sent: a list of people when it has columns for names and e-mails, otherwise a plan. Shows
 * what was understood; nothing is saved before the press.
 */
export async function importFile(turn: Turn, files: IncomingFile[]): Promise<Answer> {
  const { language } = turn;
  const led = await ledProgramme(turn);
  if ('answer' in led) return led.answer;
  const [file] = files;
  if (!file) return askForFile(turn);
  const fetched = await file.fetch();
  if (!fetched.ok) return problem(say(language, `plan.file-${fetched.problem}`, { name: file.name }));
  const table = readPlanFile(fetched.bytes, { zone: led.programme.timeZone });
  if (!table.ok) return problem(sayTableProblem(language, table.problem));
  const people = readPeople(table.rows);
  if (people) return showPeopleList(turn, led.programme, people);
  return showPlan(turn, led.programme, file.name, table);
}

async function showPlan(
  turn: Turn,
  programme: Programme,
  source: string,
  table: Extract<TableOutcome, { ok: true }>,
): Promise<Answer> {
  const { language, store } = turn;
  const before = await store.plans.get(programme.id);
  const starts = before?.starts ?? todayIn(turn, programme);
  const read = readPlan(table.rows, { starts, country: programme.country });
  if (
    read.accepted.length === 0 &&
    read.refused.length > 0 &&
    read.refused.every((r) => r.problem.code === 'no-title-column')
  ) {
    const [first] = read.refused;
    if (first) return problem(sayProblem(language, first.problem, first.value));
  }
  const data: PlanDraft = {
    source,
    starts,
    against: before?.revision ?? 0,
    rows: read.accepted,
    refused: read.refused.map((found) =>
      findingText(language, '✕', found, sayProblem(language, found.problem, found.value)),
    ),
    warnings: [
      ...(table.notices ?? []).map((notice) =>
        findingText(language, '!', { row: notice.row, column: null }, sayTableNotice(language, notice)),
      ),
      ...read.warnings.map((found) =>
        findingText(language, '!', found, sayWarning(language, found.problem, found.value)),
      ),
    ],
  };
  const id = turn.newId();
  await store.drafts.add({
    id,
    kind: planDraftKind,
    by: turn.by.id,
    programme: programme.id,
    at: turn.now().toString(),
    data,
  });
  return {
    show: 'private',
    card: draftCard({ id, draft: data, programme, before, today: todayIn(turn, programme), language }),
  };
}
