import type { IsoDay, Language } from '#calendar/when.ts';
import { writeInstant } from '#calendar/write-date.ts';
import type { Programme } from '#people/programme.ts';
import { namesShown } from '#people/view.ts';
import { say, spoken } from '#words/say.ts';
import type { Plan } from './activity.ts';
import type { PlanChange } from './revisions/changes-since.ts';
import { changesFor, type Notice, type ToldUnit, toldCount } from './revisions/notice.ts';
import { changeLine } from './view-changes.ts';

/** Changes on a card (CARDS rule 8), and units on a card that several share. */
const linesShown = 5;
const unitsShown = 5;

/** What is needed to show some units their part of a notice. */
export interface NoticeSight {
  notice: Notice;
  /** The places of the units in the notice. */
  units: readonly number[];
  /** What lies between the two revisions. */
  changes: readonly PlanChange[];
  plan: Plan;
  programme: Programme;
  /** Names by person: of those who changed the plan and those who have seen it. */
  names: ReadonlyMap<string, string>;
  language: Language;
  /** The day on which it was told: dates are written as of then, so that last week's message still says what it said. */
  told: IsoDay;
}

/** A unit's name on a card; what is nobody's is everyone's. */
export const unitName = ({ name }: Pick<ToldUnit, 'name'>, language: Language): string =>
  name === '' ? say(language, 'plan.notice.for-all') : name;

/** "Planen er endret: 3 ting for Solvik kommune", also the text of the notification. */
export function noticeTitle({ notice, units, changes, programme, language }: NoticeSight): string {
  const own = units.flatMap((at) => notice.units[at] ?? []);
  const touching = new Set(own.flatMap((unit) => changesFor(changes, programme, unit)));
  const [only, ...others] = own;
  const count = touching.size;
  if (others.length > 0) {
    const { count: units, common } = toldCount(own);
    return say(language, 'plan.notice.title-several', { count, units, common });
  }
  if (!only || only.name === '') return say(language, 'plan.notice.title-all', { count });
  return say(language, 'plan.notice.title', { count, unit: only.name });
}

/** The body of the message: who changed what, for each unit its changes, and who has seen them. */
export function noticeData(sight: NoticeSight) {
  const { notice, units, changes, programme, language, told } = sight;
  const isOne = units.length === 1;
  const perUnit = isOne ? linesShown : units.length === 2 ? 3 : 2;
  const groups = units.slice(0, unitsShown).flatMap((at) => {
    const unit = notice.units[at];
    if (!unit) return [];
    const own = changesFor(changes, programme, unit);
    // One more takes no more room than saying that there is one.
    const shown = own.length === perUnit + 1 ? perUnit + 1 : perUnit;
    return {
      heading: isOne ? '' : unitName(unit, language),
      lines: own.slice(0, shown).map((change) => ({ text: changeLine(change, { language, today: told }) })),
      more: own.length > shown ? say(language, 'plan.notice.more', { count: own.length - shown }) : '',
      seen: seenText(unit, sight),
      isLong: own.length > shown,
    };
  });
  const left = units.slice(unitsShown).flatMap((at) => notice.units[at] ?? []);
  return {
    title: noticeTitle(sight),
    of: noticeOf(sight),
    groups,
    moreUnits:
      left.length > 0
        ? say(language, 'plan.notice.more-units', {
            units: namesShown(
              left.map((unit) => unitName(unit, language)),
              language,
              3,
            ),
          })
        : '',
    isLong: left.length > 0 || groups.some(({ isLong }) => isLong),
  };
}

/** "Revisjon 4, Kari Lund, mandag 3. august kl. 09.12" */
export function noticeOf({
  notice,
  plan,
  programme,
  names,
  language,
}: Omit<NoticeSight, 'units' | 'changes' | 'told'>) {
  const revisions = plan.revisions.filter(({ number }) => number > notice.from && number <= notice.to);
  const who = [...new Set(revisions.map(({ by }) => names.get(by) ?? ''))].filter((name) => name !== '');
  const first = notice.from + 1;
  return say(language, 'plan.notice.of', {
    first,
    last: notice.to > first ? notice.to : 0,
    names: namesShown(who, language, 2),
    at: writeInstant(revisions.at(-1)?.at ?? notice.at, programme.timeZone, spoken(language)),
  });
}

/** "✓ Sett av Kari for Solvik kommune, mandag 3. august kl. 09.12": a unit answers, not only a person. */
function seenText(unit: ToldUnit, { names, language, programme }: NoticeSight): string {
  const [first] = unit.seen;
  if (!first) return '';
  const at = writeInstant(first.at, programme.timeZone, spoken(language));
  const name = names.get(first.by) ?? '';
  return unit.name === ''
    ? say(language, 'plan.notice.seen-all', { name, at })
    : say(language, 'plan.notice.seen', { name, unit: unit.name, at });
}
