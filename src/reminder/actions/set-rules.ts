import type { Card } from '#card/card.ts';
import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { knownAs } from '#people/actions/known-as.ts';
import type { PersonId } from '#people/person.ts';
import type { Programme } from '#people/programme.ts';
import { mayLead } from '#people/roles.ts';
import { button, problem } from '#plan/actions/common.ts';
import { leadersNamed } from '#plan/actions/editing/led-row.ts';
import { say } from '#words/say.ts';
import { changeRules, markOf, type Part, type RulesChanged, type RulesRefused, replaceRules } from '../edit-rules.ts';
import type { Reminding } from '../reminding.ts';
import type { ReminderRules } from '../rules.ts';
import { changeReminding } from './reminding.ts';
import { partText, rulesCard } from './rules-card.ts';
import type { FormAbout } from './rules-form-parts.ts';

/** The programme that a button names, for who leads it; others are told who does. A button proves nothing. */
export async function ledProgramme(turn: Turn, id: string): Promise<{ programme: Programme } | { answer: Answer }> {
  const { language } = turn;
  const programme = await turn.store.programmes.get(id);
  if (!programme) return { answer: problem(say(language, 'chat.unknown-press')) };
  if (mayLead(programme, turn.by.id)) return { programme };
  const names = await leadersNamed(turn, programme);
  return { answer: problem(say(language, 'reminder.rules-not-yours', { programme: programme.name, names })) };
}

/** Changes a part of the rules, saved and audited; what came of it is for the form to answer. */
export async function setPart(
  turn: Turn,
  programme: Programme,
  shown: { part: Part; mark: string },
  change: (rules: ReminderRules) => ReminderRules | RulesRefused,
): Promise<RulesChanged> {
  const said = { by: turn.by.id, at: turn.now().toString() };
  const came = await changeReminding(turn, programme.id, (current) => changeRules(current, shown, change, said));
  if (came.came === 'saved') await turn.audit('reminder.rules', { programme: programme.id });
  return came;
}

/** A form that was sent off, and what only it knows. */
interface SentForm {
  part: Part;
  mark: string;
  change(rules: ReminderRules): ReminderRules | RulesRefused;
  /** What is said where the rules cannot be so; left out where `change` never refuses. */
  refused?(why: RulesRefused['refused']): Answer;
  /** The form once more with what was typed, for another mark. */
  again(about: FormAbout): Card;
}

/** Saves what a form says, and answers: with the rules as they now stand, or with the form and what is in its way. */
export async function savePart(turn: Turn, programme: Programme, form: SentForm): Promise<Answer> {
  const { language } = turn;
  const { part } = form;
  const came = await setPart(turn, programme, form, form.change);
  switch (came.came) {
    case 'saved':
      return savedAnswer(turn, programme, came, say(language, 'reminder.rules-saved'));
    case 'gone':
      return showRules(turn, programme, say(language, 'reminder.rules-gone', { name: await nameOf(turn, came.by) }));
    case 'refused':
      return form.refused?.(came.why) ?? showRules(turn, programme, '');
    case 'overtaken': {
      const notice = await overtakenNotice(turn, came, part);
      return { show: 'form', card: form.again({ programme: programme.id, part, mark: came.mark, notice }) };
    }
  }
}

/** Puts other rules in place of all of them, and answers with what then holds. */
export async function setAll(
  turn: Turn,
  programme: Programme,
  shown: { mark: string },
  wanted: (current: Reminding) => ReminderRules | null | undefined,
  note: string,
): Promise<Answer> {
  const said = { by: turn.by.id, at: turn.now().toString() };
  const came = await changeReminding(turn, programme.id, (current) => replaceRules(current, shown, wanted, said));
  if (came.came !== 'saved') {
    const name = await nameOf(turn, came.came === 'refused' ? undefined : came.by);
    return showRules(turn, programme, say(turn.language, 'reminder.rules-changed-since', { name }));
  }
  await turn.audit('reminder.rules', { programme: programme.id });
  return savedAnswer(turn, programme, came, note);
}

/** The rules as they now stand, what was done, and the way back. */
export async function savedAnswer(
  turn: Turn,
  programme: Programme,
  { rules, isNew }: Pick<RulesChanged & { came: 'saved' }, 'rules' | 'isNew'>,
  note: string,
): Promise<Answer> {
  const ids = { programme: programme.id, mark: markOf(rules) };
  const undo = isNew ? { undo: button(say(turn.language, 'plan.undo'), 'reminder.rules-undo', ids) } : {};
  return { show: 'replace', card: await rulesCard(turn, programme, { note, ...undo }) };
}

/** The rules as they now stand, and why they are not what was wanted. */
export const showRules = async (turn: Turn, programme: Programme, note: string): Promise<Answer> => ({
  show: 'replace',
  card: await rulesCard(turn, programme, { note }),
});

/** Who has changed the rules. */
export const nameOf = async (turn: Turn, by: PersonId | undefined): Promise<string> =>
  (by && (await knownAs(turn, by))?.name) ?? say(turn.language, 'reminder.rules-somebody');

/** What a form says on top when somebody else was faster: who, what now holds, and how to keep one's own. */
async function overtakenNotice(
  turn: Turn,
  { rules, by }: RulesChanged & { came: 'overtaken' },
  part: Part,
): Promise<{ news: string; now: string; next: string }> {
  const { language } = turn;
  return {
    news: say(language, 'reminder.rules-overtaken', { name: await nameOf(turn, by) }),
    now: say(language, 'reminder.rules-stand', { rules: partText(rules, part, language) }),
    next: say(language, 'reminder.rules-overtaken-next'),
  };
}
