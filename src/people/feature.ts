import type { Feature } from '#chat/feature.ts';
import { askAllMet } from './actions/expected.ts';
import { askWhoTheyAre, identityPresses } from './actions/identity.ts';
import { importPeoplePresses } from './actions/import-people.ts';
import { leaderPresses } from './actions/leaders.ts';
import { programmeCommand, programmePresses } from './actions/programme.ts';
import { programmeZonePresses } from './actions/programme-zone.ts';
import { settingsCommand, settingsPresses } from './actions/settings.ts';
import { tellLostPlaces } from './actions/tell-lost-places.ts';
import { unitCommand } from './actions/unit.ts';
import { unitPresses } from './actions/unit-presses.ts';

/** Programmes, units, people and where they are. */
export const peopleFeature: Feature = {
  commands: [programmeCommand, unitCommand, settingsCommand],
  presses: [
    ...programmePresses,
    ...leaderPresses,
    ...programmeZonePresses,
    ...unitPresses,
    ...settingsPresses,
    ...identityPresses,
    ...importPeoplePresses,
  ],
  async beat(world) {
    await askAllMet(world);
    await tellLostPlaces(world);
  },
  met: (turn) => askWhoTheyAre(turn, turn.by),
};
