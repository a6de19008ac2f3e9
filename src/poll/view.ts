import type { Language } from '#calendar/when.ts';
import { writeWhen } from '#calendar/write-date.ts';
import { dayIn } from '#calendar/zone.ts';
import { say, spoken } from '#words/say.ts';
import { fewest } from './anonymous-steps.ts';
import type { Option, Poll, Tally } from './poll.ts';
import { shareOf } from './tally.ts';
import { longestOption } from './wanted.ts';

/** A poll as one looks at it: what may be shown, and to whom. */
export interface Seen {
  poll: Poll;
  open: boolean;
  /** How many have answered now. */
  answers: number;
  /** The distribution that may be shown; undefined while it is hidden. */
  tally: Tally | undefined;
  /** Name of whoever asks. */
  asker: string;
  /** Zone in which times are said. */
  zone: string;
}

/** Whom the card is drawn for. */
export type Reader =
  /** The card in the place, the same for everybody. */
  | { who: 'everyone' }
  | {
      who: 'me';
      mayClose: boolean;
      /** My answer; `forgotten` when the poll was anonymous and is closed. Empty: none. */
      mine: readonly string[] | 'forgotten';
      /** The choices are open, to answer for the first time or to change. */
      choosing: boolean;
      /** I have just withdrawn this answer. */
      withdrawn?: readonly string[];
    };

/** So many options at most get a button each; more become a list to choose from. */
const mostButtons = 5;
/** Buttons that are together no longer than this stand in one row at 320 px. */
const rowLength = 22;
/** Radios and checkboxes at most (PLATFORMS S13); with more the list is a menu, and the results have no bars. */
const mostExpanded = 10;
/** Blocks that make a whole bar. */
const barLength = 20;

/** "fredag 27. november kl. 16.00"; `since` is what is near and which year goes without saying. Both are ISO instants. */
export function sayTime(language: Language, at: string, zone: string, since: string): string {
  const on = dayIn(zone, at);
  const day = writeWhen({ start: on, end: on, precision: 'day', text: '' }, spoken(language), {
    today: dayIn(zone, since),
  });
  const clock = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
  return say(language, 'poll.time', { day, clock: spoken(language) === 'en' ? clock : clock.replace(':', '.') });
}

/** The first line, also the notification: "Avstemning: Hvor står du i dag?" */
export function summaryOf({ poll, open }: Pick<Seen, 'poll' | 'open'>, language: Language): string {
  return say(language, open ? 'poll.summary' : 'poll.summary-closed', { question: poll.question });
}

/** Who will be able to see what: stands above the first input (CARDS rule 9). */
export function whoSees(poll: Pick<Poll, 'anonymous' | 'results'>, open: boolean, language: Language): string {
  if (!open) return say(language, poll.anonymous ? 'poll.who.anonymous-closed' : 'poll.who.named-closed');
  if (!poll.anonymous) return say(language, 'poll.who.named');
  return say(language, poll.results === 'at-closing' ? 'poll.who.at-closing' : 'poll.who.anonymous', { fewest });
}

/** Data for `cards/poll/poll.json`: the poll, for everybody or for one reader. */
export function pollView(seen: Seen, reader: Reader, language: Language): object {
  const { poll, open, answers, tally } = seen;
  const mine = reader.who === 'me' && reader.mine !== 'forgotten' ? reader.mine : [];
  const choosing = open && (reader.who === 'everyone' || reader.choosing);
  const button = (id: 'answer' | 'change' | 'withdraw' | 'keep' | 'undo' | 'names' | 'close') =>
    say(language, `poll.button.${id}`);
  const rows = choosing && asButtons(poll) ? buttonRows(poll.options, mine) : [];
  return {
    poll: poll.id,
    show: say(language, 'poll.button.show'),
    // Whoever is choosing anew, or may still undo a withdrawal, goes on so when their card is drawn again.
    refresh: reader.who === 'me' && choosing && mine.length > 0 ? 'poll.choose' : 'poll.show',
    refreshData: {
      poll: poll.id,
      ...(reader.who === 'me' && mine.length === 0 && reader.withdrawn?.length
        ? { withdrawn: reader.withdrawn.join(',') }
        : {}),
    },
    question: poll.question,
    from: fromLine(seen, language),
    mine: reader.who === 'me' ? mineLine(seen, reader, language) : '',
    who: whoSees(poll, open, language),
    rows,
    lists: choosing && !asButtons(poll) ? [choiceList(poll, mine, language)] : [],
    answer: button('answer'),
    results: tally && answers > 0 ? resultLines(poll, tally, mine, language) : [],
    count: countLine(answers, open, language),
    note: noteLine(seen, language),
    change: open && !choosing && mine.length > 0 ? [{ title: button('change') }] : [],
    withdraw: open && mine.length > 0 ? [{ title: button('withdraw') }] : [],
    keep: choosing && mine.length > 0 ? [{ title: button('keep') }] : [],
    undo:
      reader.who === 'me' && open && mine.length === 0 && reader.withdrawn && reader.withdrawn.length > 0
        ? [{ title: button('undo'), options: reader.withdrawn.join(',') }]
        : [],
    names: poll.anonymous ? [] : [{ title: button('names') }],
    close: open && (reader.who === 'everyone' || reader.mayClose) ? [{ title: button('close') }] : [],
  };
}

const asButtons = (poll: Poll): boolean => poll.choice === 'single' && poll.options.length <= mostButtons;

/** Short options share a row; otherwise each has its own, because a row does not wrap. The one I have chosen has a tick. */
function buttonRows(options: readonly Option[], mine: readonly string[]): object[] {
  const buttons = options.map((o) => {
    const ticked = `✓ ${o.text}`;
    return { option: o.id, title: mine.includes(o.id) && ticked.length <= longestOption ? ticked : o.text };
  });
  const length = buttons.reduce((sum, b) => sum + b.title.length + 4, 0);
  return length <= rowLength ? [{ buttons }] : buttons.map((b) => ({ buttons: [b] }));
}

