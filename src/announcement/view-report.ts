import type { Language } from '#calendar/when.ts';
import type { UnitId } from '#people/programme.ts';
import { say, spoken } from '#words/say.ts';
import type { Announcement } from './announcement.ts';
import { type Counts, countsByUnit, countsOf, type Standing } from './standing.ts';
import { button, type Seat, sayMoment } from './view.ts';

/** How it goes with an announcement, for those who lead. */
export interface Report {
  announcement: Announcement;
  standings: readonly Standing[];
  /** How many of those who still wait are left alone just now. */
  held: number;
  /** The names of those whom Klar has not met yet. */
  unmet: string;
  unitNames: ReadonlyMap<UnitId, string>;
  names: { author: string; approver: string; corrector: string; withdrawer: string };
  /** Who is asked to approve. */
  asked: string;
  nextRound?: string | undefined;
  /** How many can be reminded by hand now; none where that has been done today. */
  toRemind: number;
}

const unitsShown = 5;

/** One line on how it stands: "Sendt 312 av 1 700 · 4 nådde ikke fram". */
export function stateLine(
  report: Pick<Report, 'announcement' | 'standings' | 'held' | 'names' | 'asked'>,
  seat: Seat,
): string {
  const { announcement, names } = report;
  const { language } = seat;
  const { state, begunAt = seat.now, sendAt = seat.now } = announcement;
  const counts = countsOf(report.standings);
  switch (state) {
    case 'draft':
      return say(language, 'announcement.state.draft');
    case 'awaiting':
      return say(language, 'announcement.state.awaiting', { names: report.asked });
    case 'scheduled':
      return say(language, 'announcement.state.scheduled', { time: sayMoment(sendAt, seat) });
    case 'withdrawn':
      return say(language, 'announcement.withdrawn', {
        name: names.withdrawer,
        time: sayMoment(announcement.withdrawn?.at ?? seat.now, seat),
      });
    case 'sending':
    case 'sent': {
      const about = { arrived: counts.arrived, asked: counts.asked };
      return [
        state === 'sending'
          ? say(language, 'announcement.state.sending', about)
          : say(language, 'announcement.state.sent', { ...about, time: sayMoment(begunAt, seat) }),
        ...(report.held > 0 ? [say(language, 'announcement.state.held', { count: report.held })] : []),
        ...(counts.unmet > 0 ? [say(language, 'announcement.state.unmet', { count: counts.unmet })] : []),
        ...(counts.failed > 0 ? [say(language, 'announcement.state.failed', { count: counts.failed })] : []),
      ].join(' · ');
    }
  }
}

/** "12 av 46 har bekreftet"; empty where nobody is asked to. */
export function confirmedLine(
  { announcement }: Pick<Report, 'announcement'>,
  counts: Counts,
  { language }: Pick<Seat, 'language'>,
): string {
  if (announcement.asks === 'nothing' || counts.asked === 0) return '';
  if (counts.acknowledged === counts.asked) return say(language, 'announcement.report.all', { asked: counts.asked });
  return say(language, 'announcement.state.confirmed', { count: counts.acknowledged, asked: counts.asked });
}

/** Units with most missing first, since that is where one acts; then by name. */
function unitLines({ announcement, standings, unitNames }: Report, language: Language): string[] {
  if (announcement.asks === 'nothing') return [];
  return [...countsByUnit(standings)]
    .map(([unit, counts]) => ({
      name: (unit && unitNames.get(unit)) ?? say(language, 'announcement.report.no-unit'),
      missing: counts.asked - counts.acknowledged,
      counts,
    }))
    .sort((a, b) => b.missing - a.missing || a.name.localeCompare(b.name, spoken(language)))
    .map(({ name, missing, counts }) =>
      say(language, 'announcement.report.unit', {
        sign: missing === 0 ? '✓' : counts.acknowledged === 0 ? '–' : '!',
        unit: name,
        count: counts.acknowledged,
        asked: counts.asked,
      }),
    );
}

