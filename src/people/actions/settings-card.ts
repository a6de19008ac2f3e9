import { dayIn } from '#calendar/zone.ts';
import type { CardAction } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { Turn } from '#chat/feature.ts';
import { say } from '#words/say.ts';
import type { Place, PlaceId } from '../place.ts';
import type { Programme } from '../programme.ts';
import { mayLead } from '../roles.ts';
import { placeName } from '../view.ts';
import { quietLines, rhythmSaid } from '../view-settings.ts';
import { button } from './common.ts';

/** Whose settings are shown; what was changed in this turn is given as it now is. */
export type Whose = Pick<Turn, 'store' | 'by' | 'place' | 'language' | 'now'>;

/** A channel or group chat whose settings a person may change, with the programme that it belongs to. Undefined for all others. */
export async function ledPlace(
  { store, by }: Pick<Turn, 'store' | 'by'>,
  id: string,
): Promise<{ place: Place; programme: Programme } | undefined> {
  const place = await store.places.get(id);
  if (!place || place.kind === 'personal') return undefined;
  const holder =
    place.programme === undefined
      ? (await store.programmes.all()).find((p) => p.place === place.id || p.units.some((u) => u.place === place.id))
      : await store.programmes.get(place.programme);
  return holder && mayLead(holder, by.id) ? { place, programme: holder } : undefined;
}

/**
 * What is chosen, in words, a button beside each that opens its form: language, reminders and quiet hours, time zone; for who leads, in a
 * channel, also the channel's own.
 * @param just.note What was just changed, with the way back where there is one.
 * @param just.about The channel whose settings stand there too; left out, the place of the turn.
 */
export async function settingsCard(
  turn: Whose,
  { note = '', undo, about = turn.place.id }: { note?: string; undo?: CardAction; about?: PlaceId } = {},
) {
  const { by, language } = turn;
  const led = await ledPlace(turn, about);
  const title = say(language, 'people.settings-title');
  const todayFor = (zone: string) => dayIn(zone, turn.now().toString());
  const section = (
    heading: string,
    lines: string[],
    of: 'language' | 'quiet' | 'zone' | 'place',
    data: Record<string, string> = {},
  ) => ({
    heading,
    lines: lines.map((text) => ({ text })),
    actions: [button(say(language, `people.settings-change.${of}`), `people.settings-${of}`, data)],
  });
  const zoneFrom = by.timeZoneChosen
    ? say(language, 'people.settings-zone-chosen', { zone: by.timeZone })
    : say(language, 'people.settings-zone', {
        zone: by.timeZone,
        surface: say(language, `people.surface.${turn.place.surface}`),
      });
  const sections = [
    section(say(language, 'people.settings-language'), [say(language, `people.language.${by.language}`)], 'language'),
    section(
      say(language, 'people.settings-quiet'),
      [rhythmSaid(by.rhythm, language), ...quietLines(by.quiet, language, todayFor(by.timeZone))],
      'quiet',
    ),
    section(say(language, 'people.settings-zone-title'), [zoneFrom], 'zone'),
    ...(led
      ? [
          section(
            say(language, 'people.settings-place', { place: placeName(led.place, language) }),
            [
              say(language, `people.language.${led.place.language}`),
              ...quietLines(led.place.quiet, language, todayFor(led.programme.timeZone)),
            ],
            'place',
            { place: led.place.id },
          ),
        ]
      : []),
  ];
  return fillCard(
    'people/settings',
    { notes: note ? [{ text: note, actions: undo ? [undo] : [] }] : [], title, sections },
    { summary: note || title, language },
  );
}
