import { basename } from 'node:path';
import { say } from '#words/say.ts';
import { askKlar, noProgramme } from './ask-klar.ts';
import { type Command, readArgs, readDay, readNamedFile, type Terminal, WrongUsage } from './command.ts';
import { type ImportAnswer, type ImportRequest, importAnswer } from './operator-requests.ts';
import { tell } from './plan-file.ts';

/**
 * `import FILE --programme NAME [--sheet NAME] [--starts D] [--accept-refused] [--json]`: saves a plan as a programme's next revision,
 * or a list of people. With rows that cannot be read nothing is saved and the exit code is 1, unless `--accept-refused`
 * says to leave them out. Done by the Klar that has the data folder open, or here when none has.
 */
export const importCommand: Command = async (args, terminal) => {
  const { values, file } = readArgs(args, {
    programme: { type: 'string' },
    sheet: { type: 'string' },
    starts: { type: 'string' },
    'accept-refused': { type: 'boolean' },
    json: { type: 'boolean' },
  });
  if (!values.programme?.trim()) throw new WrongUsage('operator.missing-option', { option: '--programme' });
  const starts = readDay('--starts', values.starts);
  const request: ImportRequest = {
    do: 'import',
    file: basename(file),
    content: Buffer.from(await readNamedFile(file, terminal)).toString('base64'),
    programme: values.programme.trim(),
    ...(starts ? { starts } : {}),
    ...(values.sheet === undefined ? {} : { sheet: values.sheet }),
    acceptRefused: values['accept-refused'] === true,
    language: terminal.language,
  };
  const answer = importAnswer.parse(await askKlar(request, terminal));
  if (answer.came === 'no-programme') throw noProgramme(request.programme, answer.known, terminal);
  const { came, ...result } = answer;
  terminal.out(values.json ? JSON.stringify(result, null, 2) : asText(answer, request, terminal));
  return came === 'saved' ? 0 : 1;
};

function asText(
  answer: Extract<ImportAnswer, { kind: string }>,
  { acceptRefused }: ImportRequest,
  terminal: Terminal,
): string {
  const { language } = terminal;
  const { came, kind, programme, saved, changes, units, refused, warnings } = answer;
  const sections: string[] = [];
  if (came === 'saved') {
    const revision = answer.revision ?? 0;
    sections.push(say(language, `operator.imported-${kind}`, { count: saved, programme, revision }));
    if (changes.length > 0) sections.push(changes.join('\n'));
    else if (kind === 'plan' && revision > 1) sections.push(say(language, 'plan.revision.no-changes'));
    if (units.length > 0) sections.push(say(language, 'operator.new-units', { units: units.join(', ') }));
  }
  if (refused.length > 0) {
    const lines = refused.map((one) => `✕ ${tell(one, terminal)}`);
    sections.push([say(language, 'operator.cannot-be-read', { count: refused.length }), ...lines].join('\n'));
  }
  if (warnings.length > 0) {
    const lines = warnings.map((one) => `! ${tell(one, terminal)}`);
    sections.push([say(language, 'operator.second-look', { count: warnings.length }), ...lines].join('\n'));
  }
  if (came === 'refused') {
    const all = acceptRefused ? 'plan.read-nothing' : 'operator.nothing-imported';
    sections.push(say(language, refused.length > 0 ? all : 'operator.no-rows'));
  }
  return sections.join('\n\n');
}
