import { z } from 'zod';
import { type Command, press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { sameName } from '../find-unit.ts';
import { settingsCard } from './settings-card.ts';
import { settingsLanguagePresses } from './settings-language.ts';
import { settingsPlacePresses } from './settings-place.ts';
import { awayByCommand, quietByCommand, settingsQuietPresses } from './settings-quiet.ts';
import { settingsUndoPresses } from './settings-undo.ts';
import { settingsZonePresses, zoneByCommand } from './settings-zone.ts';

/** What may be set in one line, by the word that comes first. */
const shortcuts: [words: string[], run: (turn: Turn, text: string) => Promise<Answer>][] = [
  [['quiet', 'stille', 'tyst', 'tysta'], quietByCommand],
  [['away', 'borte', 'borta', 'ferie', 'semester'], awayByCommand],
  [['zone', 'sone', 'tidssone', 'tidszon', 'zon'], zoneByCommand],
];

/**
 * `settings`: what a person has chosen, in words, and the forms to change it; for who leads, also what holds in the channel.
 * `settings quiet 20-07`, `settings away 7.7-31.7` and `settings zone Stockholm` change one thing at once.
 */
export const settingsCommand: Command = {
  verb: 'settings',
  words: { nb: ['innstillinger'], sv: ['inställningar'] },
  help: 'people.help.settings',
  usage: 'people.usage.settings',
  async run(turn, { args }) {
    const [first = '', ...rest] = args;
    const shortcut = shortcuts.find(([words]) => words.includes(sameName(first)));
    // "stille timer 20-07" says the same as "stille 20-07".
    const text = rest.join(' ').replace(/^(?:timer|timmar|hours)\b\s*/iu, '');
    return shortcut ? shortcut[1](turn, text) : { show: 'private', card: await settingsCard(turn) };
  },
};

export const settingsPresses = [
  press({
    verb: 'people.settings',
    values: z.object({}),
    run: async (turn) => ({ show: 'replace', card: await settingsCard(turn) }),
  }),
  ...settingsLanguagePresses,
  ...settingsQuietPresses,
  ...settingsZonePresses,
  ...settingsPlacePresses,
  ...settingsUndoPresses,
];
