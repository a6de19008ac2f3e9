import { writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { type ExportFormat, exportFormats } from '#plan/actions/export-file.ts';
import { say } from '#words/say.ts';
import { askKlar, noProgramme } from './ask-klar.ts';
import { type Command, readOptions, type Terminal, WrongUsage } from './command.ts';
import { type ExportRequest, exportAnswer } from './export-request.ts';

/**
 * `export --programme NAME --format csv|xlsx|ics|json [--out FILE] [--json]`: a programme's plan as a file, which Klar
 * reads back as the same plan. Without `--out` it goes to stdout. The exit code is 1 when there is no plan.
 */
export const exportCommand: Command = async (args, terminal) => {
  const values = readOptions(args, {
    programme: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean' },
  });
  const { out } = values;
  if (!values.programme?.trim()) throw new WrongUsage('operator.missing-option', { option: '--programme' });
  if (values.json && out === undefined) throw new WrongUsage('operator.missing-option', { option: '--out' });
  const format = formatOf(values.format ?? extname(out ?? '').slice(1));
  // The bytes of a workbook would only make the screen unusable.
  if (format === 'xlsx' && out === undefined && terminal.onScreen) throw new WrongUsage('operator.export-to-screen');

  const { language } = terminal;
  const request: ExportRequest = { do: 'export', programme: values.programme.trim(), format, language };
  const answer = exportAnswer.parse(await askKlar(request, terminal));
  switch (answer.came) {
    case 'no-programme':
      throw noProgramme(request.programme, answer.known, terminal);
    case 'no-plan':
      terminal.err(say(language, 'operator.no-plan', { programme: answer.programme }));
      return 1;
    case 'made': {
      const bytes = Buffer.from(answer.content, 'base64');
      const { rows, revision } = answer;
      if (out === undefined) terminal.outFile(bytes);
      else {
        await save(out, bytes, terminal);
        const said = () => say(language, 'operator.exported', { file: out, count: rows, revision });
        terminal.out(values.json ? JSON.stringify({ file: out, rows, revision }, null, 2) : said());
      }
      return 0;
    }
  }
};

/** @throws WrongUsage for anything else than a format that Klar makes. */
function formatOf(given: string): ExportFormat {
  const format = exportFormats.find((one) => one === given.toLowerCase());
  if (format) return format;
  if (given === '') throw new WrongUsage('operator.missing-option', { option: '--format' });
  throw new WrongUsage('operator.bad-format', { given });
}

/** @throws WrongUsage when the file cannot be written where the person wants it. */
async function save(file: string, bytes: Uint8Array, { folder }: Terminal): Promise<void> {
  try {
    await writeFile(resolve(folder, file), bytes);
  } catch {
    throw new WrongUsage('operator.unwritable-file', { file });
  }
}
