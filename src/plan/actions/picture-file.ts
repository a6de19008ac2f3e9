import { z } from 'zod';
import { isoDay, type Language, language as languageSchema } from '#calendar/when.ts';
import type { World } from '#chat/feature.ts';
import type { LinkedFile } from '#chat/links.ts';
import type { PersonId } from '#people/person.ts';
import type { Programme } from '#people/programme.ts';
import { ganttPng, ganttSvg } from '#picture/draw-gantt.ts';
import type { Link } from '#store/link.ts';
import type { Plan } from '../activity.ts';
import { chooseRows, unitsOf } from '../asking/choose-rows.ts';
import { type Filter, readFilterText } from '../asking/filter.ts';
import { type GroupedBy, groupedBy } from '../picture-groups.ts';
import { activitiesAt } from '../revisions/as-it-stood.ts';
import { type PictureAbout, pictureOf } from '../view-picture.ts';

/** The kind of a link to a picture of the plan. */
export const pictureKind = 'plan-picture';

/** What a link to a picture holds: ids and choices by which the very same picture is drawn again. */
const linked = z.object({
  by: groupedBy,
  filter: z.string(),
  part: z.union([z.literal('whole'), z.coerce.number().int().min(1)]),
  as: z.enum(['png', 'svg']),
  language: languageSchema,
  day: isoDay,
  revision: z.coerce.number().int().min(0),
});

/** As it stands in the link. */
export type PictureData = Record<keyof z.infer<typeof linked>, string>;

/** Everything a picture is drawn from, the same for the card and for the file that is made later. */
export function aboutOf({
  programme,
  plan,
  person,
  by,
  filter,
  language,
  day,
}: {
  programme: Programme;
  plan: Pick<Plan, 'activities'>;
  person: PersonId;
  by: GroupedBy;
  filter: Filter | undefined;
  language: Language;
  day: string;
}): PictureAbout {
  const rows = filter ? chooseRows(plan.activities, filter, { programme, person, today: day }) : plan.activities;
  const units = filter?.by === 'unit' ? [filter.unit] : filter?.by === 'mine' ? unitsOf(programme, person) : [];
  return { programme, rows, filter, by, units, today: day, language };
}

/** Draws the file of a link: the plan as of its revision, with the line of the day on which it was asked for. */
async function makePicture({ store }: Pick<World, 'store'>, link: Link): Promise<LinkedFile | undefined> {
  const programme = await store.programmes.get(link.programme);
  const plan = programme && (await store.plans.get(programme.id));
  const read = linked.safeParse(link.data);
  if (!plan || !read.success) return undefined;
  const { by, filter, part, as, language, day, revision } = read.data;
  // A revision that was taken back is no more; then the plan is drawn as it is.
  const activities = activitiesAt(plan, revision) ?? plan.activities;
  const wish = { by, filter: readFilterText(filter), language, day };
  const gantt = pictureOf(aboutOf({ programme, plan: { activities }, person: link.by, ...wish }));
  if (gantt.groups.length === 0) return undefined;
  return as === 'svg'
    ? { name: 'plan.svg', type: 'image/svg+xml', bytes: new TextEncoder().encode(await ganttSvg(gantt, part)) }
    : { name: 'plan.png', type: 'image/png', bytes: await ganttPng(gantt, part) };
}

/** The files of this feature's links, by their kind. */
export const pictureLinks = { [pictureKind]: makePicture };
