import { openPage } from './page-stage.ts';
import { openSlack } from './slack-stage.ts';
import type { Stage } from './stage.ts';
import { openTeams } from './teams-stage.ts';

/** The table: every journey runs through each of these. */
export const stages: [surface: Stage['surface'], open: () => Promise<Stage>][] = [
  ['teams', openTeams],
  ['slack', openSlack],
  ['page', openPage],
];
