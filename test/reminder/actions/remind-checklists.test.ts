import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checklistFeature } from '#checklist/feature.ts';
import { personId } from '#people/person.ts';
import { changeReminding } from '#reminder/actions/reminding.ts';
import { reminderFeature } from '#reminder/feature.ts';
import type { Reminding } from '#reminder/reminding.ts';
import { defaultRules } from '#reminder/rules.ts';
import { buttons, cardOf, openStage, type Stage, textOf } from '../../checklist/stage.ts';

let stage: Stage;
let checklist: string;
beforeEach(async () => {
  stage = await openStage({ features: [checklistFeature, reminderFeature] });
  // Due on Wednesday 11 February 2026; given out a day too late for the week before.
  checklist = await stage.giveOut();
});
afterEach(() => stage.close());

/** Moves the clock and lets Klar do what is due. */
const at = async (local: string) => {
  stage.clock.moveTo(Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Oslo').toInstant());
  await stage.house.beat();
  await stage.quiet();
};
/** The headings of the reminders in a place, oldest first. */
const heard = (place: string) =>
  stage
    .cardsIn(place)
    .map((card) => textOf(card).split('\n')[0] ?? '')
    .filter((line) => /venter på svar|väntar på svar|punkter igjen|har punkter/u.test(line));
const answerAll = async (unit = 'u1') => {
  const asked = await stage.press('Kari', 'checklist.ask-rest', { checklist, unit });
  const [confirm] = buttons(cardOf(asked), 'checklist.confirm-rest');
  await stage.press('Kari', 'checklist.confirm-rest', { ...confirm?.data });
};
const setReminding = (change: (now: Reminding) => Reminding) =>
  stage.store.programmes
    .all()
    .then(
      ([programme]) =>
        programme && changeReminding(stage.house.world, programme.id, (now) => ({ next: change(now), outcome: true })),
    );
/** What the clock has decided about the checklist, by receiver. */
const decided = () =>
  stage.logged.flatMap((line) =>
    'rule' in line && String(line.rule).startsWith('checklist-') ? [line as Record<string, string>] : [],
  );

describe('a checklist', () => {
  test('is reminded of the working day before it is due, and once it is overdue on the first working day and weekly, four times', async () => {
    for (const day of ['2026-02-04', '2026-02-09']) await at(`${day}T12:00`);
    expect(heard('fjordvik')).toEqual([]);
    await at('2026-02-10T09:00');
    await at('2026-02-10T09:01');
    expect(heard('fjordvik')).toEqual(['I morgen: 15 punkter for Fjordvik venter på svar']);
    for (let day = Temporal.PlainDate.from('2026-02-11'); day.toString() < '2026-04-15'; day = day.add({ days: 1 })) {
      await at(`${day}T09:00`);
    }
    expect(heard('fjordvik').slice(1)).toEqual([
      '1 dag på overtid: 15 punkter for Fjordvik venter på svar',
      '8 dager på overtid: 15 punkter for Fjordvik venter på svar',
      '15 dager på overtid: 15 punkter for Fjordvik venter på svar',
      '22 dager på overtid: 15 punkter for Fjordvik venter på svar',
    ]);
    expect(stage.failures).toEqual([]);
  });

  test('is the card that somebody can send by hand, without a name, and opens the unit’s points', async () => {
    await at('2026-02-10T09:00');
    const card = stage.cardsIn('fjordvik').at(-1);
    expect(card && textOf(card)).toContain('Før oppstart onsdag 11. februar');
    expect(card && textOf(card)).not.toContain('Grete');
    expect(card && buttons(card, 'checklist.show-sheet')[0]?.data).toEqual({ checklist, unit: 'u1' });
  });

  test('is not reminded of where everything is answered, up to the moment of sending', async () => {
    await answerAll();
    await at('2026-02-10T09:00');
    expect(heard('fjordvik')).toEqual([]);
    expect(decided().map(({ unit }) => unit)).toEqual(['u2', 'u3']);
  });

  test('is not reminded of on a day on which somebody has, but is the next time', async () => {
    stage.clock.moveTo(Temporal.Instant.from('2026-02-10T07:30:00Z'));
    await stage.press('Grete', 'checklist.remind', { checklist });
    await stage.quiet();
    await at('2026-02-10T09:00');
    expect(heard('fjordvik')).toHaveLength(1);
    await at('2026-02-12T09:00');
    expect(heard('fjordvik')).toHaveLength(2);
  });

  test('nor can somebody remind of it on a day on which the clock has', async () => {
    await at('2026-02-10T09:00');
    const asked = await stage.press('Grete', 'checklist.ask-remind', { checklist });
    expect(asked).toMatchObject({ show: 'notice', problem: true });
  });

  test('is reminded of once in a place that several units share', async () => {
    await at('2026-02-10T09:00');
    expect(heard('project')).toEqual(['I morgen: 2 enheter har punkter igjen']);
    const card = stage.cardsIn('project').at(-1);
    expect(card && textOf(card)).toContain('Sundet\n15 punkter igjen\nLars\n[Åpne]');
    // Klar stopped before it was noted for each of them: then it has gone out all the same.
    await stage.store.ledger.change(`checklist.${checklist}`, 'reminder.2026-02-10.u2', () => ({
      next: null,
      outcome: 0,
    }));
    await stage.store.ledger.change(`checklist.${checklist}`, 'reminder.2026-02-10.u3', () => ({
      next: null,
      outcome: 0,
    }));
    await stage.store.sheets.change(`${checklist}.u2`, (sheet) => ({ next: sheet, outcome: true }));
    await at('2026-02-10T09:05');
    expect(heard('project')).toHaveLength(1);
  });

  test('goes to the programme’s place where Klar was taken out of the unit’s', async () => {
    await stage.store.places.change('fjordvik', (place) => ({
      next: { ...place, goneSince: '2026-02-05T00:00:00Z' },
      outcome: true,
    }));
    await at('2026-02-10T09:00');
    expect(heard('project')).toEqual(['I morgen: 3 enheter har punkter igjen']);
  });

  test('is tried again where the platform was in trouble', async () => {
    stage.trouble.next = 'unreachable';
    await at('2026-02-10T09:00');
    expect(heard('fjordvik')).toEqual([]);
    delete stage.trouble.next;
    await at('2026-02-10T09:10');
    expect(heard('fjordvik')).toHaveLength(1);
  });

  test('is not reminded of at night, nor on the days off of a place', async () => {
    await stage.store.places.change('fjordvik', (place) => ({
      next: { ...place, quiet: { weekdays: [2], away: [] } },
      outcome: true,
    }));
    await at('2026-02-09T09:00');
    expect(heard('fjordvik')).toEqual(['Om 2 dager: 15 punkter for Fjordvik venter på svar']);
    // Klar is away until the evening of the day on which it is overdue.
    await at('2026-02-12T22:30');
    expect(heard('fjordvik')).toHaveLength(1);
    await at('2026-02-13T07:00');
    expect(heard('fjordvik')).toHaveLength(2);
  });

  test('is reminded of by the programme’s own rules, and not by new ones for what lies behind', async () => {
    const quiet = { ...defaultRules, checklists: { daysBefore: [], overdue: false } };
    await setReminding((now) => ({ ...now, rules: quiet }));
    await at('2026-02-10T09:00');
    expect(heard('fjordvik')).toEqual([]);
    await at('2026-02-12T09:00');
    expect(heard('fjordvik')).toEqual([]);
    await setReminding((now) => ({
      ...now,
      rules: defaultRules,
      rulesSet: { by: personId.parse('grete'), at: '2026-02-12T10:00:00Z', before: quiet },
    }));
    await at('2026-02-12T12:00');
    expect(heard('fjordvik')).toEqual([]);
    await at('2026-02-19T09:00');
    expect(heard('fjordvik')).toHaveLength(1);
  });

  test('is not reminded of while reminders are held back', async () => {
    await setReminding((now) => ({ ...now, held: { why: 'many', at: '2026-02-09T09:00:00Z', count: 300 } }));
    await at('2026-02-10T09:00');
    expect(heard('fjordvik')).toEqual([]);
    await setReminding(({ held: _, ...now }) => now);
    await at('2026-02-10T10:00');
    expect(heard('fjordvik')).toHaveLength(1);
  });

  test('waits for who owns the programme where more messages than its rules allow are ready at once', async () => {
    const programme = (await stage.store.programmes.all())[0];
    if (!programme) throw new Error('no programme');
    await stage.store.plans.add({ id: programme.id, revision: 1, activities: [], revisions: [] });
    await setReminding((now) => ({ ...now, rules: { ...defaultRules, mostAtOnce: 1 } }));
    await at('2026-02-10T09:00');
    await at('2026-02-10T09:01');
    expect(heard('fjordvik')).toEqual([]);
    const asked = stage.cardsIn(await ownPlace('Grete')).at(-1);
    expect(asked && textOf(asked)).toContain('2 meldinger');
    const [send] = asked ? buttons(asked, 'reminder.held-send') : [];
    await stage.press('Grete', 'reminder.held-send', { ...send?.data });
    await at('2026-02-10T09:02');
    expect(heard('fjordvik')).toHaveLength(1);
  });

  test('that nothing is due of costs no look at it', async () => {
    await at('2026-02-05T09:00');
    const read: string[] = [];
    const sheets = stage.store.sheets;
    const get = sheets.get.bind(sheets);
    stage.store.sheets.get = (id) => {
      read.push(id);
      return get(id);
    };
    await at('2026-02-06T09:00');
    expect(read).toEqual([]);
  });

  test('is the next thing for a clock that is moved by hand', async () => {
    await at('2026-02-05T09:00');
    expect(await stage.house.nextEvents()).toContain('2026-02-10T08:00:00Z');
  });
});

const ownPlace = async (name: string): Promise<string> =>
  (await stage.store.places.all()).find(({ key }) => key === `own-${name}`)?.id ?? '';

describe('who owns the programme', () => {
  test('is told in their own chat which units are overdue, once, with how often each was reminded', async () => {
    await answerAll();
    await at('2026-02-10T09:00');
    await at('2026-02-12T09:00');
    await at('2026-02-19T09:00');
    await at('2026-02-23T08:59');
    const own = await ownPlace('Grete');
    const before = stage.cardsIn(own).length;
    await at('2026-02-23T09:00');
    await at('2026-02-23T09:01');
    await at('2026-02-24T09:00');
    const told = stage.cardsIn(own).slice(before).map(textOf);
    expect(told).toEqual([
      [
        'Før oppstart: 2 enheter har punkter igjen etter fristen',
        'Fristen var onsdag 11. februar. Du får dette fordi du eier Ny journal.',
        'Sundet',
        '15 punkter igjen',
        'Påminnet 3 ganger, sist torsdag 19. februar.',
        '[Åpne]',
        'Nesset',
        '15 punkter igjen',
        'Påminnet 3 ganger, sist torsdag 19. februar.',
        '[Åpne]',
        '[Se tavlen]',
      ].join('\n'),
    ]);
    expect(stage.cardsIn('project').map(textOf).join('\n')).not.toContain('etter fristen');
  });

  test('is not told where the rules tell nobody else, nor of a unit that has answered since', async () => {
    await setReminding((now) => ({ ...now, rules: { ...defaultRules, escalation: null } }));
    await at('2026-02-23T09:00');
    expect(
      stage
        .cardsIn(await ownPlace('Grete'))
        .map(textOf)
        .join('\n'),
    ).not.toContain('etter fristen');
  });
});
