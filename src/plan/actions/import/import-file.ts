import { fillCard } from '#card/fill.ts';
import type { Command, Turn } from '#chat/feature.ts';
import type { Answer, IncomingFile } from '#chat/port.ts';
import { ledProgramme } from '#people/actions/common.ts';
import { say } from '#words/say.ts';
import { button, problem } from '../common.ts';
import { importPasted } from './import-pasted.ts';
import { importSource } from './import-source.ts';

/** `import`: takes a file (`import "SHEET"` one of its sheets) or a text of several lines, or asks for either. */
export const importCommand: Command = {
  verb: 'import',
  words: { nb: ['importer', 'importere'], sv: ['importera'] },
  help: 'plan.help.import',
  usage: 'plan.usage.import',
  async run(turn, { args, rest, files }) {
    const led = await ledProgramme(turn);
    if ('answer' in led) return led.answer;
    if (files.length > 0) return importFile(turn, files, args.join(' ') || undefined);
    return rest.includes('\n') ? importPasted(turn, led.programme, rest) : askForFile(turn);
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
      {
        title,
        text: say(language, 'plan.ask-file'),
        where: elsewhere ? say(language, 'plan.ask-file-where') : '',
        label: say(language, 'plan.paste-label'),
        example: say(language, 'plan.paste-example'),
        actions: [button(say(language, 'plan.paste-read'), 'plan.import-text', {})],
      },
      { summary: title, language, title: say(language, 'plan.ask-file-window') },
    ),
  };
}

/**
 * Reads a file that somebody sent, and shows what was understood; nothing is saved before the press.
 * @param sheet The sheet to read, where it is a workbook.
 */
export async function importFile(turn: Turn, files: IncomingFile[], sheet?: string): Promise<Answer> {
  const { language } = turn;
  const led = await ledProgramme(turn);
  if ('answer' in led) return led.answer;
  const [file] = files;
  if (!file) return askForFile(turn);
  const fetched = await file.fetch();
  if (!fetched.ok) return problem(say(language, `plan.file-${fetched.problem}`, { name: file.name }));
  const content = { base64: Buffer.from(fetched.bytes).toString('base64') };
  return importSource(turn, led.programme, { source: file.name, content, ...(sheet === undefined ? {} : { sheet }) });
}
