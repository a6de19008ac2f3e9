import { fontFiles } from './font.ts';
import { size } from './gantt-look.ts';

/**
 * An SVG as PNG, 1024 px wide, written in Klar's own font and no other. The work is done beside the thread that answers
 * people, all but the last of it.
 */
export async function drawPng(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const font = { fontFiles: Object.values(fontFiles), loadSystemFonts: false, defaultFontFamily: 'Inter' };
  const picture = await renderAsync(svg, { fitTo: { mode: 'width', value: size.width }, font });
  return picture.asPng();
}
