import type { Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { Turn } from '#chat/feature.ts';
import { say } from '#words/say.ts';
import { closingChoices, closingTime } from '../closing-time.ts';
import { sayTime, whoSees } from '../view.ts';
import {
  fewestOptions,
  longestOption,
  longestQuestion,
  mostOptions,
  type Wanted,
  type WantedProblem,
} from '../wanted.ts';
import type { Audience } from './places.ts';

/** The zone in which the maker of a poll means times: the programme's, or else their own. */
export const zoneOf = (turn: Turn): string => turn.programme?.timeZone ?? turn.by.timeZone;

/** The form for a new poll. `id` is the id that the poll will have. */
export function formCard(turn: Turn, id: string, wanted: Wanted): Card {
  const { language } = turn;
  const zone = zoneOf(turn);
  const now = turn.now();
  const title = say(language, 'poll.form.title');
  const choice = (value: string, text: string) => ({ value, title: text });
  const closes = closingChoices(now, zone).map(({ closes, at }) =>
    choice(
      closes,
      at === undefined
        ? say(language, `poll.form.closes.${closes}`, { time: '' })
        : say(language, `poll.form.closes.${closes}`, { time: sayTime(language, at, zone, now.toString()) }),
    ),
  );
  const data = {
    poll: id,
    title,
    longestQuestion,
    required: say(language, 'poll.form.required'),
    labels: {
      question: say(language, 'poll.form.question'),
      options: say(language, 'poll.form.options'),
      choice: say(language, 'poll.form.choice'),
      names: say(language, 'poll.form.names'),
      closes: say(language, 'poll.form.closes'),
      day: say(language, 'poll.form.day'),
    },
    examples: {
      question: say(language, 'poll.form.question-example'),
      options: say(language, 'poll.form.options-example'),
    },
    choices: {
      choice: [
        choice('single', say(language, 'poll.form.single')),
        choice('several', say(language, 'poll.form.several')),
      ],
      names: [
        choice('named', say(language, 'poll.form.named')),
        choice('anonymous', say(language, 'poll.form.anonymous')),
        choice('anonymous-at-closing', say(language, 'poll.form.anonymous-at-closing')),
      ],
      closes,
    },
    wanted: {
      ...wanted,
      options: wanted.options.join('\n'),
      // What was chosen before may no longer be offered.
      closes: closes.some((c) => c.value === wanted.closes) ? wanted.closes : 'none',
    },
    next: say(language, 'poll.form.next'),
    discard: say(language, 'poll.form.discard'),
  };
  return fillCard('poll/form', data, { summary: title, title, language });
}

/** How the poll will look, to be posted, changed or dropped. */
export function previewCard(turn: Turn, id: string, wanted: Wanted, places: Audience[] | undefined): Card {
  const { language } = turn;
  const title = say(language, 'poll.preview.title');
  const time = closingTime(wanted, turn.now(), zoneOf(turn));
  const at = time.ok ? time.at : undefined;
  const data = {
    poll: id,
    title,
    question: wanted.question,
    who: whoSees(recordOf(wanted), true, language),
    options: wanted.options.map((text) => ({ sign: wanted.choice === 'single' ? '○' : '□', text })),
    closes:
      at === undefined
        ? say(language, 'poll.preview.stays')
        : say(language, 'poll.preview.closes', { time: sayTime(language, at, zoneOf(turn), turn.now().toString()) }),
    fixed: say(language, 'poll.preview.fixed'),
    places: places
      ? [
          {
            why: say(language, 'poll.personal.choose'),
            label: say(language, 'poll.preview.place'),
            missing: say(language, 'poll.wrong.place'),
            choices: placeChoices(places, language),
            value: places[0]?.place.id ?? '',
            style: places.length > 5 ? 'compact' : 'expanded',
          },
        ]
      : [],
    post: say(language, 'poll.preview.post'),
    edit: say(language, 'poll.preview.edit'),
    discard: say(language, 'poll.form.discard'),
  };
  return fillCard('poll/preview', data, { summary: title, title: say(language, 'poll.form.title'), language });
}

/** A choice's text is at most 75 characters (PLATFORMS S13), a select has at most 100 choices. */
function placeChoices(places: Audience[], language: Language) {
  const several = new Set(places.map((p) => p.programme.id)).size > 1;
  return places.slice(0, 100).map(({ place, programme }) => {
    const name = place.name || say(language, 'poll.place.unnamed');
    const title = several ? say(language, 'poll.place.in-programme', { place: name, programme: programme.name }) : name;
    return { value: place.id, title: title.length > 75 ? `${title.slice(0, 74)}…` : title };
  });
}

/** Which kind of poll record the choice of the form stands for. */
export const recordOf = ({ names }: Pick<Wanted, 'names'>) => ({
  anonymous: names !== 'named',
  ...(names === 'anonymous-at-closing' ? { results: 'at-closing' as const } : {}),
});

/** What is wrong with a poll, and what to do, for the person who wrote it. */
export function problemText(language: Language, problem: WantedProblem): string {
  const { what, field, ...about } = problem;
  const most = what === 'long-question' ? longestQuestion : what === 'long-option' ? longestOption : mostOptions;
  return say(language, `poll.wrong.${what}`, { ...about, most, fewest: fewestOptions });
}

/** One sentence, with the poll's question under it. */
export function doneCard(language: Language, text: string, question = ''): Card {
  return fillCard('poll/done', { text, question }, { summary: text, language });
}
