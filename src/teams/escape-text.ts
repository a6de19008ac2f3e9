/** Shows nothing and has no width, but stands between two signs that would be markup together. */
const BREAK = '\u200B';

/**
 * Text that Teams shows exactly as it was written, in the fields where it reads markdown: `TextBlock.text`, `Fact.title`
 * and `Fact.value` (PLATFORMS T4). No link, mention, emphasis, list, heading or entity comes of it.
 *
 * Teams has several readers of markdown. Those of desktop and web follow CommonMark; the one on phones begins a link at
 * every `[`, escaped or not, and may show the backslash of an escape (MicrosoftDocs/msteams-docs issue 5793). A
 * zero-width space inside the markup works in all of them, so a backslash is used only where nothing else helps:
 * around what would be bold, italic or code.
 */
export function markdownSafe(text: string): string {
  return text
    .split(/\s*[\r\n\u2028\u2029]\s*/u)
    .map((line) => notAtLineStart(tagSafe(withoutEmphasis(line.trim()))))
    .filter((line) => line !== '')
    .join('\n\n');
}

/**
 * Text without links and tags, for the fields that Teams reads as plain text in most clients and as markdown in some:
 * titles of buttons and choices, labels, `summary`. What one sees is unchanged.
 */
export function tagSafe(text: string): string {
  return (
    text
      // [words](address), [words][name] and [name]: address
      .replace(/\](?=[([:])/gu, `]${BREAK}`)
      // <at>, any other tag, <https://…>
      .replace(/<(?=[a-z/!?])/giu, `<${BREAK}`)
      // &lt; would be read as <
      .replace(/&(?=#?[a-z0-9]+;)/giu, `&${BREAK}`)
      .replace(/~(?=~)/gu, `~${BREAK}`)
  );
}

/** Puts a backslash before the signs that would make bold, italic or code, and before backslashes that would vanish. */
function withoutEmphasis(line: string): string {
  // As nearly all lines: nothing of the kind in it.
  if (!/[*_`\\]/u.test(line)) return line;
  const stars = [...line.matchAll(/\*+/gu)].filter((run) => touches(line, run, /\S/u));
  const lows = [...line.matchAll(/_+/gu)].filter((run) => touches(line, run, /\S/u) && !insideWord(line, run));
  const ticks = [...line.matchAll(/`/gu)];
  const escaped = new Set<number>();
  for (const runs of [stars, lows, ticks]) {
    // One alone opens nothing: a footnote's star, snake_case, a foot or minute sign.
    if (runs.length < 2) continue;
    for (const run of runs) for (let i = 0; i < run[0].length; i += 1) escaped.add(run.index + i);
  }
  let safe = '';
  for (let i = 0; i < line.length; i += 1) {
    const sign = line.charAt(i);
    const vanishes = sign === '\\' && /[!-/:-@[-`{-~]/u.test(line.charAt(i + 1));
    safe += escaped.has(i) || vanishes ? `\\${sign}` : sign;
  }
  return safe;
}

type Run = RegExpExecArray;
const before = (line: string, run: Run) => line.slice(0, run.index).match(/.$/u)?.[0] ?? '';
const after = (line: string, run: Run) => line.slice(run.index + run[0].length).match(/^./u)?.[0] ?? '';
const touches = (line: string, run: Run, what: RegExp) => what.test(before(line, run)) || what.test(after(line, run));
const insideWord = (line: string, run: Run) =>
  /[\p{L}\p{N}]/u.test(before(line, run)) && /[\p{L}\p{N}]/u.test(after(line, run));

/** "9. oktober" and "- sist" would begin a list, "# 1" a heading, "---" a line, "| a |" a table. */
function notAtLineStart(line: string): string {
  return /^(?:[-+*_=#>|:~`]|\d{1,9}[.)](?:\s|$))/u.test(line) ? `${BREAK}${line}` : line;
}
