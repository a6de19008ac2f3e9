import { z } from 'zod';
import { type Feature, press } from '#chat/feature.ts';
import { answer, withdraw } from './actions/answer.ts';
import { awaiting } from './actions/awaiting.ts';
import { sharedCard } from './actions/cards.ts';
import { askToClose, closeDue, closeNow } from './actions/close.ts';
import { live, nextAt } from './actions/live.ts';
import { discardDraft, editDraft, pollCommand, postDraft, previewForm } from './actions/open.ts';
import { choose, names, show } from './actions/show.ts';

const poll = z.string().min(1);
const aPoll = z.object({ poll });
const text = z.string().default('');

/** Polls: asking the people of a place, answering, closing. */
export const pollFeature: Feature = {
  commands: [
    {
      verb: 'poll',
      words: { nb: ['avstemning', 'avstemming'], sv: ['omröstning'] },
      help: 'poll.help',
      usage: 'poll.usage',
      run: pollCommand,
    },
  ],
  presses: [
    press({
      verb: 'poll.preview',
      values: z.object({ poll, question: text, options: text, choice: text, names: text, closes: text, day: text }),
      run: previewForm,
    }),
    press({ verb: 'poll.edit', values: aPoll, run: editDraft }),
    press({ verb: 'poll.discard', values: aPoll, run: discardDraft }),
    press({ verb: 'poll.post', values: z.object({ poll, place: text }), run: postDraft }),
    press({ verb: 'poll.answer', values: z.object({ poll, options: text }), run: answer }),
    press({ verb: 'poll.withdraw', values: aPoll, run: withdraw }),
    press({ verb: 'poll.show', values: z.object({ poll, withdrawn: text }), run: show }),
    press({ verb: 'poll.choose', values: aPoll, run: choose }),
    press({ verb: 'poll.names', values: aPoll, run: names }),
    press({ verb: 'poll.close', values: aPoll, run: askToClose }),
    press({ verb: 'poll.close-now', values: aPoll, run: closeNow }),
  ],
  subjects: { poll: sharedCard },
  awaiting,
  beat: closeDue,
  live,
  nextAt,
};
