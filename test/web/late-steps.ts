import type { CardStep } from './card-steps.ts';

const owner = 'ingrid-solbakkrud';
const contact = 'elin-sjobranth';

/** What else is told of what is late, silent or lost, after the walk of `cardSteps`. */
export const lateSteps: CardStep[] = [
  ['reminder/list', (walk) => walk.go(owner).find('Klar samler slikt'), 'programme-owner'],
  [
    'people/message',
    async (walk) => {
      await walk.go(contact, 'channel-lag-elvestrand').find('Arbeidsverksteder om forløp');
      await walk.press('reminder.more');
      await walk.press('reminder.snooze');
    },
    'snoozed',
  ],
  [
    'plan/row',
    async (walk) => {
      await walk.go('aisha-rahmani', 'channel-lag-tindoy').find('Arbeidsverksteder om forløp');
      await walk.press('reminder.set-state', { state: 'help' });
      await walk.go(owner).find('trenger hjelp');
    },
    'help',
  ],
  [
    'people/message',
    async (walk, rig) => {
      for (const place of await rig.store.places.all()) {
        if (!['lag-tindøy', 'lag-furneset'].includes(place.name)) continue;
        const goneSince = rig.clock.now().toString();
        await rig.store.places.change(place.id, (now) => ({ next: { ...now, goneSince }, outcome: 0 }));
      }
      rig.clock.moveTo(rig.clock.now().add({ hours: 2 }));
      await rig.house.beat();
      await walk.go(owner).find('når ikke lenger');
    },
    'lost-places',
  ],
  [
    'reminder/list',
    async (walk, rig) => {
      const [programme] = await rig.store.programmes.all();
      if (!programme) throw new Error('There is no programme');
      const bare = ['Tindøy kommune', 'Furneset kommune'];
      await rig.store.programmes.change(programme.id, (now) => ({
        next: { ...now, units: now.units.map((unit) => (bare.includes(unit.name) ? { ...unit, people: [] } : unit)) },
        outcome: 0,
      }));
      rig.clock.moveTo(rig.clock.now().add({ hours: 24 }));
      await rig.house.beat();
      await walk.go(owner).find('har ingen kontakt');
    },
    'no-contact',
  ],
];
