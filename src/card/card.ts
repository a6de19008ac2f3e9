import { z } from 'zod';
import type { Language } from '#calendar/when.ts';
import type { Account } from '#people/person.ts';

/**
 * The Adaptive Card elements that Klar uses: what Teams shows (schema 1.5), `slack/` can translate to Block Kit, and
 * the page draws. To add one, teach the surfaces in the same change. All texts are plain: a card holds no markdown, and
 * each surface escapes what its platform would read as markup.
 */
const spacing = z.enum(['None', 'Small', 'Default', 'Medium', 'Large', 'ExtraLarge', 'Padding']).optional();
const common = {
  id: z.string().optional(),
  spacing,
  separator: z.boolean().optional(),
  isVisible: z.boolean().optional(),
};

/** A button: a verb and ids, nothing else (DESIGN section 4). `mode: secondary` goes into the "More" menu. */
export const executeAction = z.strictObject({
  type: z.literal('Action.Execute'),
  id: z.string().optional(),
  title: z.string().min(1).max(75),
  verb: z.string().min(1),
  data: z.record(z.string(), z.string()).optional(),
  style: z.enum(['default', 'positive', 'destructive']).optional(),
  mode: z.enum(['primary', 'secondary']).optional(),
  /** `none`: pressing does not need the inputs to be filled in (Cancel, Back). */
  associatedInputs: z.enum(['auto', 'none']).optional(),
  tooltip: z.string().optional(),
  fallback: z.unknown().optional(),
});
export type ExecuteAction = z.infer<typeof executeAction>;

export const openUrlAction = z.strictObject({
  type: z.literal('Action.OpenUrl'),
  title: z.string().min(1).max(75),
  /** A web address, or a file of Klar's own (`klar:TOKEN/NAME`, see `#chat/links.ts`), which each surface turns into one. */
  url: z.url({ protocol: /^(?:https?|klar)$/u }),
});
export const action = z.discriminatedUnion('type', [executeAction, openUrlAction]);
export type CardAction = z.infer<typeof action>;

export const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  ...common,
  text: z.string(),
  size: z.enum(['Small', 'Default', 'Medium', 'Large', 'ExtraLarge']).optional(),
  weight: z.enum(['Lighter', 'Default', 'Bolder']).optional(),
  // Not `Warning`: Teams' look writes it in yellow, which nobody can read on white.
  color: z.enum(['Default', 'Dark', 'Light', 'Accent', 'Good', 'Attention']).optional(),
  isSubtle: z.boolean().optional(),
  wrap: z.boolean().optional(),
  style: z.enum(['default', 'heading']).optional(),
  horizontalAlignment: z.enum(['Left', 'Center', 'Right']).optional(),
  fontType: z.enum(['Default', 'Monospace']).optional(),
});

const choice = z.strictObject({ title: z.string().min(1), value: z.string().min(1) });
const inputCommon = {
  id: z.string().min(1),
  label: z.string().min(1),
  isRequired: z.boolean().optional(),
  errorMessage: z.string().optional(),
  spacing,
};

export const textInput = z.strictObject({
  type: z.literal('Input.Text'),
  ...inputCommon,
  value: z.string().optional(),
  placeholder: z.string().optional(),
  isMultiline: z.boolean().optional(),
  maxLength: z.number().int().positive().optional(),
});
export const choiceInput = z.strictObject({
  type: z.literal('Input.ChoiceSet'),
  ...inputCommon,
  choices: z.array(choice).min(1),
  value: z.string().optional(),
  placeholder: z.string().optional(),
  style: z.enum(['compact', 'expanded']).optional(),
  /** The value is then the chosen values with commas between. */
  isMultiSelect: z.boolean().optional(),
  /** Long choices take several lines; otherwise the library cuts them with "…". */
  wrap: z.boolean().optional(),
});
export const dateInput = z.strictObject({
  type: z.literal('Input.Date'),
  ...inputCommon,
  value: z.string().optional(),
});

