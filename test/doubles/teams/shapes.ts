import { z } from 'zod';

/** An Adaptive Card, an element or an action of one, as plain JSON. */
export type Card = Record<string, unknown>;

/** The content type of an Adaptive Card, as attachment and as type of an invoke's answer (PLATFORMS T14). */
export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

/** True for a JSON object, so neither null nor a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The JSON objects of a list; everything else, a missing list too, counts as none. */
export function recordsIn(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** What the connector reads of an activity that a bot posts or puts. Everything else is kept as it came. */
export const outboundActivity = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  summary: z.string().nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown().optional() })).nullish(),
  entities: z.array(z.looseObject({ type: z.string() })).nullish(),
  channelData: z.looseObject({ notification: z.looseObject({ alert: z.boolean().optional() }).optional() }).nullish(),
  replyToId: z.string().nullish(),
});
export type OutboundActivity = z.infer<typeof outboundActivity>;

/** The body of `POST /v3/conversations`: one person, or a channel with the first message of a thread (PLATFORMS T27, T29). */
export const conversationParameters = z.looseObject({
  isGroup: z.boolean().nullish(),
  members: z.array(z.looseObject({ id: z.string() })).nullish(),
  tenantId: z.string().nullish(),
  activity: outboundActivity.nullish(),
  channelData: z
    .looseObject({
      channel: z.looseObject({ id: z.string() }).optional(),
      tenant: z.looseObject({ id: z.string() }).optional(),
    })
    .nullish(),
});
