import { z } from 'zod';
import { language as languages } from '#calendar/when.ts';
import { dayIn } from '#calendar/zone.ts';
import { press } from '#chat/feature.ts';
import { say } from '#words/say.ts';
import { changeSettings, undoSettings } from '../change-settings.ts';
import { placeName } from '../view.ts';
import { button, problem } from './common.ts';
import { ledPlace, settingsCard } from './settings-card.ts';
import { backToSettings, languageChoices } from './settings-language.ts';
import { quietFields, quietForm, quietFrom } from './settings-quiet.ts';

/** A channel's own settings: what everyone there reads together, and when the channel is left alone. For who leads its programme. */
export const settingsPlacePresses = [
  press({
    verb: 'people.settings-place',
    values: z.object({ place: z.string() }),
    async run(turn, values) {
      const { language } = turn;
      const led = await ledPlace(turn, values.place);
      if (!led) return problem(say(language, 'people.settings-place-not-yours'));
      const { place, programme } = led;
      const card = quietForm(language, place.quiet, {
        today: dayIn(programme.timeZone, turn.now().toString()),
        title: say(language, 'people.settings-place', { place: placeName(place, language) }),
        always: say(language, 'people.quiet.always-place', { zone: programme.timeZone }),
        example: say(language, 'people.quiet.away-example-place'),
        first: {
          id: 'language',
          label: say(language, 'people.settings-place-language'),
          choices: languageChoices(turn),
          value: place.language,
          style: 'compact',
        },
        actions: [
          button(
            say(language, 'people.settings-save'),
            'people.place-save',
            { place: place.id },
            { style: 'positive' },
          ),
          backToSettings(turn),
        ],
      });
      return { show: 'form', card };
    },
  }),
  press({
    verb: 'people.place-save',
    values: z.object({ place: z.string(), language: languages, ...quietFields }),
    async run(turn, { place: id, language, ...sent }) {
      // A button proves nothing: who leads the place's programme is asked again.
      const led = await ledPlace(turn, id);
      if (!led) return problem(say(turn.language, 'people.settings-place-not-yours'));
      const today = dayIn(led.programme.timeZone, turn.now().toString());
      const read = quietFrom(sent, { language: turn.language, today });
      if ('answer' in read) return read.answer;
      const change = turn.newId();
      await turn.store.places.change(led.place.id, (p) => ({
        next: changeSettings(p, { id: change, part: 'place', now: { language, quiet: read.quiet } }),
        outcome: true,
      }));
      await turn.audit('settings.place', { programme: led.programme.id, place: led.place.id });
      const note = say(turn.language, 'people.settings-saved');
      const undo = button(say(turn.language, 'people.undo'), 'people.place-undo', { place: led.place.id, change });
      return { show: 'replace', card: await settingsCard(turn, { note, undo, about: led.place.id }) };
    },
  }),
  press({
    verb: 'people.place-undo',
    values: z.object({ place: z.string(), change: z.string().max(100) }),
    async run(turn, { place: id, change }) {
      const led = await ledPlace(turn, id);
      if (!led) return problem(say(turn.language, 'people.settings-place-not-yours'));
      const isUndone = await turn.store.places.change(led.place.id, (p) => {
        const next = undoSettings(p, change);
        return { next: next ?? p, outcome: next !== undefined };
      });
      if (!isUndone) return problem(say(turn.language, 'people.settings-place-undo-late'));
      await turn.audit('settings.place-undo', { programme: led.programme.id, place: led.place.id });
      const note = say(turn.language, 'people.undone');
      return { show: 'replace', card: await settingsCard(turn, { note, about: led.place.id }) };
    },
  }),
];
