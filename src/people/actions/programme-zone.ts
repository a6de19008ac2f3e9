import { z } from 'zod';
import { type Country, country } from '#calendar/when.ts';
import { fillCard } from '#card/fill.ts';
import { press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { say } from '#words/say.ts';
import { sameName } from '../find-unit.ts';
import type { Programme } from '../programme.ts';
import { readZone } from '../read-zone.ts';
import { readCountry, setZone } from '../set-zone.ts';
import { zoneChoices } from '../view-settings.ts';
import { button, leadOnly, messageCard, problem } from './common.ts';
import { programmeCard } from './programme-card.ts';
import { noSuchZone } from './settings-zone.ts';

const zoneWords = ['zone', 'sone', 'tidssone', 'tidszon', 'zon'];
const countryWords = ['country', 'land'];
/** Stands for "as the zone says". */
const follow = 'follow';

type Asked = { zone: string } | { country: Country };

/** Whether `programme …` sets the zone or the country, and to what: `programme zone Stockholm`, `program land Sverige`. */
export function readPlacing(args: readonly string[]): Asked | undefined {
  const [first = '', ...rest] = args;
  const text = rest.join(' ');
  if (zoneWords.includes(sameName(first))) return { zone: text };
  const found = countryWords.includes(sameName(first)) ? readCountry(text) : undefined;
  return found && { country: found };
}

/** Sets the zone or the country by command; without a zone the form of both. For owners. */
export async function setPlacing(turn: Turn, asked: Asked): Promise<Answer> {
  const { programme, language } = turn;
  if (!programme) return problem(say(language, 'people.no-programme'));
  if (!programme.owners.includes(turn.by.id)) return leadOnly(turn, programme);
  const chosen = programme.countryChosen ? programme.country : undefined;
  if ('country' in asked) return change(turn, programme, programme.timeZone, asked.country, 'private');
  if (asked.zone === '') return { show: 'form', card: zoneForm(turn, programme) };
  const zone = readZone(asked.zone);
  return zone ? change(turn, programme, zone, chosen, 'private') : noSuchZone(turn, asked.zone);
}

function zoneForm({ language }: Turn, programme: Programme) {
  const title = say(language, 'people.programme-zone-title', { programme: programme.name });
  return fillCard(
    'people/settings-zone',
    {
      title,
      why: say(language, 'people.programme-zone-why'),
      inputs: [
        {
          id: 'zone',
          label: say(language, 'people.settings-zone-title'),
          choices: zoneChoices(programme.timeZone),
          value: programme.timeZone,
        },
        {
          id: 'country',
          label: say(language, 'people.programme-country'),
          choices: [
            { title: say(language, 'people.country-follow'), value: follow },
            ...country.options.map((value) => ({ title: say(language, `people.country.${value}`), value })),
          ],
          value: programme.countryChosen ? programme.country : follow,
        },
      ],
      other: { label: say(language, 'people.zone-other'), example: say(language, 'people.zone-example') },
      actions: [
        button(
          say(language, 'people.programme-zone-save'),
          'people.programme-zone-save',
          { programme: programme.id },
          { style: 'positive' },
        ),
      ],
    },
    { summary: title, language, title: say(language, 'people.settings-zone-title') },
  );
}

/** Changes both, and shows the programme as it now is with a way back. */
async function change(
  turn: Turn,
  before: Programme,
  zone: string,
  chosen: Country | undefined,
  show: 'private' | 'replace',
): Promise<Answer> {
  const { language } = turn;
  const now = await turn.store.programmes.change(before.id, (p) => {
    const next = setZone(p, zone, chosen);
    return { next, outcome: next };
  });
  if (!now) return problem(say(language, 'people.no-programme'));
  await turn.audit('programme.zone', { programme: before.id });
  const note = say(language, 'people.programme-zone-set', {
    zone: now.timeZone,
    country: say(language, `people.country.${now.country}`),
  });
  const undo = button(say(language, 'people.undo'), 'people.programme-zone-undo', {
    programme: before.id,
    zone: before.timeZone,
    country: before.country,
    chosen: before.countryChosen ? 'yes' : 'no',
  });
  return { show, card: await programmeCard(turn, now, note, undo) };
}

/** The programme of a button, if this person owns it; else the sentence that says why not. */
async function owned(turn: Turn, id: string): Promise<{ programme: Programme } | { answer: Answer }> {
  const programme = await turn.store.programmes.get(id);
  if (!programme) return { answer: problem(say(turn.language, 'chat.unknown-press')) };
  return programme.owners.includes(turn.by.id) ? { programme } : { answer: await leadOnly(turn, programme) };
}

export const programmeZonePresses = [
  press({
    verb: 'people.programme-zone',
    values: z.object({ programme: z.string() }),
    async run(turn, values) {
      const found = await owned(turn, values.programme);
      return 'answer' in found ? found.answer : { show: 'form', card: zoneForm(turn, found.programme) };
    },
  }),
  press({
    verb: 'people.programme-zone-save',
    values: z.object({
      programme: z.string(),
      zone: z.string().max(100),
      country: z.union([country, z.literal(follow)]),
      other: z.string().max(200).default(''),
    }),
    async run(turn, sent) {
      const found = await owned(turn, sent.programme);
      if ('answer' in found) return found.answer;
      const written = sent.other.trim();
      const zone = readZone(written === '' ? sent.zone : written);
      if (!zone) return noSuchZone(turn, written || sent.zone, 'other');
      return change(turn, found.programme, zone, sent.country === follow ? undefined : sent.country, 'replace');
    },
  }),
  press({
    verb: 'people.programme-zone-undo',
    values: z.object({ programme: z.string(), zone: z.string().max(100), country, chosen: z.enum(['yes', 'no']) }),
    async run(turn, sent) {
      const found = await owned(turn, sent.programme);
      if ('answer' in found) return found.answer;
      const zone = readZone(sent.zone);
      if (!zone) return problem(say(turn.language, 'chat.unknown-press'));
      await turn.store.programmes.change(found.programme.id, (p) => {
        const { countryChosen: _, ...back } = setZone(p, zone, sent.country);
        return { next: sent.chosen === 'yes' ? { ...back, countryChosen: true } : back, outcome: true };
      });
      await turn.audit('programme.zone-undo', { programme: found.programme.id });
      return { show: 'replace', card: messageCard(turn.language, say(turn.language, 'people.undone')) };
    },
  }),
];
