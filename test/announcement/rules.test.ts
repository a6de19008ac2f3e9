import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pressed, receiversAs } from '#announcement/acknowledge.ts';
import { type Acknowledgement, announcement, type Receiver } from '#announcement/announcement.ts';
import { dueRounds, nextRound, roundTimes } from '#announcement/rounds.ts';
import { type Arrival, countsByUnit, countsOf, standings } from '#announcement/standing.ts';
import { linesOf } from '#announcement/view.ts';
import { blankForm, formView } from '#announcement/view-form.ts';
import { checkWanted, type Filled, longestText, mostLines, readTime, tidyText } from '#announcement/wanted.ts';
import { personId } from '#people/person.ts';
import { placeId } from '#people/place.ts';
import { programme as programmeSchema } from '#people/programme.ts';

const programme = programmeSchema.parse({
  id: 'p',
  name: 'P',
  language: 'nb',
  country: 'NO',
  timeZone: 'Europe/Oslo',
  owners: ['boss'],
  units: [{ id: 'a', name: 'A' }],
});
const now = Temporal.Instant.from('2026-11-02T08:00:00Z');
const form: Filled = {
  title: 'Hei',
  text: 'Tekst',
  to: 'some',
  units: 'a',
  roles: '',
  asks: 'read',
  when: 'now',
  day: '',
  time: '09:00',
  ways: 'reminds',
};

describe('a form', () => {
  test.each<[string, Partial<Filled>, string, string]>([
    ['without a heading', { title: '  ' }, 'no-title', 'title'],
    ['with a heading that is too long', { title: 'x'.repeat(121) }, 'long-title', 'title'],
    ['with a text that is too long', { text: 'x'.repeat(longestText + 1) }, 'long-text', 'text'],
    ['with too many lines', { text: 'x\n'.repeat(mostLines + 1) }, 'many-lines', 'text'],
    ['to nobody in particular', { to: '' }, 'to', 'to'],
    ['to some, none of whom are chosen: that is never everyone', { units: '', roles: '' }, 'nobody', 'units'],
    ['to a unit that there is not', { units: 'gone' }, 'nobody', 'units'],
    ['that asks for something else', { asks: 'money' }, 'asks', 'asks'],
    ['for a time that is not offered', { when: 'soon' }, 'when', 'when'],
    ['on a day that there is not', { when: 'day', day: '2026-02-31' }, 'day', 'day'],
    ['at a time that there is not', { when: 'day', day: '2026-11-03', time: '25' }, 'time', 'time'],
    ['in the past', { when: 'day', day: '2026-11-02', time: '08:59' }, 'past', 'day'],
    ['in two years', { when: 'day', day: '2028-11-02', time: '09:00' }, 'far', 'day'],
  ])('%s is sent back to the field that is wrong', (_, filled, what, field) => {
    expect(checkWanted({ ...form, ...filled }, { programme, now })).toEqual({ ok: false, problem: { what, field } });
  });

  test.each([
    ['nb', '09.00'],
    ['sv', '09.00'],
    ['en', '09:00'],
  ] as const)('shows in %s the time as it is written there: %s', (language, time) => {
    expect(formView('a', blankForm('', ''), programme, { language })).toMatchObject({ filled: { time } });
    expect(readTime(time)).toBe('09:00');
  });

  test('that is right says what is to be sent', () => {
    expect(
      checkWanted({ ...form, when: 'day', day: '2026-11-02', time: '10', ways: 'urgent,reminds' }, { programme, now }),
    ).toEqual({
      ok: true,
      wanted: {
        title: 'Hei',
        text: 'Tekst',
        audience: { all: false, units: ['a'], roles: [] },
        asks: 'read',
        urgent: true,
        reminds: true,
        sendAt: '2026-11-02T09:00:00Z',
      },
    });
  });

  test('that asks for nothing reminds of nothing', () => {
    expect(checkWanted({ ...form, asks: 'nothing' }, { programme, now })).toMatchObject({ wanted: { reminds: false } });
  });

  test.each([
    ['9', '09:00'],
    ['9.30', '09:30'],
    ['23:59', '23:59'],
    ['24:00', undefined],
    ['9:3', undefined],
    ['', undefined],
  ])('a time written %j is %j', (text, time) => {
    expect(readTime(text)).toBe(time);
  });
});

