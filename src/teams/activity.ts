import { z } from 'zod';

const someone = z.looseObject({
  id: z.string().min(1),
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  tenantId: z.string().nullish(),
});
const named = z.looseObject({ id: z.string().min(1), name: z.string().nullish() });

/**
 * What Klar reads of an activity that Teams sends. `type` and `serviceUrl` are asked for here because botbuilder lets
 * bodies without them through its checks (PLATFORMS T46); what else is missing makes the activity one that Klar ignores.
 */
export const activity = z.looseObject({
  type: z.string().min(1),
  id: z.string().nullish(),
  /** Emulator, web chat and other channels have other checks of tokens in botbuilder; Klar takes Teams alone. */
  channelId: z.literal('msteams'),
  serviceUrl: z.url({ protocol: /^https?$/u }),
  timestamp: z.string().nullish(),
  from: someone.nullish(),
  recipient: someone.nullish(),
  conversation: z
    .looseObject({
      id: z.string().min(1),
      conversationType: z.string().nullish(),
      isGroup: z.boolean().nullish(),
      tenantId: z.string().nullish(),
      name: z.string().nullish(),
    })
    .nullish(),
  /** The authority for tenant, team and channel (T35). */
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string().min(1) }).nullish(),
      team: named.nullish(),
      channel: named.nullish(),
      eventType: z.string().nullish(),
    })
    .nullish(),
  locale: z.string().nullish(),
  localTimezone: z.string().nullish(),
  text: z.string().nullish(),
  textFormat: z.string().nullish(),
  entities: z.array(z.looseObject({ type: z.string() })).nullish(),
  attachments: z
    .array(z.looseObject({ contentType: z.string(), name: z.string().nullish(), content: z.unknown().optional() }))
    .nullish(),
  name: z.string().nullish(),
  value: z.unknown().optional(),
  replyToId: z.string().nullish(),
  action: z.string().nullish(),
  membersAdded: z.array(someone).nullish(),
  membersRemoved: z.array(someone).nullish(),
});
export type Activity = z.infer<typeof activity>;

/** An activity that somebody did somewhere. */
export type Act = Activity & {
  from: NonNullable<Activity['from']>;
  conversation: NonNullable<Activity['conversation']>;
};
export const isAct = (one: Activity): one is Act => one.from != null && one.conversation != null;

/** The conversation without the thread that `;messageid=` names: what stays the same in a channel (T29). */
export const conversationKey = (id: string): string => id.split(';messageid=')[0] ?? id;

/** Where an activity belongs in Teams. Undefined when it does not say. */
export const tenantOf = (one: Activity): string | undefined =>
  one.channelData?.tenant?.id ?? one.conversation?.tenantId ?? undefined;
