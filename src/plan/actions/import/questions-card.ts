import type { Language } from '#calendar/when.ts';
import type { Card, CardAction } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { say } from '#words/say.ts';

/** A question with the answers to choose from. */
export interface AskedQuestion {
  field: string;
  label: string;
  choices: { title: string; value: string }[];
  /** The answer that stands; empty where none does. */
  value: string;
}

/** With more answers than this, they are in a list that opens. */
const mostSeen = 6;

/** A form of choices about something that was brought in. */
export function questionsCard(
  language: Language,
  about: {
    title: string;
    text: string;
    questions: readonly AskedQuestion[];
    actions: CardAction[];
    /** What is in the way, above everything else. */
    note?: string;
    sheet?: string;
    /** What comes after these questions. */
    left?: string;
    /** Each question is a list that opens, also where it has few answers. */
    isCompact?: true;
  },
): Card {
  const { title, questions, isCompact } = about;
  return fillCard(
    'plan/questions',
    {
      note: about.note ?? '',
      title,
      text: about.text,
      sheet: about.sheet ?? '',
      choose: say(language, 'plan.choose'),
      questions: questions.map((question) => ({
        ...question,
        style: isCompact || question.choices.length > mostSeen ? 'compact' : 'expanded',
      })),
      left: about.left ?? '',
      actions: about.actions,
    },
    { summary: title, language, title },
  );
}
