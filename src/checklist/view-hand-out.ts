import type { Language } from '#calendar/when.ts';
import type { Person } from '#people/person.ts';
import type { Programme, Unit } from '#people/programme.ts';
import { placeName } from '#people/view.ts';
import { say } from '#words/say.ts';
import type { Checklist } from './checklist.ts';
import { answerers, type Destination } from './destination.ts';
import { unitLabel } from './find.ts';
import { everyUnit, type HandOut } from './hand-out.ts';
import { pageOf } from './page.ts';
import type { Template } from './template/template.ts';
import {
  button,
  type Drawn,
  distanceText,
  dueText,
  inLanguage,
  listed,
  pageButtons,
  type Reader,
  rangeText,
  unitChoice,
  wayBack,
} from './view.ts';

/** How many units can be ticked one by one, beside the choice of them all (PLATFORMS S13: 100 in a select). */
const mostUnits = 99;

/** The form in which a checklist, its units and its due date are chosen. */
export function newView(
  { language }: Pick<Reader, 'language'>,
  programme: Programme,
  templates: readonly Template[],
): Drawn {
  const heading = say(language, 'checklist.new', { programme: programme.name });
  const { units } = programme;
  return {
    template: 'new',
    summary: heading,
    title: say(language, 'checklist.new-title'),
    data: {
      heading,
      explained: say(language, 'checklist.new-explained'),
      templateLabel: say(language, 'checklist.template'),
      templates: templates.map((t) => ({
        title: say(language, 'checklist.template-choice', {
          name: inLanguage(t.name, language),
          count: t.items.length,
        }),
        value: t.id,
      })),
      template: templates[0]?.id ?? '',
      unitsLabel: say(language, 'checklist.units'),
      units: [
        // A programme's only unit stands there by its name.
        ...(units.length > 1
          ? [{ title: say(language, 'checklist.every-unit', { count: units.length }), value: everyUnit }]
          : []),
        ...units.slice(0, mostUnits).map((unit) => unitChoice(programme, unit)),
      ],
      unitsNote:
        units.length > mostUnits
          ? say(language, 'checklist.too-many-choices', { shown: mostUnits, total: units.length })
          : '',
      dueLabel: say(language, 'checklist.due'),
      buttons: [
        button(say(language, 'checklist.see-preview'), 'checklist.preview', {}, { style: 'positive' }),
        wayBack(say(language, 'checklist.cancel'), 'checklist.list', {}),
      ],
    },
  };
}

/** A unit and where its card goes. */
export interface Receiver {
  unit: Unit;
  destination: Destination;
}

/** Where a unit's card goes and who can answer it, in one line. */
export function receiverText(
  { unit, destination }: Receiver,
  persons: ReadonlyMap<string, Person>,
  language: Language,
): string {
  const names = answerers(unit, persons).map(({ name }) => name);
  const where = {
    'unit-place': () => say(language, 'checklist.to-unit-place', { place: placeIn(destination, language) }),
    'programme-place': () => say(language, 'checklist.to-programme-place', { place: placeIn(destination, language) }),
    person: () =>
      say(language, 'checklist.to-person', { name: 'person' in destination ? destination.person.name : '' }),
    nobody: () => say(language, 'checklist.to-nobody'),
  }[destination.to]();
  return `${where} · ${names.length > 0 ? listed(names, language) : say(language, 'checklist.no-answerer')}`;
}

const placeIn = (destination: Destination, language: Language): string =>
  'place' in destination ? placeName(destination.place, language) : '';

export interface PreviewSight {
  reader: Reader;
  programme: Programme;
  template: Template;
  handOut: HandOut;
  draft: string;
  receivers: readonly Receiver[];
  persons: ReadonlyMap<string, Person>;
}

/** What will be sent to whom, before the second press gives it out (DESIGN section 7). */
export function previewView(
  { reader, programme, template, handOut, draft, receivers, persons }: PreviewSight,
  wanted = 0,
): Drawn {
  const { language } = reader;
  const page = pageOf(receivers, wanted);
  const count = handOut.units.length;
  const heading = say(language, 'checklist.preview', { name: inLanguage(template.name, language), count });
  return {
    template: 'receivers',
    summary: heading,
    data: {
      heading,
      explained: say(language, 'checklist.preview-explained', {
        points: template.items.length,
        due: dueText(handOut.due, reader),
        distance: distanceText(handOut.due, reader),
      }),
      range: rangeText(page, language, 'checklist.lines'),
      receivers: page.rows.map((receiver) => ({
        name: unitLabel(programme, receiver.unit),
        detail: receiverText(receiver, persons, language),
      })),
      notes: [],
      buttons: [
        button(
          say(language, 'checklist.give-out-now', { count }),
          'checklist.give-out',
          { draft },
          { style: 'positive' },
        ),
        ...pageButtons(
          page,
          { next: 'checklist.more-lines', previous: 'checklist.fewer-lines' },
          (target) => ({ verb: 'checklist.show-preview', data: { draft, page: String(target) } }),
          { language },
        ),
        wayBack(say(language, 'checklist.cancel'), 'checklist.cancel', { draft }),
      ],
    },
  };
}

/** After giving out: what was done, by whom, and where to follow it. */
export function givenOutView(reader: Reader, checklist: Checklist, by: string): Drawn {
  const { language } = reader;
  const heading = say(language, 'checklist.given-out', {
    name: inLanguage(checklist.name, language),
    count: checklist.units.length,
  });
  return {
    template: 'told',
    summary: heading,
    data: {
      heading,
      lines: [say(language, 'checklist.given-out-detail', { name: by, due: dueText(checklist.due, reader) })],
      buttons: [button(say(language, 'checklist.open-board'), 'checklist.show-board', { checklist: checklist.id })],
    },
  };
}

/** After a hand-out was cancelled. */
export function cancelledView({ language }: Pick<Reader, 'language'>): Drawn {
  const text = say(language, 'checklist.cancelled');
  return {
    template: 'told',
    summary: text,
    data: {
      heading: say(language, 'checklist.list'),
      lines: [text],
      buttons: [button(say(language, 'checklist.give-out'), 'checklist.new', {})],
    },
  };
}