export const factSet = z.strictObject({
  type: z.literal('FactSet'),
  ...common,
  facts: z.array(z.strictObject({ title: z.string(), value: z.string() })).min(1),
});

/**
 * A picture: PNG, at most 1024 x 1024 px and 1 MB (PLATFORMS T6). `url` is a link of Klar's own (`klar:TOKEN/NAME`). Every
 * surface shows it large on a press by itself; `selectAction` opens something else instead, where the platform can.
 */
export const image = z.strictObject({
  type: z.literal('Image'),
  ...common,
  url: z.url({ protocol: /^(?:https|klar)$/u }),
  /** Says what the picture says, not that it is one. */
  altText: z.string().min(1).max(2000),
  size: z.enum(['Auto', 'Stretch', 'Small', 'Medium', 'Large']).optional(),
  horizontalAlignment: z.enum(['Left', 'Center', 'Right']).optional(),
  selectAction: openUrlAction.optional(),
});
export type Image = z.infer<typeof image>;

export interface Container extends z.infer<typeof containerShape> {
  items: Element[];
}
export interface ColumnSet extends z.infer<typeof columnSetShape> {
  columns: Column[];
}
export interface Column extends z.infer<typeof columnShape> {
  items: Element[];
}
const containerShape = z.strictObject({
  type: z.literal('Container'),
  ...common,
  style: z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']).optional(),
});
const columnShape = z.strictObject({
  type: z.literal('Column'),
  id: z.string().optional(),
  width: z.union([z.enum(['auto', 'stretch']), z.number()]).optional(),
  verticalContentAlignment: z.enum(['Top', 'Center', 'Bottom']).optional(),
});
/** Two columns at most: 320 px must do (CARDS rule 7). */
const columnSetShape = z.strictObject({ type: z.literal('ColumnSet'), ...common });
const actionSet = z.strictObject({ type: z.literal('ActionSet'), ...common, actions: z.array(action).min(1) });

export type Element =
  | z.infer<typeof textBlock>
  | z.infer<typeof textInput>
  | z.infer<typeof choiceInput>
  | z.infer<typeof dateInput>
  | z.infer<typeof factSet>
  | Image
  | z.infer<typeof actionSet>
  | Container
  | ColumnSet;

const element: z.ZodType<Element> = z.lazy(() =>
  // By its type: a plain union tries one after the other, and half of what a card costs was that.
  z.discriminatedUnion('type', [
    textBlock,
    textInput,
    choiceInput,
    dateInput,
    factSet,
    image,
    actionSet,
    containerShape.extend({ items: z.array(element) }),
    columnSetShape.extend({
      columns: z
        .array(columnShape.extend({ items: z.array(element) }))
        .min(1)
        .max(2),
    }),
  ]),
);

export const cardContent = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.string().optional(),
  version: z.literal('1.5'),
  /** What the card says without its looks, for screen readers and old clients. */
  fallbackText: z.string().optional(),
  speak: z.string().optional(),
  lang: z.string().optional(),
  /** With it, every reader can be shown a version of their own: the verb answers with it (PLATFORMS T16). */
  refresh: z.strictObject({ action: executeAction }).optional(),
  body: z.array(element).min(1),
  actions: z.array(action).optional(),
});
export type CardContent = z.infer<typeof cardContent>;

/** Somebody to be told through the platform's own mention, where they have an account there. */
export interface Mention {
  name: string;
  accounts: Account[];
}

/** A filled card, ready for any surface. */
export interface Card {
  content: CardContent;
  /** One line of plain text: the notification, and what is read aloud. */
  summary: string;
  language: Language;
  /** Title of the window when the card is a form (Slack: 24 characters). */
  title?: string;
  /**
   * Who is mentioned. The card has a TextBlock with the id `mentions` whose text is their names with ", " between; a
   * surface puts its own mentions there.
   */
  mentions?: Mention[];
}