test('a text is kept tidy, and tidying it again changes nothing', () => {
  expect(tidyText(' \r\nEn\r\rTo  \n\n\n\nTre\u0007\n')).toBe('En\n\nTo\n\nTre');
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\t', '\u0007', 'e\u0301', '\ud83d') }),
      (text) => {
        expect(tidyText(tidyText(text))).toBe(tidyText(text));
      },
    ),
  );
});

test('the lines of a text stand on the card with room where a line is empty', () => {
  expect(linesOf('En\nTo\n\nTre')).toEqual([
    { text: 'En', spacing: 'Small' },
    { text: 'To', spacing: 'None' },
    { text: 'Tre', spacing: 'Medium' },
  ]);
});

describe('reminders to the rest', () => {
  const oslo = { zone: 'Europe/Oslo', country: 'NO' } as const;
  const sent = (begunAt: string, rounds: { key: string; at: string }[] = []) =>
    ({ asks: 'read', reminds: true, state: 'sent', begunAt, rounds }) as const;

  test.each([
    ['a Monday', '2026-11-02T08:00:00Z', ['2026-11-04T08:00:00Z', '2026-11-09T08:00:00Z']],
    ['a Friday evening', '2026-11-06T20:00:00Z', ['2026-11-10T08:00:00Z', '2026-11-13T08:00:00Z']],
    // Maundy Thursday to Easter Monday are off, and the clock changes in between.
    ['the Wednesday before Easter', '2026-04-01T08:00:00Z', ['2026-04-08T07:00:00Z', '2026-04-13T07:00:00Z']],
    [
      'midnight in Oslo, which is the day before in UTC',
      '2026-11-02T23:30:00Z',
      ['2026-11-05T08:00:00Z', '2026-11-10T08:00:00Z'],
    ],
  ])('of what was sent on %s come two and five working days later', (_, begunAt, times) => {
    expect(roundTimes(begunAt, oslo).map(String)).toEqual(times);
  });

  const due = (of: Parameters<typeof dueRounds>[0], at: string) =>
    dueRounds(of, oslo, Temporal.Instant.from(at)).map(({ key, send }) => [key, send]);
  test.each<[string, Parameters<typeof dueRounds>[0], string, [string, boolean][]]>([
    ['are not due before their time', sent('2026-11-02T08:00:00Z'), '2026-11-04T07:59:59Z', []],
    ['are due at their time', sent('2026-11-02T08:00:00Z'), '2026-11-04T08:00:00Z', [['auto-1', true]]],
    ['come once', sent('2026-11-02T08:00:00Z', [{ key: 'auto-1', at: '' }]), '2026-11-05T08:00:00Z', []],
    [
      'are left out when somebody has reminded that day',
      sent('2026-11-02T08:00:00Z', [{ key: 'hand-2026-11-04', at: '' }]),
      '2026-11-04T08:00:00Z',
      [['auto-1', false]],
    ],
    [
      'come as one after some days away',
      sent('2026-11-02T08:00:00Z'),
      '2026-11-09T12:00:00Z',
      [
        ['auto-1', false],
        ['auto-2', true],
      ],
    ],
    [
      'are left out after a week away',
      sent('2026-11-02T08:00:00Z'),
      '2026-11-20T08:00:00Z',
      [
        ['auto-1', false],
        ['auto-2', false],
      ],
    ],
    ['are turned off', { ...sent('2026-11-02T08:00:00Z'), reminds: false }, '2026-11-20T08:00:00Z', []],
    [
      'do not come of what was withdrawn',
      { ...sent('2026-11-02T08:00:00Z'), state: 'withdrawn' },
      '2026-11-04T08:00:00Z',
      [],
    ],
    [
      'do not come of what asks for nothing',
      { ...sent('2026-11-02T08:00:00Z'), asks: 'nothing' },
      '2026-11-04T08:00:00Z',
      [],
    ],
  ])('%s', (_, of, at, expected) => {
    expect(due(of, at)).toEqual(expected);
  });

  test('each is due exactly once, at whatever moments one looks', () => {
    const looks = fc.array(fc.integer({ min: 0, max: 20 * 24 }), { maxLength: 30 });
    fc.assert(
      fc.property(looks, (hours) => {
        let of: Parameters<typeof dueRounds>[0] = sent('2026-11-02T08:00:00Z');
        const begun: string[] = [];
        for (const hour of hours.toSorted((a, b) => a - b)) {
          const at = now.add({ hours: hour });
          const next = nextRound(of, oslo);
          const found = dueRounds(of, oslo, at);
          expect(found.length > 0).toBe(next !== undefined && Temporal.Instant.compare(next, at) <= 0);
          expect(found.filter(({ send }) => send).length).toBeLessThanOrEqual(1);
          begun.push(...found.map(({ key }) => key));
          of = { ...of, rounds: [...of.rounds, ...found.map(({ key }) => ({ key, at: at.toString() }))] };
        }
        expect(new Set(begun).size).toBe(begun.length);
      }),
    );
  });
});