function choiceList(poll: Poll, mine: readonly string[], language: Language): object {
  const several = poll.choice === 'several';
  return {
    label: say(language, several ? 'poll.choose-several' : 'poll.choose-one'),
    missing: say(language, 'poll.no.nothing-chosen'),
    choices: poll.options.map((o) => ({ title: o.text, value: o.id })),
    value: mine.join(','),
    several,
    style: poll.options.length > mostExpanded ? 'compact' : 'expanded',
  };
}

function fromLine({ poll, open, asker, zone }: Seen, language: Language): string {
  const ends = open ? poll.closesAt : (poll.closedAt ?? poll.closesAt);
  if (ends === undefined) return say(language, 'poll.from', { name: asker });
  return say(language, open ? 'poll.from-closing' : 'poll.from-closed', {
    name: asker,
    time: sayTime(language, ends, zone, poll.openedAt),
  });
}

function mineLine({ poll, open, zone }: Seen, reader: Reader & { who: 'me' }, language: Language): string {
  if (reader.mine === 'forgotten') return say(language, 'poll.mine-forgotten');
  if (reader.mine.length === 0) {
    if (open && reader.withdrawn) return say(language, 'poll.mine-withdrawn');
    return open ? '' : say(language, 'poll.mine-none');
  }
  const answers = answersText(poll, reader.mine, language);
  if (!open) return say(language, 'poll.mine', { answers });
  if (reader.choosing) return say(language, 'poll.mine-change', { answers });
  if (poll.closesAt === undefined) return say(language, 'poll.mine-open', { answers });
  return say(language, 'poll.mine-until', { answers, time: sayTime(language, poll.closesAt, zone, poll.openedAt) });
}

function answersText(poll: Poll, chosen: readonly string[], language: Language): string {
  const texts = poll.options
    .filter((o) => chosen.includes(o.id))
    .map((o) => say(language, 'poll.quoted', { text: o.text }));
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : spoken(language), { type: 'conjunction' }).format(texts);
}

/** Options in the poll's own order, never by count: nothing moves while one reads. */
function resultLines(poll: Poll, tally: Tally, mine: readonly string[], language: Language): object[] {
  const percent = new Intl.NumberFormat(spoken(language), { style: 'percent', maximumFractionDigits: 0 });
  const bars = poll.options.length <= mostExpanded;
  return poll.options.map((o) => {
    const count = tally.counts[o.id] ?? 0;
    const share = shareOf(tally, o.id);
    const option = mine.includes(o.id) ? `✓ ${o.text}` : o.text;
    const result = say(language, 'poll.result', { count, share: percent.format(share) });
    if (!bars) return { option: say(language, 'poll.result-line', { option, result }), bar: '' };
    const blocks = count === 0 ? 0 : Math.max(1, Math.round(share * barLength));
    return { option, bar: `${'█'.repeat(blocks)} ${result}`.trim() };
  });
}

const countLine = (count: number, open: boolean, language: Language): string =>
  say(language, open ? 'poll.count' : 'poll.count-closed', { count });

function noteLine({ poll, open, answers, tally }: Seen, language: Language): string {
  const notes: string[] = [];
  if (tally && answers > 0 && poll.choice === 'several') notes.push(say(language, 'poll.note.several'));
  if (poll.anonymous && !tally && !open && answers > 0 && answers < fewest) {
    notes.push(say(language, 'poll.note.too-few', { fewest }));
  }
  if (poll.anonymous && tally) {
    const shown = tally.answers;
    if (poll.leftOut) notes.push(say(language, 'poll.note.left-out', { shown, count: poll.leftOut }));
    else if (poll.unseen && poll.unseen.length > 0) notes.push(say(language, 'poll.note.step', { shown, fewest }));
  }
  return notes.join(' ');
}

/** Data for `cards/poll/names.json`: who answered what, option by option. Named polls only. */
export function namesView(
  poll: Poll,
  names: readonly { option: string; people: readonly string[] }[],
  language: Language,
): object {
  const most = 30;
  return {
    poll: poll.id,
    title: say(language, 'poll.names.title', { question: poll.question }),
    options: poll.options.map((o) => {
      const people = names.find((n) => n.option === o.id)?.people ?? [];
      const shown = people.slice(0, most).join(', ');
      const left = people.length - most;
      return {
        option: say(language, 'poll.names.option', { option: o.text, count: people.length }),
        people:
          people.length === 0
            ? say(language, 'poll.names.nobody')
            : left > 0
              ? say(language, 'poll.names.more', { names: shown, count: left })
              : shown,
      };
    }),
    back: say(language, 'poll.button.back'),
  };
}

/** Data for `cards/poll/close.json`: asks once before a poll is closed, and says what will be lost. */
export function closeView({ poll, answers, tally }: Seen, language: Language): object {
  const lost: string[] = [];
  const unseen = poll.unseen?.length ?? 0;
  if (poll.anonymous && answers < fewest) lost.push(say(language, 'poll.close.too-few', { fewest }));
  else if (poll.anonymous && tally && unseen > 0 && unseen < fewest) {
    lost.push(say(language, 'poll.close.left-out', { count: unseen, missing: fewest - unseen }));
  }
  return {
    poll: poll.id,
    title: say(language, 'poll.close.title'),
    question: poll.question,
    text: say(language, 'poll.close.named', { count: countLine(answers, true, language) }),
    lost: lost.join(' '),
    close: say(language, 'poll.close.do'),
    not: say(language, 'poll.close.not'),
  };
}
