import { readdirSync, readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';

/** A file of the page, ready to send. */
interface PageFile {
  type: string;
  body: string;
}

/** The page itself and what it asks for under `/page/`. */
export interface PageFiles {
  page: string;
  byName: ReadonlyMap<string, PageFile>;
}

const typeByEnding: Record<string, string> = { css: 'text/css', svg: 'image/svg+xml' };

/**
 * Reads the page's files once, at start. Its TypeScript is served as JavaScript under the same name, its types taken
 * out (they become blanks, so that lines stay where they were); there is no build.
 */
export function pageFiles(): PageFiles {
  const folder = new URL('./page/', import.meta.url);
  const byName = new Map<string, PageFile>();
  for (const name of readdirSync(folder)) {
    const ending = name.slice(name.lastIndexOf('.') + 1);
    const read = () => readFileSync(new URL(name, folder), 'utf8');
    const type = typeByEnding[ending];
    if (type) byName.set(name, { type, body: read() });
    if (ending === 'ts' && !name.endsWith('.d.ts')) {
      byName.set(name, { type: 'text/javascript', body: stripTypeScriptTypes(read()) });
    }
  }
  const library = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
  byName.set('adaptivecards.js', { type: 'text/javascript', body: readFileSync(library, 'utf8') });
  return { page: readFileSync(new URL('index.html', folder), 'utf8'), byName };
}
