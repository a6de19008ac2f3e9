import type { CardAction } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { Command, CommandInput, Feature, Turn } from '#chat/feature.ts';
import { linkTo } from '#chat/links.ts';
import type { Answer } from '#chat/port.ts';
import type { Programme } from '#people/programme.ts';
import { say } from '#words/say.ts';
import type { Plan } from '../activity.ts';
import { exportFileName, untilText } from '../view-export.ts';
import { noPlanCard, problem, todayIn } from './common.ts';
import { type ExportFormat, exportFile, exportFormats } from './export-file.ts';
import type { PlanWord } from './plan-command.ts';

/** The kind of link behind which an exported plan stands. */
const fileKind = 'plan-file';
/** Long enough to fetch the file on another machine, short enough that an address that got about soon leads nowhere. */
const keptDays = 1;

/** `export [csv|xlsx|ics|json]`: the plan as a file, by an address that works for a day. */
export const exportCommand: Command = {
  verb: 'export',
  words: { nb: ['eksporter', 'eksport', 'eksportere'], sv: ['exportera'] },
  help: 'plan.help.export',
  usage: 'plan.usage.export',
  async run(turn, input) {
    const { programme, language } = turn;
    if (!programme) return problem(say(language, 'people.no-programme'));
    const plan = await turn.store.plans.get(programme.id);
    if (!plan || plan.activities.length === 0) return { show: 'private', card: noPlanCard(turn, programme) };
    return showExport(turn, { programme, plan }, input);
  },
};

/** `plan export [csv|xlsx|ics|json]`, the same. */
export const exportWord: PlanWord = {
  words: ['export', 'eksporter', 'eksport', 'eksportere', 'exportera'],
  run: showExport,
};

async function showExport(
  turn: Turn,
  { programme, plan }: { programme: Programme; plan: Plan },
  { args }: Pick<CommandInput, 'args'>,
): Promise<Answer> {
  const { language, by } = turn;
  const asked = args.join(' ').trim();
  const format = formatNamed(asked);
  if (asked !== '' && !format) return problem(say(language, 'plan.export.no-such-format', { text: asked }));

  const until = turn.now().add({ hours: 24 * keptDays });
  const actions: CardAction[] = [];
  for (const each of format ? [format] : exportFormats) {
    const day = todayIn(turn, programme);
    const url = await linkTo(turn, {
      kind: fileKind,
      programme: programme.id,
      by: by.id,
      data: { format: each, language },
      name: exportFileName(programme, { day, ending: each, language }),
      keptDays,
    });
    actions.push({ type: 'Action.OpenUrl', title: say(language, `plan.export.${each}`), url });
  }
  await turn.audit('plan.export', { programme: programme.id, format: format ?? 'all' });
  const title = say(language, 'plan.export.title', { count: plan.activities.length, revision: plan.revision });
  const at = untilText(until.toString(), by.timeZone, language, todayIn(turn, programme));
  // Without an address of its own, Klar brings the file into the person's own chat where the platform lets it.
  const how = turn.unreachable?.has(turn.place.surface) ? turn.place.surface : 'reached';
  const works =
    how === 'reached'
      ? say(language, 'plan.export.until', { at })
      : how === 'slack'
        ? say(language, 'plan.export.as-message')
        : '';
  const data = { title, text: say(language, 'plan.export.text'), until: works, actions };
  return { show: 'private', card: fillCard('plan/export', data, { summary: title, language }) };
}

/** What people call the formats. */
const formatWords: Record<ExportFormat, readonly string[]> = {
  xlsx: ['xlsx', 'excel', 'regneark', 'kalkylark', 'kalkylblad', 'spreadsheet'],
  csv: ['csv', 'tekst', 'text'],
  ics: ['ics', 'ical', 'icalendar', 'kalender', 'calendar'],
  json: ['json'],
};

const formatNamed = (text: string): ExportFormat | undefined =>
  exportFormats.find((format) => formatWords[format].includes(text.toLowerCase().replace(/^\./u, '')));

/** Makes the file as the plan is when it is fetched. */
export const exportLinks: NonNullable<Feature['links']> = {
  async [fileKind]({ store, now }, { programme: id, data }) {
    const programme = await store.programmes.get(id);
    const plan = programme && (await store.plans.get(id));
    const format = exportFormats.find((one) => one === data.format);
    if (!programme || !plan || !format) return undefined;
    const language = data.language === 'nn' || data.language === 'sv' || data.language === 'en' ? data.language : 'nb';
    return exportFile(plan, { programme, format, language, at: now().toString() });
  },
};
