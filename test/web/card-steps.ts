import { changeReminding } from '#reminder/actions/reminding.ts';
import { sendDueOf } from '#reminder/actions/send-due.ts';
import { defaultRules } from '#reminder/rules.ts';
import { announcementSteps } from './announcement-steps.ts';
import { lateSteps } from './late-steps.ts';
import type { Rig } from './rig.ts';
import type { Walk } from './walk.ts';

const owner = 'ingrid-solbakkrud';
const contact = 'kari-myrvang';

const people =
  'Enhet;Navn;E-post;Rolle\nSolvik kommune;Mari Tangvald;mari@example.org;medlem\nTindøy kommune;;;kontakt\n';
const plan = `Tid;Aktivitet;Ansvarlig;Kvalitetspunkt
12/1;Nytt møte om brukerstøtte;Solvik kommune;
uke 6;Opplæringen er prøvd;Tindøy kommune;K4
31/2;Umulig dag;Solvik kommune;
uke 7;Prøvedrift;Solvik komune;
`;
/** Without headings, so that Klar asks what the columns are. */
const bare = `12/1;Nytt møte om brukerstøtte;Solvik kommune
uke 6;Opplæringen er prøvd med alle som har nattevakt;Tindøy kommune
`;
const poll = {
  question: 'Er dere klare til oppstart?',
  options: 'Ja\nNesten, vi mangler folk på natt\nNei',
  choice: 'single',
  names: 'named',
  closes: '7d',
};
const answers = {
  'colour-1': 'green',
  'colour-2': 'yellow',
  'comment-2': 'Datoen for opplæringen mangler ennå',
};

/** One step: the template of the card that comes of it, what is done, and what to call the picture where one of that template is there already. */
export type CardStep = [template: string, does: (walk: Walk, rig: Rig) => unknown, variant?: string];

