import { z } from 'zod';
import { language } from '#calendar/when.ts';
import { fillCard } from '#card/fill.ts';
import { press, type Turn } from '#chat/feature.ts';
import { say } from '#words/say.ts';
import { belongsTo } from '../roles.ts';
import { button, problem } from './common.ts';
import { changedCard, changeOwn, speakInOwnChats } from './settings-undo.ts';

/** The languages to choose among, each said in the reader's. */
export const languageChoices = (turn: Pick<Turn, 'language'>) =>
  language.options.map((value) => ({ title: say(turn.language, `people.language.${value}`), value: value as string }));

/** The way back from a form of settings, with nothing changed. */
export const backToSettings = (turn: Pick<Turn, 'language'>) =>
  button(say(turn.language, 'people.settings-back'), 'people.settings', {}, { associatedInputs: 'none' });

/** The language that Klar speaks with a person and, in their own chat, the programme that it is about. */
async function languageForm(turn: Turn) {
  const tongue = turn.language;
  const own =
    turn.place.kind === 'personal' ? (await turn.store.programmes.all()).filter((p) => belongsTo(p, turn.by.id)) : [];
  const title = say(tongue, 'people.settings-language');
  return fillCard(
    'people/settings-language',
    {
      title,
      inputs: [
        {
          id: 'language',
          label: say(tongue, 'people.settings-language-with-you'),
          choices: languageChoices(turn),
          value: turn.by.language as string,
        },
        ...(own.length > 1
          ? [
              {
                id: 'programme',
                label: say(tongue, 'people.settings-programme'),
                choices: own.map((p) => ({ title: p.name, value: p.id as string })),
                value: turn.programme?.id ?? own[0]?.id ?? '',
              },
            ]
          : []),
      ],
      actions: [
        button(say(tongue, 'people.settings-save'), 'people.settings-save', {}, { style: 'positive' }),
        backToSettings(turn),
      ],
    },
    { summary: title, language: tongue, title: say(tongue, 'people.settings-title') },
  );
}

export const settingsLanguagePresses = [
  press({
    verb: 'people.settings-language',
    values: z.object({}),
    run: async (turn) => ({ show: 'form', card: await languageForm(turn) }),
  }),
  press({
    verb: 'people.settings-save',
    values: z.object({ language, programme: z.string().optional() }),
    async run(turn, values) {
      const { store, place } = turn;
      const chosen = values.programme ? await store.programmes.get(values.programme) : undefined;
      if (values.programme && !(chosen && belongsTo(chosen, turn.by.id))) {
        return problem(say(turn.language, 'people.no-programme'));
      }
      const { programme } = turn.by;
      const by = await changeOwn(turn, {
        part: 'language',
        now: { language: values.language, languageChosen: true, programme: chosen?.id ?? programme },
        ...(chosen && place.person === turn.by.id ? { chat: { place: place.id, programme: place.programme } } : {}),
      });
      await speakInOwnChats(turn, by, chosen && { place: place.id, programme: chosen.id });
      return { show: 'replace', card: await changedCard({ ...turn, language: values.language, by }) };
    },
  }),
];
