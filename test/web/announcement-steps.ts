import { vi } from 'vitest';
import type { CardStep } from './card-steps.ts';
import type { Walk } from './walk.ts';

const owner = 'ingrid-solbakkrud';
const coordinator = 'jonas-lerviksen';
const receiver = 'kari-myrvang';

const filled = {
  title: 'Opplæringen i Solvik og Tindøy flyttes til uke 49',
  text: 'Leverandøren er forsinket, så begge kursene flyttes en uke.\n\nSi fra til vaktlagene i dag. Rommene er bestilt på nytt.',
  to: 'all',
  units: '',
  roles: '',
  asks: 'read',
  when: 'now',
  day: '',
  time: '09:00',
  ways: 'reminds,urgent',
};

/** Looks until a card says it: what goes out to many comes after the press. */
const finds = (walk: Walk, who: string, text: string) => vi.waitFor(() => walk.go(who).find(text), { timeout: 5000 });

/** An announcement to everyone, from the form to the end, for `cardSteps`. */
export const announcementSteps: CardStep[] = [
  ['announcement/form', (walk) => walk.go(owner).say('kunngjør')],
  ['announcement/preview', (walk) => walk.press('announcement.preview', filled)],
  [
    'announcement/approval',
    async (walk) => {
      await walk.press('announcement.send');
      await walk.go(coordinator).find('ber deg godkjenne');
    },
  ],
  ['announcement/decline', (walk) => walk.press('announcement.ask-decline')],
  [
    'announcement/card',
    async (walk) => {
      await walk.press('announcement.approval');
      await walk.press('announcement.approve');
      await finds(walk, receiver, filled.title);
    },
  ],
  [
    'announcement/report',
    async (walk) => {
      await walk.press('announcement.acknowledge');
      await finds(walk, owner, 'har bekreftet');
    },
  ],
  ['announcement/missing', (walk) => walk.press('announcement.missing')],
  [
    'announcement/message',
    (walk) => walk.press('announcement.report').then(() => walk.press('announcement.ask-remind')),
  ],
  ['announcement/file', (walk) => walk.press('announcement.report').then(() => walk.press('announcement.file'))],
  [
    'announcement/correct',
    (walk) => finds(walk, owner, 'har bekreftet').then(() => walk.press('announcement.ask-correct')),
  ],
  ['announcement/list', (walk) => walk.say('kunngjør liste')],
];
