import { z } from 'zod';
import type { IsoDay, Language } from '#calendar/when.ts';
import { dayIn } from '#calendar/zone.ts';
import type { CardAction } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { say } from '#words/say.ts';
import { sayProblem } from '#words/say-problem.ts';
import { clockTime, defaultQuietHours, type Quiet, quiet, rhythm } from '../quiet.ts';
import { type AbsencesRead, mostAbsences, noQuietHours, readAbsences, readHours, saysNone } from '../read-quiet.ts';
import { absencesSaid, rhythmChoices, timeChoices, weekdayChoices } from '../view-settings.ts';
import { button, problem } from './common.ts';
import { backToSettings } from './settings-language.ts';
import { changedCard, changeOwn } from './settings-undo.ts';

interface Input {
  id: string;
  label: string;
  choices: { title: string; value: string }[];
  value: string;
  style: 'compact' | 'expanded';
}

/** The form of quiet hours and days off, of a person or a place. `first` are what is asked before them. */
export function quietForm(
  language: Language,
  now: Quiet | undefined,
  form: { today: IsoDay; title: string; always: string; example: string; first: Input; actions: CardAction[] },
) {
  const { title, always, actions, today } = form;
  const { from, to } = now?.hours ?? defaultQuietHours;
  const isNone = from === to;
  const times = timeChoices(language, isNone ? [] : [from, to]);
  const none = { title: say(language, 'people.quiet.no-hours'), value: 'none' };
  return fillCard(
    'people/settings-quiet',
    {
      title,
      always,
      inputs: [
        form.first,
        {
          id: 'from',
          label: say(language, 'people.quiet.from-label'),
          choices: [none, ...times],
          value: isNone ? 'none' : from,
          style: 'compact',
        },
        {
          id: 'to',
          label: say(language, 'people.quiet.to-label'),
          choices: times,
          value: isNone ? defaultQuietHours.to : to,
          style: 'compact',
        },
      ],
      weekdays: {
        label: say(language, 'people.quiet.weekdays-label'),
        choices: weekdayChoices(language),
        value: (now?.weekdays ?? []).join(','),
      },
      away: {
        label: say(language, 'people.quiet.away-label'),
        // With its year, so that it reads the same next year.
        value: absencesSaid(now, language, today, true).join('\n'),
        example: form.example,
      },
      actions,
    },
    { summary: title, language, title: say(language, 'people.settings-title') },
  );
}

/** What that form sends. A choice of several has commas between, and is empty where nothing is chosen. */
export const quietFields = {
  from: z.union([clockTime, z.literal('none')]),
  to: clockTime.optional(),
  weekdays: z
    .string()
    .regex(/^(?:[1-7](?:,[1-7])*)?$/u)
    .default(''),
  away: z.string().max(5000).default(''),
};

/** The quiet hours and days off that a form asks for, or what is wrong with one of its fields. */
export function quietFrom(
  sent: z.output<z.ZodObject<typeof quietFields>>,
  { language, today }: { language: Language; today: IsoDay },
): { quiet: Quiet } | { answer: Answer } {
  const to = sent.to ?? defaultQuietHours.to;
  if (sent.from === to) return { answer: atField(say(language, 'people.quiet.same-time'), 'to') };
  const weekdays = [...new Set(sent.weekdays.split(',').filter(Boolean).map(Number))].toSorted();
  if (weekdays.length === 7) return { answer: atField(say(language, 'people.quiet.all-week'), 'weekdays') };
  const read = readAbsences(saysNone(sent.away) ? '' : sent.away, today);
  if (!read.ok) return { answer: atField(sayAbsence(language, read), 'away') };
  const hours = sent.from === 'none' ? noQuietHours : { from: sent.from, to };
  return { quiet: quiet.parse({ hours, weekdays, away: read.away }) };
}

const atField = (text: string, field: string): Answer => ({ show: 'notice', problem: true, text, field });

function sayAbsence(language: Language, { text, problem: wrong }: Extract<AbsencesRead, { ok: false }>): string {
  if (wrong.code === 'over') return say(language, 'people.quiet.over', { text });
  if (wrong.code === 'too-many') return say(language, 'people.quiet.too-many', { most: mostAbsences });
  return sayProblem(language, { code: 'date', problem: wrong }, text);
}

const todayOf = (turn: Turn) => dayIn(turn.by.timeZone, turn.now().toString());

function ownForm(turn: Turn): Answer {
  const { language, by } = turn;
  const card = quietForm(language, by.quiet, {
    today: todayOf(turn),
    title: say(language, 'people.settings-quiet'),
    always: say(language, 'people.quiet.always'),
    example: say(language, 'people.quiet.away-example'),
    first: {
      id: 'rhythm',
      label: say(language, 'people.rhythm-label'),
      choices: rhythmChoices(language),
      value: by.rhythm ?? 'daily',
      style: 'expanded',
    },
    actions: [
      button(say(language, 'people.settings-save'), 'people.quiet-save', {}, { style: 'positive' }),
      backToSettings(turn),
    ],
  });
  return { show: 'form', card };
}

async function save(turn: Turn, change: Partial<Pick<Turn['by'], 'quiet' | 'rhythm'>>) {
  const { rhythm, quiet } = turn.by;
  return changedCard({ ...turn, by: await changeOwn(turn, { part: 'quiet', now: { rhythm, quiet, ...change } }) });
}

/** `settings quiet 20-07`, `settings quiet none`; without hours the form. */
export async function quietByCommand(turn: Turn, text: string): Promise<Answer> {
  if (text === '') return ownForm(turn);
  const hours = readHours(text);
  if (!hours) return problem(say(turn.language, 'people.quiet.hours-unclear', { text }));
  return { show: 'private', card: await save(turn, { quiet: quiet.parse({ ...turn.by.quiet, hours }) }) };
}

/** `settings away 7.7-31.7` adds an absence, `settings away none` takes all out; without dates the form. */
export async function awayByCommand(turn: Turn, text: string): Promise<Answer> {
  if (text === '') return ownForm(turn);
  const today = todayOf(turn);
  const known = saysNone(text) ? [] : (turn.by.quiet?.away ?? []).filter(({ to }) => to >= today);
  const read = readAbsences(saysNone(text) ? '' : text, today);
  if (!read.ok) return problem(sayAbsence(turn.language, read));
  const news = read.away.filter((one) => !known.some(({ from, to }) => one.from === from && one.to === to));
  const away = [...known, ...news].toSorted((a, b) => (a.from < b.from ? -1 : 1));
  if (away.length > mostAbsences) return problem(say(turn.language, 'people.quiet.too-many', { most: mostAbsences }));
  return { show: 'private', card: await save(turn, { quiet: quiet.parse({ ...turn.by.quiet, away }) }) };
}

export const settingsQuietPresses = [
  press({ verb: 'people.settings-quiet', values: z.object({}), run: async (turn) => ownForm(turn) }),
  press({
    verb: 'people.quiet-save',
    values: z.object({ rhythm, ...quietFields }),
    async run(turn, { rhythm: chosen, ...sent }) {
      const read = quietFrom(sent, { language: turn.language, today: todayOf(turn) });
      if ('answer' in read) return read.answer;
      return { show: 'replace', card: await save(turn, { rhythm: chosen, quiet: read.quiet }) };
    },
  }),
];
