import { writeClock } from '#calendar/write-time.ts';
import type { Programme } from '#people/programme.ts';
import { say, spoken } from '#words/say.ts';
import { type Announcement, asks, audienceRole } from './announcement.ts';
import { button, type Seat } from './view.ts';
import { type Filled, longestText, longestTitle, mostLines, type WantedProblem } from './wanted.ts';

/** A choice's text is at most 75 characters (PLATFORMS S13). */
const short = (text: string): string => (text.length > 75 ? `${text.slice(0, 74)}…` : text);

/** What the form holds before anything is filled in. */
export const blankForm = (title: string, text: string): Filled => ({
  title,
  text,
  to: '',
  units: '',
  roles: '',
  asks: 'read',
  when: 'now',
  day: '',
  time: '09:00',
  ways: 'reminds',
});

/** A draft as the form holds it. */
export function filledOf(draft: Announcement, zone: string): Filled {
  const at = draft.sendAt && Temporal.Instant.from(draft.sendAt).toZonedDateTimeISO(zone);
  return {
    title: draft.title,
    text: draft.text,
    to: draft.audience.all ? 'all' : 'some',
    units: draft.audience.units.join(','),
    roles: draft.audience.roles.join(','),
    asks: draft.asks,
    when: at ? 'day' : 'now',
    day: at ? at.toPlainDate().toString() : '',
    time: at ? at.toPlainTime().toString({ smallestUnit: 'minute' }) : '09:00',
    ways: [...(draft.reminds ? ['reminds'] : []), ...(draft.urgent ? ['urgent'] : [])].join(','),
  };
}

/** Data for `cards/announcement/form.json`. */
export function formView(
  id: string,
  filled: Filled,
  programme: Programme,
  { language }: Pick<Seat, 'language'>,
): object {
  const label = (of: 'heading' | 'text' | 'to' | 'units' | 'roles' | 'asks' | 'when' | 'day' | 'ways') =>
    say(language, `announcement.form.${of}`);
  return {
    title: say(language, 'announcement.form.title'),
    required: say(language, 'announcement.form.required'),
    longestTitle,
    longestText,
    filled: { ...filled, time: writeClock(filled.time, spoken(language)) },
    example: say(language, 'announcement.form.heading-example'),
    labels: {
      title: label('heading'),
      text: label('text'),
      to: label('to'),
      roles: label('roles'),
      asks: label('asks'),
      when: label('when'),
      day: label('day'),
      time: say(language, 'announcement.form.time', { zone: programme.timeZone }),
      ways: label('ways'),
    },
    choices: {
      to: (['some', 'all'] as const).map((value) => ({
        value,
        title: short(say(language, `announcement.form.to.${value}`)),
      })),
      roles: audienceRole.options.map((value) => ({ value, title: say(language, `announcement.role.${value}`) })),
      asks: (['read', 'seen', 'nothing'] as const)
        .filter((one) => asks.options.includes(one))
        .map((value) => ({
          value,
          title: say(language, `announcement.form.asks.${value}`),
        })),
      when: (['now', 'day'] as const).map((value) => ({
        value,
        title: say(language, `announcement.form.when.${value}`),
      })),
      ways: (['reminds', 'urgent'] as const).map((value) => ({
        value,
        title: short(say(language, `announcement.form.${value}`)),
      })),
    },
    // A programme without units has those who lead it alone.
    units:
      programme.units.length > 0
        ? [
            {
              label: label('units'),
              choices: programme.units.map(({ id, name }) => ({ value: id as string, title: short(name) })),
              value: filled.units,
            },
          ]
        : [],
    buttons: [
      button(
        say(language, 'announcement.form.next'),
        'announcement.preview',
        { announcement: id },
        { style: 'positive' },
      ),
      button(
        say(language, 'announcement.form.cancel'),
        'announcement.cancel',
        { announcement: id },
        { associatedInputs: 'none' },
      ),
    ],
  };
}

/** What is wrong with what was filled in, for whoever wrote it. */
export function problemText({ what }: WantedProblem, { language }: Pick<Seat, 'language'>): string {
  const most = what === 'long-title' ? longestTitle : what === 'long-text' ? longestText : mostLines;
  return say(language, `announcement.wrong.${what}`, { most });
}
