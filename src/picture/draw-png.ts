import { fontFiles } from './font.ts';
import { size } from './gantt-look.ts';
import { oneAtATime } from './one-at-a-time.ts';

/**
 * Pictures are drawn on the threads that also write what people say to the disk, and there are four of those: ten
 * pictures at once would keep a vote waiting for seconds.
 */
const inTurn = oneAtATime();

/**
 * An SVG as PNG, 1024 px wide, written in Klar's own font and no other. The work is done beside the thread that answers
 * people, all but the last of it, and one picture after the other.
 */
export function drawPng(svg: string): Promise<Uint8Array> {
  return inTurn(async () => {
    const { renderAsync } = await import('@resvg/resvg-js');
    const font = { fontFiles: Object.values(fontFiles), loadSystemFonts: false, defaultFontFamily: 'Inter' };
    const picture = await renderAsync(svg, { fitTo: { mode: 'width', value: size.width }, font });
    return picture.asPng();
  });
}
