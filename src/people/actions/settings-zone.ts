import { z } from 'zod';
import { fillCard } from '#card/fill.ts';
import { press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { say } from '#words/say.ts';
import { readZone } from '../read-zone.ts';
import { zoneChoices } from '../view-settings.ts';
import { button, problem } from './common.ts';
import { backToSettings } from './settings-language.ts';
import { changedCard, changeOwn } from './settings-undo.ts';

/** Stands for "as the platform says". */
const follow = 'follow';

function zoneForm(turn: Turn): Answer {
  const { language, by } = turn;
  const surface = say(language, `people.surface.${turn.place.surface}`);
  const title = say(language, 'people.settings-zone-title');
  const card = fillCard(
    'people/settings-zone',
    {
      title,
      why: say(language, 'people.zone-why'),
      inputs: [
        {
          id: 'zone',
          label: say(language, 'people.zone-label'),
          choices: [
            { title: say(language, 'people.zone-follow', { surface }), value: follow },
            ...zoneChoices(by.timeZone),
          ],
          value: by.timeZoneChosen ? by.timeZone : follow,
        },
      ],
      other: { label: say(language, 'people.zone-other'), example: say(language, 'people.zone-example') },
      actions: [
        button(say(language, 'people.settings-save'), 'people.zone-save', {}, { style: 'positive' }),
        backToSettings(turn),
      ],
    },
    { summary: title, language, title: say(language, 'people.settings-title') },
  );
  return { show: 'form', card };
}

async function save(turn: Turn, zone: string | undefined) {
  const now = zone === undefined ? { timeZone: turn.by.timeZone } : { timeZone: zone, timeZoneChosen: true };
  return changedCard({ ...turn, by: await changeOwn(turn, { part: 'zone', now }) });
}

/** The sentence for a time zone that nobody knows. */
export const noSuchZone = ({ language }: Pick<Turn, 'language'>, text: string, field?: string): Answer => ({
  ...problem(say(language, 'people.zone-unknown', { text })),
  ...(field ? { field } : {}),
});

/** `settings zone Stockholm`; without a zone the form. */
export async function zoneByCommand(turn: Turn, text: string): Promise<Answer> {
  if (text === '') return zoneForm(turn);
  const zone = readZone(text);
  return zone ? { show: 'private', card: await save(turn, zone) } : noSuchZone(turn, text);
}

export const settingsZonePresses = [
  press({ verb: 'people.settings-zone', values: z.object({}), run: async (turn) => zoneForm(turn) }),
  press({
    verb: 'people.zone-save',
    values: z.object({ zone: z.string().max(100), other: z.string().max(200).default('') }),
    async run(turn, sent) {
      const written = sent.other.trim();
      const zone = readZone(written === '' ? sent.zone : written);
      if (written === '' && sent.zone === follow) return { show: 'replace', card: await save(turn, undefined) };
      if (!zone) return noSuchZone(turn, written || sent.zone, 'other');
      return { show: 'replace', card: await save(turn, zone) };
    },
  }),
];
