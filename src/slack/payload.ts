import { z } from 'zod';
import { slackFile, stateValues } from './field-state.ts';

/** What Klar reads of what Slack sends (S32, S17, S18, X5). Everything else in it is left alone. */

const team = z.object({ id: z.string(), enterprise_id: z.string().nullish() });
const enterprise = z.object({ id: z.string() }).nullish();

export const commandBody = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  team_id: z.string(),
  enterprise_id: z.string().nullish(),
  channel_id: z.string(),
  channel_name: z.string().default(''),
  trigger_id: z.string(),
  response_url: z.string().optional(),
});
export type CommandBody = z.infer<typeof commandBody>;

export const eventBody = z.object({
  event_id: z.string(),
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  context_team_id: z.string().nullish(),
  context_enterprise_id: z.string().nullish(),
  authorizations: z.array(z.object({ team_id: z.string().nullish(), enterprise_id: z.string().nullish() })).default([]),
  event: z.object({
    type: z.string(),
    subtype: z.string().optional(),
    user: z.string().optional(),
    bot_id: z.string().nullish(),
    team: z.string().nullish(),
    user_team: z.string().nullish(),
    channel: z.string().optional(),
    channel_type: z.string().optional(),
    text: z.string().nullish(),
    thread_ts: z.string().optional(),
    files: z.array(slackFile).optional(),
    tab: z.string().optional(),
    inviter: z.string().optional(),
    actor_id: z.string().optional(),
    tokens: z.object({ bot: z.array(z.string()).nullish() }).optional(),
  }),
});
export type EventBody = z.infer<typeof eventBody>;

const interaction = {
  team: team.nullish(),
  enterprise,
  user: z.object({ id: z.string(), team_id: z.string().nullish() }),
};

const view = z.object({
  id: z.string(),
  hash: z.string().default(''),
  type: z.string(),
  callback_id: z.string().optional(),
  private_metadata: z.string().default(''),
  app_installed_team_id: z.string().nullish(),
  blocks: z.array(z.record(z.string(), z.unknown())).default([]),
  title: z.unknown().optional(),
  submit: z.unknown().optional(),
  close: z.unknown().optional(),
  state: z.object({ values: stateValues }).optional(),
});

export const pressBody = z.object({
  type: z.literal('block_actions'),
  ...interaction,
  trigger_id: z.string(),
  response_url: z.string().optional(),
  channel: z.object({ id: z.string(), name: z.string().default('') }).optional(),
  container: z
    .object({
      message_ts: z.string().optional(),
      is_ephemeral: z.boolean().optional(),
      thread_ts: z.string().optional(),
    })
    .default({}),
  message: z.object({ blocks: z.array(z.record(z.string(), z.unknown())).default([]) }).optional(),
  state: z.object({ values: stateValues }).optional(),
  view: view.optional(),
  actions: z.array(
    z.object({
      action_id: z.string(),
      value: z.string().optional(),
      selected_option: z.object({ value: z.string().optional() }).nullish(),
    }),
  ),
});
export type PressBody = z.infer<typeof pressBody>;

export const submitBody = z.object({
  type: z.literal('view_submission'),
  ...interaction,
  view,
});
export type SubmitBody = z.infer<typeof submitBody>;