describe('an acknowledgement', () => {
  const press = { by: personId.parse('kari'), at: '2026-11-02T08:00:00Z', takesBack: false };
  const given: Acknowledgement = { by: personId.parse('kari'), at: '2026-11-01T08:00:00Z' };
  test.each<[string, Acknowledgement | undefined, boolean, Acknowledgement | undefined]>([
    ['is given once', undefined, false, { by: press.by, at: press.at }],
    ['keeps its first time when pressed again', given, false, undefined],
    ['can be taken back', given, true, { ...given, at: press.at, takenBack: true }],
    ['that is not there cannot be taken back', undefined, true, undefined],
    ['is given anew after it was taken back', { ...given, takenBack: true }, false, { by: press.by, at: press.at }],
  ])('%s', (_, current, takesBack, next) => {
    expect(pressed(current, { ...press, takesBack })).toEqual(next);
  });

  const receivers: Receiver[] = [
    { person: personId.parse('kari'), units: [] },
    { person: personId.parse('old'), units: [] },
    { place: placeId.parse('here'), units: [] },
  ];
  test.each<[string, string, string[], string, number[]]>([
    ['as themselves, wherever they are', 'kari', [], 'elsewhere', [0]],
    ['as themselves first, in a place that has it, too', 'kari', [], 'here', [0]],
    ['under an id that they had', 'new', ['old'], 'elsewhere', [1]],
    ['for the place in which they are', 'nils', [], 'here', [2]],
    ['not at all when it was sent neither to them nor here', 'nils', [], 'elsewhere', []],
  ])('counts for somebody %s', (_, id, former, place, which) => {
    const who = { id: personId.parse(id), former: former.map((one) => personId.parse(one)) };
    expect(receiversAs({ receivers }, who, placeId.parse(place))).toEqual(which.map((at) => receivers[at]));
  });
});

test('counts add up, and who is two records now is one person', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const one = fc.record({
    person: fc.constantFrom(...ids),
    units: fc.uniqueArray(fc.constantFrom('u', 'v')),
    arrival: fc.constantFrom<Arrival | undefined>('arrived', 'failed', undefined),
    acknowledged: fc.boolean(),
  });
  const all = fc.uniqueArray(one, { selector: ({ person }) => person, maxLength: 5 });
  fc.assert(
    fc.property(all, fc.constantFrom(...ids), fc.constantFrom(...ids), (those, from, into) => {
      const { receivers } = announcement
        .pick({ receivers: true })
        .parse({ receivers: those.map(({ person, units }) => ({ person, units })) });
      const found = standings(
        { receivers },
        {
          arrivals: new Map(those.flatMap(({ person, arrival }) => (arrival ? [[person, arrival]] : []))),
          acknowledgements: new Map(
            those.flatMap(({ person, acknowledged }) =>
              acknowledged ? [[person, { at: now.toString(), by: personId.parse(person) }]] : [],
            ),
          ),
          nowKnownAs: (id) => (id === from ? personId.parse(into) : id),
        },
      );
      const people = new Set(those.map(({ person }) => (person === from ? into : person)));
      const counts = countsOf(found);
      expect(counts.asked).toBe(people.size);
      expect(counts.arrived + counts.waiting + counts.failed).toBe(counts.asked);
      const gave = new Set(those.filter((t) => t.acknowledged).map(({ person }) => (person === from ? into : person)));
      expect(counts.acknowledged).toBe(gave.size);
      expect(found.flatMap(({ keys }) => keys).toSorted()).toEqual(those.map(({ person }) => person).toSorted());
      for (const [unit, of] of countsByUnit(found)) {
        const inIt = found.filter(({ receiver }) =>
          unit === null ? receiver.units.length === 0 : receiver.units.includes(unit),
        );
        expect(of.asked).toBe(inIt.length);
      }
    }),
  );
});
