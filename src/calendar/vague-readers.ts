import { isTrouble, monthsOf, type Part, vaguePart } from './date-part.ts';
import type { Reader } from './day-readers.ts';
import { daysOfWeek, type Span } from './iso-week.ts';

/**
 * Seasons and feasts. They are spoken of loosely, so each is approximate and the days below are Klar's reading of them,
 * meant to bring a reminder at a useful time; the author's own words stay beside it.
 */

/** `month`: where it begins, or for what straddles the new year, where most of it lies. */
type Landmark = { words: RegExp; month: number; span: (year: number) => Span };

const landmark = (words: string, month: number, span: (year: number) => Span): Landmark => ({
  words: new RegExp(`^(?:${words})$`, 'u'),
  month,
  span,
});

const days = (start: Temporal.PlainDate, length: number): Span => ({
  start: start.toString(),
  end: start.add({ days: length - 1 }).toString(),
});

/** Easter Sunday in the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
function easter(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
}

/** Whole weeks, by their numbers. */
function weeks(year: number, first: number, last: number): Span {
  const [from, to] = [daysOfWeek(year, first), daysOfWeek(year, last)];
  if (from === undefined || to === undefined) throw new RangeError(`${year} has no week ${first} or ${last}`);
  return { start: from.start, end: to.end };
}

const seasons: Landmark[] = [
  landmark('vår(?:en)?|spring', 3, (year) => monthsOf(year, 3, 5)),
  landmark('sommer(?:en)?|sumar(?:en)?|sommar(?:en)?|summer', 6, (year) => monthsOf(year, 6, 8)),
  landmark('høst(?:en)?|haust(?:en)?|höst(?:en)?|autumn|fall', 9, (year) => monthsOf(year, 9, 11)),
  // "Vinteren 2027" is the one that ends in 2027.
  landmark('vinter(?:en)?|vintern|winter', 1, (year) => monthsOf(year - 1, 12, 14)),
];

const termsAndTurns: Landmark[] = [
  landmark('(?:vårsemester|vårhalvår)(?:et)?|vårtermin(?:en)?', 1, (year) => monthsOf(year, 1, 6)),
  landmark('(?:høstsemester|haustsemester|høsthalvår)(?:et)?|hösttermin(?:en)?', 8, (year) => monthsOf(year, 8, 12)),
  landmark('nyåret', 1, (year) => monthsOf(year, 1, 1)),
  landmark('nyttår|nyår|new year', 12, (year) => ({ start: `${year}-12-28`, end: `${year + 1}-01-04` })),
  landmark('årsskiftet?|turn of the year', 12, (year) => ({ start: `${year}-12-15`, end: `${year + 1}-01-15` })),
];

const schoolTimes: Landmark[] = [
  // Loosely in the whole country: the weeks differ from county to county.
  landmark('skol[ea]start|skulestart|skolstart(?:en)?|studiestart', 8, (year) => ({
    start: `${year}-08-11`,
    end: `${year}-08-31`,
  })),
  landmark('(?:høst|haust)ferien?|haustferia', 10, (year) => weeks(year, 40, 41)),
  landmark('höstlov(?:et)?', 10, (year) => weeks(year, 44, 44)),
  landmark('vinterferien?|vinterferia', 2, (year) => weeks(year, 8, 9)),
  landmark('sportlov(?:et)?', 2, (year) => weeks(year, 7, 10)),
  landmark('juleferien?|juleferia|jullov(?:et)?', 12, (year) => ({ start: `${year}-12-20`, end: `${year + 1}-01-03` })),
  landmark('midsommar(?:en)?|midsummer', 6, (year) => {
    const first = Temporal.PlainDate.from({ year, month: 6, day: 19 });
    return days(first.add({ days: (12 - first.dayOfWeek) % 7 }), 3);
  }),
];

const christmas = (year: number): Span => ({ start: `${year}-12-24`, end: `${year}-12-26` });
const feasts: Landmark[] = [
  landmark('jula|julen|julehelg[ae]n?|julhelgen|christmas', 12, christmas),
  landmark('påsk[ea]?n?|påske(?:uka|uken|veka)|påskveckan|påskeferi[ea]n?|påsklov(?:et)?|easter', 4, (year) =>
    days(easter(year).subtract({ days: 3 }), 5),
  ),
  landmark('pins[ea]n?|pingst(?:en)?|whitsun', 5, (year) => days(easter(year).add({ days: 48 }), 3)),
  landmark(
    'sommerferien|sommarferien|sommarferia|sommarlov(?:et)?|fellesferien|fellesferia|sommarsemestern',
    7,
    (year) => ({
      start: `${year}-07-01`,
      end: `${year}-08-15`,
    }),
  ),
];

/** What "før" and "etter" speak of where the word alone means something else or nothing. */
const onlyBeforeOrAfter: Landmark[] = [
  landmark('jul', 12, christmas),
  landmark('nyttår|nyår|new year', 12, (year) => ({ start: `${year + 1}-01-01`, end: `${year + 1}-01-01` })),
  // Before the summer is before people leave for it, not before the first of June. The holidays are those of summer.
  landmark('sommer(?:en)?|sumar(?:en)?|sommar(?:en)?|summer|ferien|feria|semestern|the holidays', 7, (year) => ({
    start: `${year}-07-01`,
    end: `${year}-08-15`,
  })),
];

const find = (landmarks: readonly Landmark[], text: string): Part | undefined => {
  const found = landmarks.find(({ words }) => words.test(text));
  return found && vaguePart(found.month, found.span);
};

const landmarks = [...seasons, ...termsAndTurns, ...schoolTimes, ...feasts];
const partOfSeason = /^(tidlig|tidleg|tidig|early|sent?|sein|late)\s+(.+)$/u;
const DAYS_IN_HALF_A_SEASON = 45;

/** "Høsten", "i påsken", "på nyåret", "årsskiftet"; "tidlig høst" is the first half of one. */
export const landmarkReader: Reader = (text) => {
  const [, word, season] = partOfSeason.exec(text) ?? [];
  if (word === undefined || season === undefined) return find(landmarks, text);
  const part = find(seasons, season);
  const isEarly = /^(?:t|e)/u.test(word);
  return (
    part &&
    shifted(part, ({ start, end }) =>
      isEarly
        ? days(Temporal.PlainDate.from(start), DAYS_IN_HALF_A_SEASON)
        : {
            start: Temporal.PlainDate.from(end)
              .subtract({ days: DAYS_IN_HALF_A_SEASON - 1 })
              .toString(),
            end,
          },
    )
  );
};

const turningPoints = [...onlyBeforeOrAfter, ...schoolTimes, ...feasts];

/** What stands after "før" or "etter": "jul", "nyttår", "sommeren", "påske". */
export const turningPoint: Reader = (text) => find(turningPoints, text);

const FOUR_WEEKS = 28;

/** "Før påske": the four weeks up to it. */
export const beforePart = (part: Part): Part =>
  shifted(part, (span) => days(Temporal.PlainDate.from(span.start).subtract({ days: FOUR_WEEKS }), FOUR_WEEKS));

/** "Etter påske": the four weeks from the day after it. */
export const afterPart = (part: Part): Part =>
  shifted(part, (span) => days(Temporal.PlainDate.from(span.end).add({ days: 1 }), FOUR_WEEKS));

function shifted(part: Part, move: (span: Span) => Span): Part {
  const { year, month, at } = part;
  const vague = vaguePart(month, (of) => {
    const span = at(of);
    return isTrouble(span) ? span : move(span);
  });
  return year === undefined ? vague : { ...vague, year };
}
