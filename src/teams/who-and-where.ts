import type { Visitor, Where } from '#chat/port.ts';
import { type Act, conversationKey } from './activity.ts';
import type { Line, Member } from './bot-framework.ts';

/** How the conversation of an act is reached (PLATFORMS T28). */
export function lineOf(act: Act, tenant: string, appId: string): Line {
  return { serviceUrl: act.serviceUrl, tenant, bot: act.recipient?.id ?? `28:${appId}` };
}

const addressOf = (line: Line): Record<string, string> => ({
  serviceUrl: line.serviceUrl,
  tenantId: line.tenant,
  botId: line.bot,
});

/** The same from what a place or an account keeps. Undefined when it was not met in Teams. */
export function lineFrom(address: Record<string, string>): Line | undefined {
  const { serviceUrl, tenantId, botId } = address;
  return serviceUrl && tenantId && botId ? { serviceUrl, tenant: tenantId, bot: botId } : undefined;
}

/**
 * Who acts. The Entra object id is the identity, the MRI only the address of this person for this bot (X1); the
 * Playground's people and anonymous ones in meetings have the latter alone.
 */
export function visitorOf(act: Act, line: Line, known: Member | undefined): Visitor {
  const { from } = act;
  const timeZone = act.localTimezone ?? clientInfo(act, 'timezone');
  const locale = act.locale ?? clientInfo(act, 'locale');
  const name = from.name || known?.name;
  return {
    surface: 'teams',
    workspace: from.tenantId ?? line.tenant,
    user: from.aadObjectId ?? from.id,
    address: { ...addressOf(line), id: from.id },
    ...(name ? { name } : {}),
    ...emailOf(known),
    ...(locale ? { locale } : {}),
    ...(timeZone && isTimeZone(timeZone) ? { timeZone } : {}),
  };
}

/** Somebody who is mentioned, when Teams says who that is. */
export function mentionedVisitor(member: Member, line: Line): Visitor | undefined {
  const user = member.aadObjectId ?? member.objectId;
  if (!user) return undefined;
  return {
    surface: 'teams',
    workspace: member.tenantId ?? line.tenant,
    user,
    address: { ...addressOf(line), id: member.id },
    ...(member.name ? { name: member.name } : {}),
    ...emailOf(member),
  };
}

/** The address that people know; a sign-in name only where it looks like one, which those of guests do not (X2, X4). */
function emailOf(member: Member | undefined): { email?: string } {
  const email = member?.email || member?.userPrincipalName;
  return email && /^[^@\s#]+@[^@\s#]+$/u.test(email) ? { email } : {};
}

/** Where it happened: the channel, group chat or own chat, without the thread. */
export function whereOf(act: Act, line: Line, name?: string): Where {
  const key = conversationKey(act.conversation.id);
  const team = act.channelData?.team?.id;
  const said = name ?? act.channelData?.channel?.name ?? act.conversation.name;
  return {
    surface: 'teams',
    workspace: line.tenant,
    kind: kindOf(act),
    key,
    address: { ...addressOf(line), conversationId: key, ...(team ? { teamId: team } : {}) },
    ...(said ? { name: said } : {}),
  };
}

function kindOf({ conversation }: Act): Where['kind'] {
  switch (conversation.conversationType) {
    case 'channel':
      return 'channel';
    case 'groupChat':
      return 'group';
    case 'personal':
      return 'personal';
    default:
      if (conversation.id.includes('@thread.tacv2')) return 'channel';
      return conversation.isGroup ? 'group' : 'personal';
  }
}

/** What the client says of itself, where the activity's own field is empty (T35). */
function clientInfo(act: Act, key: 'locale' | 'timezone'): string | undefined {
  const info = act.entities?.find(({ type }) => type === 'clientInfo');
  const value = info?.[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