/** A walk through the example programme on which every template is met; each step goes on from the one before. */
export const cardSteps: CardStep[] = [
  // The owner in her own chat: what Klar asks her, and what she asks Klar.
  ['reminder/undated', (walk) => walk.go(owner).find('mangler dato')],
  ['plan/set-date', (walk) => walk.press('plan.ask-date')],
  ['chat/help', (walk) => walk.say('hjelp')],
  ['people/units', (walk) => walk.say('enhet')],
  ['people/facts', (walk) => walk.press('people.unit')],
  ['people/settings', (walk) => walk.say('innstillinger')],
  ['people/settings-language', (walk) => walk.press('people.settings-language')],
  ['people/settings-quiet', (walk) => walk.press('people.settings').then(() => walk.press('people.settings-quiet'))],
  [
    'people/settings',
    (walk) => walk.press('people.quiet-save', { rhythm: 'weekly', from: '20:00', to: '07:00' }),
    'saved',
  ],
  ['people/settings', (walk) => walk.press('people.settings-undo'), 'undone'],
  ['people/settings-zone', (walk) => walk.press('people.settings-zone')],
  ['people/message', (walk) => walk.say('enhet Solvik kommunale')],
  ['plan/rows', (walk) => walk.say('plan')],
  ['plan/row', (walk) => walk.press('plan.row')],
  ['plan/history', (walk) => walk.press('plan.row-history')],
  ['plan/row-form', (walk) => walk.press('plan.leave-row').then(() => walk.press('plan.edit'))],
  ['plan/help', (walk) => walk.say('plan hjelp')],
  ['plan/picture', (walk) => walk.say('plan bilde')],
  ['plan/export', (walk) => walk.say('eksporter')],
  ['plan/calendar', (walk) => walk.say('kalender Solvik')],
  ['plan/move-form', (walk) => walk.say('plan flytt "Prøveflytting av data"')],
  [
    'plan/move',
    (walk) =>
      walk.press('plan.move-look', { when: 'juni 2027', reason: 'Leverandøren er forsinket med flytteverktøyet' }),
  ],
  ['plan/halt', (walk) => walk.say('plan avlys Prøveflytting av data')],
  ['plan/depends', (walk) => walk.say('plan avhenger Prøveflytting av data')],
  [
    'plan/changes',
    async (walk) => {
      await walk.say('plan flytt "Oppstart i første pulje" til 30. juni 2027');
      await walk.press('plan.move');
      await walk.say('plan endringer');
    },
  ],
  [
    'plan/notice',
    async (walk) => {
      await walk.say('plan sett');
      await walk.press('plan.tell-now');
      await walk.go(contact, 'channel-lag-solvik').find('Planen er endret');
    },
  ],
  ['reminder/coming', (walk) => walk.go(owner).say('påminn')],
  ['reminder/next', (walk) => walk.press('reminder.next')],
  [
    'reminder/rules',
    async (walk) => {
      await walk.say('påminn regler');
      await walk.press('reminder.rules-edit', { part: 'lead:new' });
      await walk.press('reminder.rules-save-lead', { item: 'Utstyrsliste', before: '12 måneder', tag: 'utstyr' });
      await walk.press('reminder.rules-edit', { part: 'group:new' });
      await walk.press('reminder.rules-save', { tag: 'opplæring', before: '90 30 14 7', also: 'on-the-day,overdue' });
    },
  ],
  ['reminder/rules-form', (walk) => walk.press('reminder.rules-edit', { part: 'group:new' })],
  [
    'reminder/rules-other',
    (walk) => walk.say('påminn regler').then(() => walk.press('reminder.rules-edit', { part: 'other' })),
  ],
  ['plan/ask-file', (walk) => walk.say('importer')],
  ['people/list', (walk) => walk.say('', { name: 'folk.csv', text: people })],
  ['plan/questions', (walk) => walk.say('', { name: 'liste.csv', text: bare })],
  ['plan/draft', (walk) => walk.say('', { name: 'plan.csv', text: plan })],
  ['plan/page', (walk) => walk.press('plan.draft-page')],
  ['plan/message', (walk) => walk.press('plan.draft-show').then(() => walk.press('plan.draft-drop'))],

  // She gives a checklist out.
  ['checklist/new', (walk) => walk.say('sjekkliste').then(() => walk.press('checklist.new'))],
  [
    'checklist/receivers',
    (walk) => walk.press('checklist.preview', { template: 'start', units: '*', due: '2027-02-11' }),
  ],
  ['checklist/told', (walk) => walk.press('checklist.give-out')],
  ['checklist/list', (walk) => walk.say('sjekkliste')],

  // A unit's contact answers in the unit's channel.
  [
    'checklist/answer',
    (walk) =>
      walk
        .go(contact, 'channel-lag-solvik')
        .find('15 punkter for Solvik')
        .then(() => walk.press('checklist.answer')),
  ],
  ['checklist/sheet', (walk) => walk.press('checklist.save', answers)],
  ['checklist/rest', (walk) => walk.press('checklist.ask-rest')],
  ['checklist/history', (walk) => walk.press('checklist.show-sheet').then(() => walk.press('checklist.history'))],
  ['checklist/pick', (walk) => walk.press('checklist.pick-item')],

  // The owner looks at how it stands and reminds the units.
  ['checklist/board', (walk) => walk.go(owner).say('klar')],
  ['checklist/grid', (walk) => walk.press('checklist.show-grid')],
  [
    'checklist/reminder',
    async (walk) => {
      await walk.press('checklist.show-board');
      await walk.press('checklist.ask-remind');
      await walk.press('checklist.remind');
      await walk.go(contact, 'channel-lag-solvik').find('Ingrid Solbakkrud minner');
    },
  ],

  // A poll in everyone's channel, from the form to its end.
  ['poll/form', (walk) => walk.go(contact, 'channel-felles-journal').say('avstemning')],
  ['poll/preview', (walk) => walk.press('poll.preview', poll)],
  ['poll/done', (walk) => walk.press('poll.post').then(() => walk.find('Avstemningen er lagt ut'))],
  ['poll/poll', (walk) => walk.find('poll.answer').then(() => walk.press('poll.answer'))],
  ['poll/names', (walk) => walk.press('poll.names')],
  ['poll/close', (walk) => walk.say('avstemning steng')],
  [
    'poll/which',
    async (walk) => {
      await walk.say('avstemning "Passer 12. januar?" "Ja" "Nei"');
      await walk.say('avstemning steng');
    },
  ],
  ...announcementSteps,
  ['chat/mine', (walk) => walk.go(contact).say('mine')],

  // Time goes by, first as it should, then with Klar away.
  [
    'reminder/list',
    async (walk, rig) => {
      await rig.post('/api/rehearsal/clock', { act: rig.act(), to: 'week', language: 'nb' });
      await walk.go(contact, 'channel-lag-solvik').find('Uke 49');
    },
  ],
  ['reminder/list', (walk) => walk.go(owner).find('Uke 49'), 'owner'],
  ['people/message', (walk) => walk.go('aisha-rahmani').find('Avstemningen stenger'), 'poll-closes'],
  ['announcement/card', (walk) => walk.go('aisha-rahmani').find('Påminnelse: '), 'reminder'],
  ['reminder/one', (walk) => walk.go(contact, 'channel-lag-solvik').find('Om 7 dager: Utstyrsliste')],
  ['reminder/more', (walk) => walk.press('reminder.more')],
  ['reminder/why', (walk) => walk.press('reminder.why')],
  [
    'reminder/not-ours',
    async (walk) => {
      await walk.press('reminder.not-ours');
      await walk.go(owner).find('ikke er deres');
    },
  ],
  [
    'reminder/held',
    async (walk, rig) => {
      const [programme] = await rig.store.programmes.all();
      if (!programme) throw new Error('There is no programme');
      await changeReminding(rig.house.world, programme.id, (now) => ({
        next: { ...now, rules: { ...defaultRules, mostAtOnce: 1 } },
        outcome: 0,
      }));
      rig.clock.moveTo(rig.clock.now().add({ hours: 24 * 42 }));
      await rig.house.beat();
      await walk.go(owner).find('klare på én gang');
    },
  ],
  [
    'reminder/skipped',
    async (walk, rig) => {
      await walk.press('reminder.held-send');
      await sendDueOf(rig.house.world, []);
      await walk.go(owner).find('ble ikke sendt');
    },
  ],
  [
    'reminder/list',
    async (walk, rig) => {
      rig.clock.moveTo(rig.clock.now().add({ hours: 24 * 5 }));
      await rig.house.beat();
      await walk.go('per-anders-holme').find('Forsinket');
    },
    'deputy',
  ],
  ['reminder/digest', (walk) => walk.go('elin-sjobranth', 'channel-lag-elvestrand').find('och en till')],
  ...lateSteps,
];
