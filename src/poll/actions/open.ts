import type { CommandInput, Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import type { Place } from '#people/place.ts';
import { say } from '#words/say.ts';
import { closingTime } from '../closing-time.ts';
import { askedFor } from '../from-command.ts';
import { checkWanted, optionLines, type Wanted, wanted as wantedSchema } from '../wanted.ts';
import { closeCommand } from './close.ts';
import { dropDraft, loadDraft, saveDraft } from './draft.ts';
import { doneCard, formCard, previewCard, problemText, zoneOf } from './form-cards.ts';
import { noticeOf } from './look.ts';
import { type Audience, audiences } from './places.ts';
import { postPoll } from './post.ts';

/** `poll "Question" "A" "B" …` posts at once; with less than that it opens the form; `poll close` closes. */
export async function pollCommand(turn: Turn, input: CommandInput): Promise<Answer> {
  // People mentioned in a question become their names: a poll's texts are plain.
  const rest = input.rest.replace(/@\{(\d+)\}/g, (_, index) => input.mentions[Number(index)]?.name ?? '');
  const asked = askedFor(rest);
  if (asked.what === 'close') return closeCommand(turn);

  const elsewhere = await placesToChoose(turn);
  if (elsewhere?.length === 0) return noticeOf(say(turn.language, 'poll.personal.alone'));
  const id = turn.newId();
  if (asked.what === 'form') return { show: 'form', card: formCard(turn, id, { ...asked.wanted, closes: '7d' }) };

  const checked = checkWanted(asked.wanted);
  if (!checked.ok) return noticeOf(problemText(turn.language, checked.problem));
  const wanted = { ...asked.wanted, question: checked.question, options: checked.options };
  if (elsewhere) return preview(turn, id, wanted, elsewhere);
  const came = await postPoll(turn, id, wanted, { place: turn.place, programme: turn.programme });
  return came.problem === undefined ? { show: 'nothing' } : noticeOf(came.problem);
}

/** The form as it was filled in: checks it, and shows how the poll will look. */
export async function previewForm(
  turn: Turn,
  values: {
    poll: string;
    question: string;
    options: string;
    choice: string;
    names: string;
    closes: string;
    day: string;
  },
): Promise<Answer> {
  const { language } = turn;
  const asked = { question: values.question, options: optionLines(values.options) };
  const checked = checkWanted(asked);
  if (!checked.ok) return noticeOf(problemText(language, checked.problem), checked.problem.field);
  const kind = wantedSchema.safeParse({ ...values, question: checked.question, options: checked.options });
  if (!kind.success) return noticeOf(say(language, 'poll.wrong.unknown'), String(kind.error.issues[0]?.path[0] ?? ''));
  const time = closingTime(kind.data, turn.now(), zoneOf(turn));
  if (!time.ok) return noticeOf(say(language, `poll.wrong.${time.problem}`), time.field);

  const elsewhere = await placesToChoose(turn);
  if (elsewhere?.length === 0) return noticeOf(say(language, 'poll.personal.alone'));
  return preview(turn, values.poll, kind.data, elsewhere);
}

async function preview(turn: Turn, id: string, wanted: Wanted, places: Audience[] | undefined): Promise<Answer> {
  const posted = await turn.store.polls.get(id);
  if (posted?.by === turn.by.id) return postedAnswer(turn, posted.question, undefined);
  if (posted || !(await saveDraft(turn, id, wanted))) return noticeOf(say(turn.language, 'poll.draft-gone'));
  return { show: 'form', card: previewCard(turn, id, wanted, places) };
}

/** Back from the preview to the form, with all that was filled in. */
export async function editDraft(turn: Turn, { poll: id }: { poll: string }): Promise<Answer> {
  const wanted = await loadDraft(turn, id);
  if (!wanted) return noticeOf(say(turn.language, 'poll.draft-gone'));
  return { show: 'form', card: formCard(turn, id, wanted) };
}

export async function discardDraft(turn: Turn, { poll: id }: { poll: string }): Promise<Answer> {
  await dropDraft(turn, id);
  return { show: 'replace', card: doneCard(turn.language, say(turn.language, 'poll.discarded')) };
}

/** Posts what the preview showed. Pressed twice it makes one poll. */
export async function postDraft(turn: Turn, values: { poll: string; place: string }): Promise<Answer> {
  const { language } = turn;
  const posted = await turn.store.polls.get(values.poll);
  if (posted?.by === turn.by.id) return postedAnswer(turn, posted.question, undefined);
  const wanted = await loadDraft(turn, values.poll);
  if (!wanted || posted) return noticeOf(say(language, 'poll.draft-gone'));

  const elsewhere = await placesToChoose(turn);
  if (elsewhere?.length === 0) return noticeOf(say(language, 'poll.personal.alone'));
  const where = elsewhere
    ? elsewhere.find((a) => a.place.id === values.place)
    : { place: turn.place, programme: turn.programme };
  if (!where) return noticeOf(say(language, 'poll.wrong.place'), 'place');

  const came = await postPoll(turn, values.poll, wanted, where);
  if (came.problem !== undefined) return noticeOf(came.problem);
  await dropDraft(turn, values.poll);
  return postedAnswer(turn, wanted.question, elsewhere ? where.place : undefined);
}

function postedAnswer(turn: Turn, question: string, place: Place | undefined): Answer {
  const text = place
    ? say(turn.language, 'poll.posted-in', { place: place.name || say(turn.language, 'poll.place.unnamed') })
    : say(turn.language, 'poll.posted');
  return { show: 'replace', card: doneCard(turn.language, text, question) };
}

/** A person's own chat has no audience: there one of these is chosen. Undefined where the place itself is the audience. */
async function placesToChoose(turn: Turn): Promise<Audience[] | undefined> {
  return turn.place.kind === 'personal' ? audiences(turn) : undefined;
}
