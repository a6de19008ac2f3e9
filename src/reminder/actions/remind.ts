import { z } from 'zod';
import { type Command, press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { findUnit, sameName, unitsLike } from '#people/find-unit.ts';
import type { Programme } from '#people/programme.ts';
import { belongsTo } from '#people/roles.ts';
import { noPlanCard, problem } from '#plan/actions/common.ts';
import { say } from '#words/say.ts';
import { aheadIn, comingCard, mine, ownCard, ownProgrammes } from './coming-list.ts';
import { remindRules } from './rules-form.ts';

/** What is typed for the rules. */
const rulesWords = ['rules', 'regler', 'reglar', 'reglene', 'reglerna'];
/** What is typed for one's own, in English, Norwegian and Swedish. */
const mineWords = ['mine', 'mina'];

/**
 * `remind [UNIT | mine | rules]`: what will be sent next and to whom, and the rules in words. `mine` in somebody's own chat goes over all of their
 * programmes.
 */
export const remindCommand: Command = {
  verb: 'remind',
  words: { nb: ['påminn', 'påminnelser'], sv: ['påminn', 'påminnelser'] },
  help: 'reminder.help',
  usage: 'reminder.usage',
  async run(turn, { args }) {
    const { programme, language } = turn;
    const asked = args.join(' ').trim();
    if (rulesWords.includes(sameName(asked))) return remindRules(turn);
    const unit = programme && asked !== '' ? findUnit(programme, asked) : undefined;
    const isMine = !unit && mineWords.includes(sameName(asked));
    const own = isMine ? await ownProgrammes(turn) : [];
    if (own.length > 1) return { show: 'private', card: await ownCard(turn, own, 0) };
    if (!programme) return problem(say(language, 'people.no-programme'));
    if (asked !== '' && !unit && !isMine) return unknownUnit(turn, programme, asked);
    const ahead = await aheadIn(turn, programme);
    if (!ahead) return { show: 'private', card: noPlanCard(turn, programme) };
    const of = unit ? `:${unit.id}` : isMine ? mine : '';
    return { show: 'private', card: comingCard(turn, ahead, { of, from: 0 }) };
  },
};

function unknownUnit({ language }: Turn, programme: Programme, name: string): Answer {
  const near = unitsLike(programme, name).map((one) => say(language, 'chat.quoted', { text: one.name }));
  const said = say(language, 'people.unit-unknown', { name: name.slice(0, 100), programme: programme.name });
  const nearest = near.join(', ');
  return problem(nearest === '' ? said : `${said} ${say(language, 'people.unit-did-you-mean', { nearest })}`);
}

/** Which part of the list a button leads (back) to. */
export const listPart = {
  of: z.string().max(200).default(''),
  from: z.coerce.number().int().min(0).default(0),
};

export const remindPresses = [
  press({
    verb: 'reminder.coming',
    values: z.object({ programme: z.string(), ...listPart }),
    async run(turn, values) {
      const own = values.of === mine ? await ownProgrammes(turn) : [];
      if (own.length > 1) return { show: 'replace', card: await ownCard(turn, own, values.from) };
      const programme = await turn.store.programmes.get(values.programme);
      const mayRead = programme && (belongsTo(programme, turn.by.id) || turn.programme?.id === programme.id);
      const ahead = mayRead ? await aheadIn(turn, programme) : undefined;
      if (!ahead) return problem(say(turn.language, 'chat.unknown-press'));
      return { show: 'replace', card: comingCard(turn, ahead, values) };
    },
  }),
];
