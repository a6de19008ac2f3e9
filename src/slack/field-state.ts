import { z } from 'zod';
import { fieldOf } from './field.ts';

const option = z.object({ value: z.string() });

/** A file as Slack describes it in events and file fields. */
export const slackFile = z.object({
  id: z.string().optional(),
  name: z.string().nullish(),
  mimetype: z.string().optional(),
  size: z.number().optional(),
  url_private: z.string().optional(),
  url_private_download: z.string().optional(),
});
export type SlackFile = z.infer<typeof slackFile>;

/** `state.values` by block_id and action_id (S17), as far as Klar's fields fill it. */
export const stateValues = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      type: z.string().optional(),
      value: z.string().nullish(),
      selected_option: option.nullish(),
      selected_options: z.array(option).nullish(),
      selected_date: z.string().nullish(),
      files: z.array(slackFile).nullish(),
    }),
  ),
);
export type StateValues = z.infer<typeof stateValues>;

/** What was filled in, by the input's id; several choices with commas between; what is empty is left out. */
export function filledIn(state: StateValues): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [actionId, held] of Object.values(state).flatMap((block) => Object.entries(block))) {
    const id = fieldOf(actionId);
    if (id === undefined) continue;
    const text =
      held.value ??
      held.selected_option?.value ??
      held.selected_date ??
      held.selected_options?.map((each) => each.value).join(',') ??
      '';
    if (text !== '') values[id] = text;
  }
  return values;
}

/** The files chosen in a file field. */
export const filesIn = (state: StateValues): SlackFile[] =>
  Object.values(state).flatMap((block) => Object.values(block).flatMap((held) => held.files ?? []));
