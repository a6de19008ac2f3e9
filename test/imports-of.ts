import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../src/', import.meta.url));

export interface Import {
  /** The file that imports, as in `people/actions/unit.ts`. */
  from: string;
  /** What is imported: a file of ours in the same form, or a package's name. */
  to: string;
  /** As it is written. */
  as: string;
  ours: boolean;
  /** Only types, which are gone when Klar runs. */
  typesOnly: boolean;
}

/** The TypeScript files under `src/`, as `room/file.ts`, with what is in them. */
export function sourceFiles(): Map<string, string> {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(join(src, file), 'utf8')]));
}

/** Every import and re-export of a file, also those that are made when needed. */
export function importsOf(file: string, text: string): Import[] {
  const bare = text.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/(^|\s)\/\/.*$/gmu, '$1');
  const found: Import[] = [];
  const statement = /^[ \t]*(?:import|export)\b\s*(type\b)?((?:[^;'"`()=]|\n)*?)\bfrom\s*['"]([^'"]+)['"]/gmu;
  for (const [, type, names = '', as = ''] of bare.matchAll(statement)) {
    const each = /\{([\s\S]*)\}/u.exec(names)?.[1];
    const listed = each?.split(',').filter((one) => one.trim() !== '') ?? [];
    const alone = names.replace(/\{[\s\S]*\}/u, '').replace(/[\s,]/gu, '') === '';
    const typesOnly =
      type !== undefined || (alone && listed.length > 0 && listed.every((one) => /^\s*type\s/u.test(one)));
    found.push(made(file, as, typesOnly));
  }
  for (const [, within, alone] of bare.matchAll(
    /\bimport\s*\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gmu,
  )) {
    found.push(made(file, within ?? alone ?? '', false));
  }
  return found;
}

function made(from: string, as: string, typesOnly: boolean): Import {
  if (as.startsWith('#')) return { from, to: as.slice(1), as, ours: true, typesOnly };
  if (as.startsWith('.')) return { from, to: posix.join(dirname(from), as), as, ours: true, typesOnly };
  const name = as.startsWith('@') ? as.split('/').slice(0, 2).join('/') : (as.split('/')[0] ?? as);
  return { from, to: name, as, ours: false, typesOnly };
}
