import { z } from 'zod';
import { press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { ledProgramme } from '#people/actions/common.ts';
import type { Programme } from '#people/programme.ts';
import { mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import { noAnswers } from '../../draft.ts';
import { problem, todayIn } from '../common.ts';
import { importSource } from './import-source.ts';
import { readSource } from './read-source.ts';

/** Fewer rows than this are as likely something else that somebody typed. */
const fewest = 2;

/** Reads a text that somebody pasted, a table or lines with dates, as a file would be. */
export const importPasted = (turn: Turn, programme: Programme, text: string): Promise<Answer> =>
  importSource(turn, programme, { source: say(programme.language, 'plan.pasted'), content: { text } });

/**
 * Takes several lines that are no command for a plan, where they read as one and whoever wrote them leads the programme;
 * undefined otherwise, and they are answered as what they may be.
 */
export async function takePasted(turn: Turn, text: string): Promise<Answer | undefined> {
  const { programme } = turn;
  if (!programme || !mayLead(programme, turn.by.id) || !text.trim().includes('\n')) return undefined;
  const starts = todayIn(turn, programme);
  const read = readSource({ text }, { programme, answers: noAnswers, starts, language: turn.language });
  if (read.is === 'no-table' || read.is === 'other-text') return undefined;
  if (read.is === 'plan') {
    const { accepted, columns } = read.reading;
    // Of a table without known headings, only its dates tell that it is a plan.
    const isAsked = read.questions.some(({ role, chosen }) => role === 'when' && chosen !== undefined);
    const isRead = accepted.length >= fewest && accepted.some(({ when }) => when.start !== null) && columns.title;
    if (!isRead && !isAsked) return undefined;
  }
  return importPasted(turn, programme, text);
}

export const importTextPresses = [
  press({
    verb: 'plan.import-text',
    values: z.object({ pasted: z.string().default('') }),
    async run(turn, { pasted }) {
      const led = await ledProgramme(turn);
      if ('answer' in led) return led.answer;
      if (pasted.trim() === '') return problem(say(turn.language, 'plan.paste-nothing'), 'pasted');
      const came = await importPasted(turn, led.programme, pasted);
      return came.show === 'notice' && came.problem ? { ...came, field: 'pasted' } : came;
    },
  }),
];