/** Data for `cards/announcement/report.json`. Every unit is shown where `all` is set, otherwise five, or six where there are no more. */
export function reportView(report: Report, seat: Seat, { all = false } = {}): object {
  const { announcement, standings, names, nextRound } = report;
  const { language } = seat;
  const counts = countsOf(standings);
  const units = unitLines(report, language);
  // One more takes no more room than saying that there is one more.
  const shown = units.slice(0, all ? mostUnits : units.length === unitsShown + 1 ? unitsShown + 1 : unitsShown);
  const last = announcement.rounds.at(-1);
  const notes = [
    ...(announcement.approved
      ? [
          say(language, 'announcement.report.approved', {
            name: names.approver,
            time: sayMoment(announcement.approved.at, seat),
          }),
        ]
      : []),
    ...(announcement.corrected
      ? [
          say(language, 'announcement.corrected', {
            name: names.corrector,
            time: sayMoment(announcement.corrected.at, seat),
          }),
        ]
      : []),
    ...(announcement.correction ? [say(language, 'announcement.report.correction')] : []),
    ...(counts.unmet > 0 && announcement.state !== 'withdrawn'
      ? [say(language, 'announcement.report.unmet', { count: counts.unmet, names: report.unmet })]
      : []),
    ...(last ? [say(language, 'announcement.report.reminded', { time: sayMoment(last.at, seat) })] : []),
    ...(nextRound ? [say(language, 'announcement.report.next-round', { time: sayMoment(nextRound, seat) })] : []),
  ];
  return {
    id: announcement.id,
    all: all ? 'yes' : '',
    refresh: say(language, 'announcement.button.show'),
    title: announcement.title,
    by: say(language, 'announcement.report.by', { name: names.author }),
    state: stateLine(report, seat),
    confirmed: confirmedLine(report, counts, seat),
    units: shown,
    more:
      units.length > shown.length
        ? say(language, 'announcement.report.more', { count: units.length - shown.length })
        : '',
    notes,
    buttons: buttonsOf(report, counts, { language, hidden: units.length - shown.length }),
  };
}

/** So many lines stay within what a Slack message holds (PLATFORMS S11); the file has all. */
const mostUnits = 35;

function buttonsOf(
  { announcement, toRemind }: Report,
  counts: Counts,
  { language, hidden }: { language: Language; hidden: number },
) {
  const ids = { announcement: announcement.id };
  const { state, asks } = announcement;
  const missing = counts.asked - counts.acknowledged;
  const rare = { mode: 'secondary' } as const;
  const name = (of: 'missing' | 'file' | 'all-units' | 'correct' | 'withdraw' | 'edit') =>
    say(language, `announcement.button.${of}`);
  const under = state === 'sending' || state === 'sent';
  return [
    ...(toRemind > 0
      ? [button(say(language, 'announcement.button.remind', { count: toRemind }), 'announcement.ask-remind', ids)]
      : []),
    ...(under && asks !== 'nothing' && missing > 0 ? [button(name('missing'), 'announcement.missing', ids)] : []),
    ...(under ? [button(name('file'), 'announcement.file', ids)] : []),
    // Of one that is withdrawn there is nothing else to press: a menu of one button would hide it.
    ...(hidden > 0
      ? [button(name('all-units'), 'announcement.report', { ...ids, all: 'yes' }, state === 'withdrawn' ? {} : rare)]
      : []),
    ...(state === 'awaiting' || state === 'scheduled' ? [button(name('edit'), 'announcement.edit', ids)] : []),
    ...(under ? [button(name('correct'), 'announcement.ask-correct', ids, rare)] : []),
    ...(under || state === 'scheduled' ? [button(name('withdraw'), 'announcement.ask-withdraw', ids, rare)] : []),
  ];
}

const namesOnPage = 20;

/** Data for `cards/announcement/missing.json`: who has not acknowledged, a page at a time. */
export function missingView(
  { announcement, standings, unitNames }: Report,
  about: { programme: string; page: number; nameOf: (one: Standing) => string },
  { language }: Seat,
): object {
  const missing = standings
    .filter((one) => !one.acknowledged)
    .map((one) => {
      const units = one.receiver.units.flatMap((id) => unitNames.get(id) ?? []).join(', ');
      const name = about.nameOf(one);
      return { name, units: units || say(language, 'announcement.report.no-unit'), arrival: one.arrival };
    })
    .sort((a, b) => a.units.localeCompare(b.units, spoken(language)) || a.name.localeCompare(b.name, spoken(language)));
  const from = Math.min(about.page * namesOnPage, Math.max(0, missing.length - 1));
  const shown = missing.slice(from, from + namesOnPage);
  const left = missing.length - from - shown.length;
  const ids = { announcement: announcement.id };
  return {
    title: say(language, 'announcement.missing.title', { count: missing.length }),
    of: announcement.title,
    names: shown.map(({ arrival, name, units }) => say(language, `announcement.missing.${arrival}`, { name, units })),
    range:
      missing.length > shown.length
        ? say(language, 'announcement.missing.range', {
            from: from + 1,
            to: from + shown.length,
            count: missing.length,
          })
        : '',
    who: say(language, 'announcement.missing.to-leaders', { programme: about.programme }),
    buttons: [
      ...(left > 0
        ? [
            button(say(language, 'announcement.button.more'), 'announcement.missing', {
              ...ids,
              page: String(about.page + 1),
            }),
          ]
        : []),
      button(say(language, 'announcement.button.back'), 'announcement.report', ids),
    ],
  };
}
