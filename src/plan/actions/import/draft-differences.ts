import type { IsoDay, Language } from '#calendar/when.ts';
import type { Programme } from '#people/programme.ts';
import { say } from '#words/say.ts';
import { activityId, type Plan } from '../../activity.ts';
import type { PlanDraft } from '../../draft.ts';
import { type PlanChange, readersChanges } from '../../revisions/changes-since.ts';
import { toldCount, unitsTouched } from '../../revisions/notice.ts';
import { extentOf } from '../../revisions/part.ts';
import { revise } from '../../revisions/revise.ts';
import { changeLine, countsText } from '../../view-changes.ts';

/** Changes on the first card of a draft (CARDS rule 8). */
const changesShown = 5;

/** Whether a draft is saved as some rows of the plan, so that the others stay: as its person has said, or as it looks. */
export const isPartOf = ({ answers, rows, unread }: PlanDraft, plan: Plan | undefined): boolean =>
  answers.isPart ?? (plan !== undefined && extentOf(plan.activities, rows, unread).isPart);

/** What saving a draft would change in the plan that stands; undefined where there is none that it could change. */
export function differencesOfDraft(
  draft: PlanDraft,
  plan: Plan | undefined,
  programme: Programme,
): PlanChange[] | undefined {
  const [owner] = programme.owners;
  if (!plan || plan.activities.length === 0 || !owner) return undefined;
  const next = revise(plan, draft.rows, {
    programme: programme.id,
    by: owner,
    at: '',
    source: draft.source,
    isPart: isPartOf(draft, plan),
    unread: draft.unread,
    newId: (index) => activityId.parse(`new-${index}`),
  });
  return readersChanges(next, plan.revision);
}

/** The part of a draft's card that says what would change. */
export function differencesPart(
  changes: readonly PlanChange[],
  about: { plan: Plan; programme: Programme; today: IsoDay; language: Language },
) {
  const { plan, programme, today, language } = about;
  const { revision } = plan;
  if (changes.length === 0) {
    return {
      differencesTitle: say(language, 'plan.differences-none', { revision }),
      differences: [],
      differencesMore: '',
      told: '',
      isLong: false,
    };
  }
  // One more takes no more room than saying that there is one.
  const shown = changes.length === changesShown + 1 ? changesShown + 1 : changesShown;
  return {
    differencesTitle: say(language, 'plan.differences', { revision, counts: countsText(changes, language) }),
    differences: changes.slice(0, shown).map((change) => ({ text: changeLine(change, { language, today }) })),
    differencesMore:
      changes.length > shown ? say(language, 'plan.finding-more', { count: changes.length - shown }) : '',
    told: say(language, 'plan.tell.will', toldCount(unitsTouched(changes, programme))),
    isLong: changes.length > shown,
  };
}

/** The lines of all that a draft would change: what, and whose row it is. */
export const differenceLines = (
  changes: readonly PlanChange[],
  { language, today }: { language: Language; today: IsoDay },
): { title: string; text: string }[] =>
  changes.map((change) => ({
    title: changeLine(change, { language, today }),
    text: ((change.after ?? change.before)?.units ?? []).join(', '),
  }));
