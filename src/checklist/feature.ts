import type { Feature } from '#chat/feature.ts';
import { awaiting } from './actions/awaiting.ts';
import { boardPresses, subjects } from './actions/board.ts';
import { giveOutPresses } from './actions/give-out.ts';
import { commands, listPress } from './actions/list.ts';
import { live } from './actions/live.ts';
import { remindPresses } from './actions/remind.ts';
import { savePresses } from './actions/save.ts';
import { sendUnsentSheets } from './actions/send.ts';
import { sheetPresses } from './actions/sheet.ts';

/** Checklists: given to units with a date, confirmed point by point, followed on the readiness board. */
export const checklistFeature: Feature = {
  commands,
  presses: [listPress, ...sheetPresses, ...savePresses, ...boardPresses, ...giveOutPresses, ...remindPresses],
  subjects,
  awaiting,
  beat: sendUnsentSheets,
  live,
};
