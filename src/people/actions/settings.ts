import { z } from 'zod';
import { language } from '#calendar/when.ts';
import { fillCard } from '#card/fill.ts';
import { type Command, press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { say } from '#words/say.ts';
import { belongsTo, mayLead } from '../roles.ts';
import { placeName } from '../view.ts';
import { messageCard, problem } from './common.ts';

/** `settings`: the person's language, and for who leads, the language of the place; in one's own chat also the programme. */
export const settingsCommand: Command = {
  verb: 'settings',
  words: { nb: ['innstillinger'], sv: ['inställningar'] },
  help: 'people.help.settings',
  usage: 'people.usage.settings',
  run: async (turn) => ({ show: 'form', card: await settingsCard(turn) }),
};

const maySetPlace = (turn: Turn) =>
  turn.place.kind !== 'personal' && turn.programme !== undefined && mayLead(turn.programme, turn.by.id);

async function settingsCard(turn: Turn) {
  const tongue = turn.language;
  const choices = language.options.map((value) => ({ title: say(tongue, `people.language.${value}`), value }));
  const own =
    turn.place.kind === 'personal' ? (await turn.store.programmes.all()).filter((p) => belongsTo(p, turn.by.id)) : [];
  const title = say(tongue, 'people.settings-title');
  return fillCard(
    'people/settings',
    {
      title,
      zone: say(tongue, 'people.settings-zone', {
        zone: turn.by.timeZone,
        surface: say(tongue, `people.surface.${turn.place.surface}`),
      }),
      inputs: [
        { id: 'language', label: say(tongue, 'people.settings-language'), choices, value: turn.by.language },
        ...(maySetPlace(turn)
          ? [
              {
                id: 'placeLanguage',
                label: say(tongue, 'people.settings-place-language', { place: placeName(turn.place, tongue) }),
                choices,
                value: turn.place.language as string,
              },
            ]
          : []),
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
      save: say(tongue, 'people.settings-save'),
    },
    { summary: title, language: tongue, title },
  );
}

export const settingsPresses = [
  press({
    verb: 'people.settings-save',
    values: z.object({ language, placeLanguage: language.optional(), programme: z.string().optional() }),
    async run(turn, values): Promise<Answer> {
      const { store, place } = turn;
      const chosen = values.programme ? await store.programmes.get(values.programme) : undefined;
      if (values.programme && !(chosen && belongsTo(chosen, turn.by.id))) {
        return problem(say(turn.language, 'people.no-programme'));
      }
      await store.persons.change(turn.by.id, (p) => ({
        next: { ...p, language: values.language, languageChosen: true, ...(chosen ? { programme: chosen.id } : {}) },
        outcome: true,
      }));
      // All of the person's own chats speak the new language, wherever it was chosen.
      for (const own of (await store.places.all()).filter((p) => p.person === turn.by.id)) {
        const about = chosen && own.id === place.id ? { programme: chosen.id as string } : {};
        await store.places.change(own.id, (p) => ({
          next: { ...p, language: values.language, ...about },
          outcome: true,
        }));
      }
      const { placeLanguage } = values;
      if (placeLanguage && maySetPlace(turn)) {
        await store.places.change(place.id, (p) => ({ next: { ...p, language: placeLanguage }, outcome: true }));
      }
      await turn.audit('settings.save', { person: turn.by.id });
      return { show: 'replace', card: messageCard(values.language, say(values.language, 'people.settings-saved')) };
    },
  }),
];
