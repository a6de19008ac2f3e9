import { z } from 'zod';
import { press, type Turn } from '#chat/feature.ts';
import { say } from '#words/say.ts';
import { changeSettings, type SettingsChange, undoSettings } from '../change-settings.ts';
import type { Person } from '../person.ts';
import { button, problem } from './common.ts';
import { settingsCard, type Whose } from './settings-card.ts';

/**
 * Changes one form's settings of the person of this turn, and gives the person as they now are.
 * @param change `now`: all settings of that form.
 */
export async function changeOwn(
  turn: Turn,
  change: Pick<SettingsChange, 'part' | 'chat'> & { now: Parameters<typeof changeSettings>[1]['now'] },
): Promise<Person> {
  const id = turn.newId();
  const by = await turn.store.persons.change(turn.by.id, (p) => {
    const next = changeSettings(p, { ...change, id });
    return { next, outcome: next };
  });
  await turn.audit(`settings.${change.part}`, { person: turn.by.id });
  return by ?? turn.by;
}

/** The settings after a change of them, with the way back. */
export const changedCard = (turn: Whose) =>
  settingsCard(turn, {
    note: say(turn.language, 'people.settings-saved'),
    ...(turn.by.changed
      ? { undo: button(say(turn.language, 'people.undo'), 'people.settings-undo', { change: turn.by.changed.id }) }
      : {}),
  });

/** All of a person's own chats speak the person's language, wherever it was chosen. */
export async function speakInOwnChats({ store }: Turn, { id, language }: Person, chat?: SettingsChange['chat']) {
  for (const own of (await store.places.all()).filter((p) => p.person === id)) {
    await store.places.change(own.id, ({ programme: about, ...p }) => {
      const programme = chat?.place === own.id ? chat.programme : about;
      return { next: { ...p, language, ...(programme === undefined ? {} : { programme }) }, outcome: true };
    });
  }
}

export const settingsUndoPresses = [
  press({
    verb: 'people.settings-undo',
    values: z.object({ change: z.string().max(100) }),
    async run(turn, { change }) {
      const undone = await turn.store.persons.change(turn.by.id, (p) => {
        const next = undoSettings(p, change);
        return { next: next ?? p, outcome: next && { by: next, was: p.changed } };
      });
      if (!undone) return problem(say(turn.language, 'people.settings-undo-late'));
      const { by, was } = undone;
      if (was?.part === 'language') await speakInOwnChats(turn, by, was.chat);
      await turn.audit('settings.undo', { person: by.id });
      const now = { ...turn, by, language: by.language };
      return { show: 'replace', card: await settingsCard(now, { note: say(by.language, 'people.undone') }) };
    },
  }),
];
