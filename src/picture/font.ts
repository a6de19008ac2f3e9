import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The two cuts of Inter that pictures are written in. PNG is drawn with these files and no font of the machine's. */
export type Weight = 'regular' | 'semibold';

const require = createRequire(import.meta.url);

/** Where the font's files are. They are TTF: with woff2 the PNG would have no text, without any error (DESIGN section 4). */
export const fontFiles: Readonly<Record<Weight, string>> = {
  regular: require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  semibold: require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
};

/** As SVG names it, with what a browser that lacks it takes instead. */
export const fontFamily = 'Inter, Segoe UI, Helvetica, Arial, sans-serif';

interface Metrics {
  /** Of the units that advances are counted in, how many make the font's size. */
  unitsPerEm: number;
  /** How far each glyph moves the pen. */
  advances: Uint16Array;
  glyphs: ReadonlyMap<number, number>;
}

const read = new Map<Weight, Metrics>();

/** The width of one line of text in pixels, as the font's own table of advances has it; kerning is left out. */
export function textWidth(text: string, sizePx: number, weight: Weight = 'regular'): number {
  const metrics = metricsOf(weight);
  let units = 0;
  for (const letter of text) {
    const glyph = metrics.glyphs.get(letter.codePointAt(0) ?? 0) ?? 0;
    units += metrics.advances[Math.min(glyph, metrics.advances.length - 1)] ?? 0;
  }
  return (units / metrics.unitsPerEm) * sizePx;
}

/** Whether the font can write a sign. What it cannot write is drawn as an empty box. */
export const hasGlyph = (letter: string, weight: Weight = 'regular'): boolean =>
  metricsOf(weight).glyphs.has(letter.codePointAt(0) ?? 0);

function metricsOf(weight: Weight): Metrics {
  const known = read.get(weight);
  if (known) return known;
  const metrics = readMetrics(readFileSync(fontFiles[weight]));
  read.set(weight, metrics);
  return metrics;
}

/** Reads the widths of a TrueType font: its tables `head`, `hhea`, `hmtx` and `cmap`. */
function readMetrics(file: Buffer): Metrics {
  const table = (tag: string): Buffer => {
    for (let i = 0; i < file.readUInt16BE(4); i++) {
      const at = 12 + i * 16;
      if (file.toString('latin1', at, at + 4) === tag) return file.subarray(file.readUInt32BE(at + 8));
    }
    throw new Error(`The font has no table ${tag}`);
  };
  const hmtx = table('hmtx');
  const advances = Uint16Array.from({ length: table('hhea').readUInt16BE(34) }, (_, i) => hmtx.readUInt16BE(i * 4));
  return { unitsPerEm: table('head').readUInt16BE(18), advances, glyphs: readGlyphs(table('cmap')) };
}

/** Which glyph writes which code point: from the table's part of format 4, which has all letters up to U+FFFF. */
function readGlyphs(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const part = cmap.subarray(cmap.readUInt32BE(8 + i * 8));
    if (part.readUInt16BE(0) !== 4) continue;
    const size = part.readUInt16BE(6); // twice the number of segments
    for (let s = 0; s < size; s += 2) {
      const last = part.readUInt16BE(14 + s);
      const first = part.readUInt16BE(16 + size + s);
      const delta = part.readUInt16BE(16 + size * 2 + s);
      const offsetAt = 16 + size * 3 + s;
      const offset = part.readUInt16BE(offsetAt);
      for (let code = first; code <= last && code < 0xffff; code++) {
        const glyph = offset === 0 ? code : part.readUInt16BE(offsetAt + offset + (code - first) * 2);
        if (offset === 0 || glyph !== 0) glyphs.set(code, (glyph + delta) & 0xffff);
      }
    }
  }
  return glyphs;
}
