import type { IsoDay, Language } from '#calendar/when.ts';
import { writeInstant } from '#calendar/write-date.ts';
import { namesShown } from '#people/view.ts';
import { say, spoken } from '#words/say.ts';
import type { Activity, Plan } from './activity.ts';
import { isOver } from './standing.ts';
import { capital, haltSigns, rowData } from './view.ts';

/** Rows that are named on the card of one that waits for them. */
const mostNamed = 3;

/** How it is said who did something to a row and when. */
export interface Saying {
  today: IsoDay;
  language: Language;
  /** In which the time of what was said is told. */
  zone: string;
  /** The name of somebody by their id; undefined of whom Klar no longer knows. */
  nameOf(person: string): string | undefined;
}

/** What the card of a row needs besides the row. */
export interface AboutRow extends Saying {
  plan: Pick<Plan, 'activities' | 'revisions'>;
  /** Those who lead the programme have been told that help is needed. */
  helpIsCalled: boolean;
  /** Who of several units has answered what; see `answersText`. */
  answers?: string;
}

/** A row with everything that is known of it; what is not known is an empty text. */
export function rowCardData(activity: Activity, about: AboutRow) {
  const { language, plan } = about;
  const waiting = plan.activities.filter((a) => a.dependsOn.includes(activity.id)).length;
  const statedBy = activity.stated && about.nameOf(activity.stated.by);
  return {
    ...rowData(activity, { ...about, statedBy }),
    gate: [kindOf(activity, language), gateOf(activity, language)].filter((part) => part !== '').join(' · '),
    tags: tagsText(activity, language),
    waits: waitsText(activity, plan.activities, language),
    waiting: waiting > 0 ? say(language, 'plan.waiting-for-this', { count: waiting }) : '',
    halted: haltedText(activity, about),
    moved: movedText(activity, about.plan, about),
    changed: changedText(activity, about),
  };
}

const kindOf = ({ kind }: Activity, language: Language): string =>
  kind === 'activity' || kind === 'gate' ? '' : capital(say(language, `plan.kind.${kind}`));

function gateOf({ kind, gate }: Activity, language: Language): string {
  if (gate === null) return kind === 'gate' ? capital(say(language, 'plan.kind.gate')) : '';
  return say(language, kind === 'gate' ? 'plan.gate' : 'plan.part-of-gate', { gate });
}

/** Tags that are shown; nobody groups a row in more ways. */
const mostTags = 10;

/** "Merket: opplæring, utstyr"; empty where there are none. */
function tagsText({ tags = [] }: Activity, language: Language): string {
  return tags.length === 0 ? '' : say(language, 'plan.tags', { tags: namesShown(tags, language, mostTags) });
}

/** "Venter på dette: Visualisering deles (K3)"; empty where nothing does, or nothing that is still to come. */
export function waitingText({ id }: Activity, activities: readonly Activity[], language: Language): string {
  const rows = activities.filter((a) => a.dependsOn.includes(id) && !isOver(a));
  const named = rows.slice(0, mostNamed).map(({ title, gate }) => (gate ? `${title} (${gate})` : title));
  const more = rows.length - named.length;
  if (named.length === 0) return '';
  const list = [...named, ...(more > 0 ? [say(language, 'plan.finding-more', { count: more })] : [])];
  return say(language, 'plan.waiting-for-this-list', { rows: list.join('; ') });
}

/** "Venter på: ✓ K2 · Dybdekartlegging visualisert; Workshops" */
export function waitsText({ dependsOn, after }: Activity, activities: readonly Activity[], language: Language): string {
  const rows = activities.filter(({ id }) => dependsOn.includes(id));
  const named = rows
    .slice(0, mostNamed)
    .map(({ state, gate, title }) => `${state === 'done' ? '✓ ' : ''}${gate ? `${gate} · ` : ''}${title}`);
  const more = rows.length - named.length;
  // What was written and names no row is shown as it was written.
  const shown = rows.length > 0 ? named : (after ?? []).slice(0, mostNamed);
  if (shown.length === 0) return '';
  const list = [...shown, ...(more > 0 ? [say(language, 'plan.finding-more', { count: more })] : [])];
  return say(language, 'plan.waits-for', { rows: list.join('; ') });
}

/** "‖ Satt på pause av Kari i går kl. 09.12: leverandøren er forsinket" */
export function haltedText({ halted }: Activity, { language, zone, today, nameOf }: Saying): string {
  if (!halted) return '';
  const at = writeInstant(halted.at, zone, spoken(language), { today });
  const name = nameOf(halted.by) ?? '';
  const said = `${haltSigns[halted.as]} ${say(language, `plan.${halted.as}-by`, { name, at })}`;
  return halted.reason === '' ? said : `${said}: ${halted.reason}`;
}

/** "Flyttet av Kari i går kl. 09.12: leverandøren er forsinket", where that is the last that was done to it. */
export function movedText(activity: Activity, plan: Pick<Plan, 'revisions'>, about: Saying): string {
  const { language, zone, today, nameOf } = about;
  const revision = plan.revisions.find(({ number }) => number === activity.changedIn);
  if (revision?.kind !== 'move') return '';
  const at = writeInstant(revision.at, zone, spoken(language), { today });
  const said = say(language, 'plan.moved-by', { name: nameOf(revision.by) ?? '', at });
  return revision.reason ? `${said}: ${revision.reason}` : said;
}

/** "Rad 16 · sist endret av Kari mandag 3. august kl. 09.12" */
function changedText(activity: Activity, { plan, language, zone, today, nameOf }: AboutRow): string {
  const row = say(language, 'plan.row-number', { row: activity.row });
  const revision = plan.revisions.find(({ number }) => number === activity.changedIn);
  const name = revision && nameOf(revision.by);
  // That it was moved is said in a line of its own, with the reason.
  if (!revision || name === undefined || revision.kind === 'move') return row;
  const isNew = revision.changes?.some(({ id, before }) => id === activity.id && before === null);
  const at = writeInstant(revision.at, zone, spoken(language), { today });
  return `${row} · ${say(language, isNew ? 'plan.added-by' : 'plan.changed-by', { name, at })}`;
}
