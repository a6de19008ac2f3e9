import { textWidth } from './font.ts';
import type { Gantt } from './gantt.ts';
import { ink, size } from './gantt-look.ts';
import { noShapes, type Shapes } from './shapes.ts';
import { type Tick, type TimeSpan, timeAxis } from './time-axis.ts';

/** Names that need not stand at every tick are written at every second, third, fourth … one. */
const steps = [1, 2, 3, 4, 5, 10, 20, 50, 100];

/** The time line above the rows, its lines through those that have a date, and today with its label. */
export function placeAxis(
  gantt: Gantt,
  {
    span,
    today,
    top,
    bodyTop,
    bodyBottom,
  }: { span: TimeSpan; today: number; top: number; bodyTop: number; bodyBottom: number },
): Omit<Shapes, 'widthPx' | 'heightPx'> {
  const all = noShapes();
  const [from, to] = [size.timeStart, size.width - size.margin];
  const at = (day: number): number => from + ((day - span.from) / (span.until - span.from)) * (to - from);
  const { large, small, counted } = timeAxis(span, gantt.language, gantt.words);
  const widthOf = ({ from: start, until }: Tick): number => at(until) - at(start);

  const plain = { sizePx: size.axis.text, weight: 'regular', colour: ink.subdued } as const;
  for (const { tick, text } of namedAll(large, widthOf)) {
    const strong = { ...plain, weight: 'semibold', colour: ink.text, align: 'left' } as const;
    all.texts.push({ x: at(tick.from) + 6, y: top + size.axis.line / 2, text, ...strong });
  }
  const smallNames = named(small, widthOf);
  const y = top + size.axis.line * 1.5;
  for (const { tick, text } of smallNames) {
    all.texts.push({ x: (at(tick.from) + at(tick.until)) / 2, y, text, ...plain, align: 'center' });
  }
  const areNumbers = smallNames.every(({ text }) => /^\d+$/u.test(text));
  if (counted && areNumbers) all.texts.push({ x: from - 8, y, text: counted, ...plain, align: 'right' });

  const line = (day: number, colour: string, y: number, y2: number) =>
    all.rules.push({ x: at(day), x2: at(day), y, y2, colour, widthPx: 1 });
  const namesTop = top + size.axis.line + 2;
  for (const tick of small) if (tick.from > span.from) line(tick.from, ink.grid, namesTop, bodyBottom);
  for (const tick of large) {
    // A month may begin within a week: its line leaves out the row where the week's name stands.
    if (tick.from > span.from) line(tick.from, ink.gridStrong, top, namesTop);
    if (tick.from > span.from) line(tick.from, ink.gridStrong, bodyTop, bodyBottom);
  }
  const edgeTop = large.length > 0 ? top : namesTop;
  for (const edge of [span.from, span.until]) line(edge, ink.gridStrong, edgeTop, bodyBottom);
  all.rules.push({ x: size.margin, x2: to, y: bodyTop, y2: bodyTop, colour: ink.gridStrong, widthPx: 1 });

  placeToday(all, { gantt, x: at(today + 0.5), from, to, bodyTop, bodyBottom });
  return all;
}

/** Each of the larger stretches with its name: of the same length for all, except that one at an end may have a shorter or none. */
function namedAll(ticks: Tick[], widthOf: (tick: Tick) => number): { tick: Tick; text: string }[] {
  const fits = (text: string, tick: Tick): boolean => textWidth(text, size.axis.text, 'semibold') + 10 <= widthOf(tick);
  const whole = ticks.length > 2 ? ticks.slice(1, -1) : ticks;
  const forms = Math.max(0, ...ticks.map(({ names }) => names.length));
  let form = 0;
  while (form < forms - 1 && !whole.every((tick) => fits(tick.names[form] ?? '', tick))) form++;
  return ticks.flatMap((tick) => {
    const text = tick.names.slice(form).find((name) => fits(name, tick));
    return text === undefined ? [] : [{ tick, text }];
  });
}

/** Each tick with the longest name that fits all of them; where not even the shortest does, every second has one, and so on. */
function named(ticks: Tick[], widthOf: (tick: Tick) => number): { tick: Tick; text: string }[] {
  const width = (text: string): number => textWidth(text, size.axis.text) + 6;
  const usual = Math.max(0, ...ticks.map(widthOf));
  const forms = Math.max(0, ...ticks.map(({ names }) => names.length));
  for (const step of steps) {
    for (let form = 0; form < forms; form++) {
      const texts = ticks.map(({ names }) => names[Math.min(form, names.length - 1)] ?? '');
      if (!texts.every((text) => width(text) <= usual * step)) continue;
      // A stretch that the time line cuts may be too narrow for its name, and is then left without.
      return ticks.flatMap((tick, i) => {
        const text = texts[i] ?? '';
        return i % step === 0 && (step > 1 || width(text) <= widthOf(tick)) ? [{ tick, text }] : [];
      });
    }
  }
  return [];
}

/** Today as a line with a label at its head; where today is off the time line, the label stands at the nearer end with an arrow. */
function placeToday(
  all: ReturnType<typeof noShapes>,
  {
    gantt,
    x,
    from,
    to,
    bodyTop,
    bodyBottom,
  }: { gantt: Gantt; x: number; from: number; to: number; bodyTop: number; bodyBottom: number },
): void {
  const isBefore = x < from;
  const isAfter = x > to;
  const { today } = gantt.words;
  const text = isBefore ? `← ${today}` : isAfter ? `${today} →` : today;
  const width = textWidth(text, size.note, 'semibold') + 16;
  const left = Math.max(from, Math.min(x - width / 2, to - width));
  const y = bodyTop - 16;
  all.backs.push({
    x: left,
    x2: left + width,
    y: y - 12,
    y2: y + 12,
    fill: ink.today,
    stroke: 'none',
    strokeWidth: 0,
    dash: [],
    corner: 4,
  });
  all.texts.push({
    x: left + width / 2,
    y,
    text,
    sizePx: size.note,
    weight: 'semibold',
    colour: ink.page,
    align: 'center',
  });
  if (!isBefore && !isAfter) all.rules.push({ x, x2: x, y, y2: bodyBottom, colour: ink.today, widthPx: 2 });
}
