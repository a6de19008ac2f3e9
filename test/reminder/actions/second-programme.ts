import { noReminding } from '#reminder/reminding.ts';
import { defaultRules, type ReminderRules } from '#reminder/rules.ts';
import { buttonOf, cardOf, file, type Name, type Stage, visitor } from '../../plan/stage.ts';

/** As in `programmeWith`: nothing beside the reminders of the rows, unless a test wants more. */
const remindersAlone: ReminderRules = { ...defaultRules, overview: false, escalation: null, noContact: null };

/**
 * Kari makes one more programme, `Nytt arkiv` in the channel `arkiv`, and brings in its plan. Somebody is the contact of its units.
 * @param rules What differs from the reminders of the rows alone.
 */
export async function secondProgramme(
  stage: Stage,
  csv: string,
  { contact, units, rules = {} }: { contact?: Name; units: readonly string[]; rules?: Partial<ReminderRules> },
) {
  await stage.type('Kari', 'programme "Nytt arkiv"', 'arkiv');
  const programme = (await stage.store.programmes.all()).find(({ name }) => name === 'Nytt arkiv');
  if (!programme) throw new Error('no second programme');
  await stage.store.remindings.add({ ...noReminding(programme.id), rules: { ...remindersAlone, ...rules } });
  const read = cardOf(await stage.type('Kari', 'import', 'arkiv', { files: [file(csv)] }));
  await stage.press('Kari', buttonOf(read, 'plan.draft-save'), { where: 'arkiv' });
  for (const unit of contact ? units : []) {
    await stage.type('Kari', `unit "${unit}" contact @{0}`, 'arkiv', { mentions: [visitor(contact as Name)] });
  }
  return programme;
}
