import { type Request, Router } from 'express';
import { type ConnectorParts, gateOf, param } from './connector-gate.ts';
import { botIsIn, type Place, type Team } from './directory.ts';
import { allMembers, memberPage, oneMember, rosterOf } from './members.ts';
import { putMessage, type Reply, refuse, replaceMessage } from './outbound.ts';
import { conversationParameters, outboundActivity } from './shapes.ts';

/**
 * The connector's REST, as far as botbuilder 4.23.3 uses it, to be mounted under `/amer/v3`. Each request is written into
 * `state.calls`, then meets the failures that were ordered, the rate limits, and its handler.
 */
export function connectorRoutes(parts: ConnectorParts): Router {
  const { state, botId } = parts;
  const router = Router();

  const handle = gateOf(parts);
  /** The place of a request if the bot may use it, otherwise the refusal. */
  const placeOf = (conversationId: string): { place: Place } | { reply: Reply } => {
    const place = state.directory.findPlace(conversationId);
    if (!place) return { reply: refuse(404, 'ConversationNotFound', 'Conversation not found.') };
    if (botIsIn(place)) return { place };
    return { reply: refuse(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.') };
  };

  const create = (request: Request): Reply => {
    const parsed = conversationParameters.safeParse(request.body);
    if (!parsed.success) return refuse(400, 'BadSyntax', 'Bad format of conversation parameters.');
    const { members, channelData, activity, tenantId: tenant } = parsed.data;
    if (channelData?.channel) {
      const found = placeOf(channelData.channel.id);
      if ('reply' in found) return found.reply;
      if (found.place.kind !== 'channel') return refuse(400, 'BadArgument', 'Not a channel.');
      if (!activity) return refuse(400, 'BadArgument', 'Activity is missing.');
      const { reply, message } = putMessage(state, botId, { place: found.place, threadId: null }, activity);
      if (!message) return reply;
      return { status: 201, body: { id: message.conversationId, activityId: message.id } };
    }
    const [member, ...others] = members ?? [];
    if (!member) return refuse(400, 'BadArgument', 'Members are missing.');
    if (others.length > 0) return refuse(403, 'ForbiddenOperationException', 'A bot cannot create group chats.');
    const wantedTenant = channelData?.tenant?.id ?? tenant;
    if (!wantedTenant) return refuse(400, 'BadArgument', 'Tenant id is missing.');
    const person = state.directory.findPerson(member.id);
    const reachable = person && (state.directory.personalChat(person).installed || isInSomeTeam(person.id));
    if (!person || !reachable || person.tenantId !== wantedTenant) {
      return refuse(403, 'ForbiddenOperationException', 'The bot is not installed for this person.');
    }
    const chat = state.directory.personalChat(person);
    chat.opened = true;
    if (!activity) return { status: 201, body: { id: chat.id } };
    const { reply, message } = putMessage(state, botId, { place: chat, threadId: null }, activity);
    return message ? { status: 201, body: { id: chat.id, activityId: message.id } } : reply;
  };

  const isInSomeTeam = (personId: string) =>
    state.directory.teams.some((team) => team.installed && [...team.members].some(({ id }) => id === personId));

  const send = (request: Request): Reply => {
    const conversationId = param(request, 'conversationId');
    const found = placeOf(conversationId);
    if ('reply' in found) return found.reply;
    const parsed = outboundActivity.safeParse(request.body);
    if (!parsed.success) return refuse(400, 'BadSyntax', 'Bad format of activity.');
    // A reply to an unknown id is taken as a plain message: botbuilder makes the id up in proactive turns (PLATFORMS T31).
    const threadId = conversationId.split(';messageid=')[1] ?? null;
    if (threadId !== null && !state.find(found.place, threadId)) {
      return refuse(404, 'ConversationNotFound', 'Conversation not found.');
    }
    return putMessage(state, botId, { place: found.place, threadId }, parsed.data).reply;
  };

  /** The bot's own message that an update or deletion means. */
  const change = (request: Request, apply: (found: { place: Place; id: string }) => Reply): Reply => {
    const found = placeOf(param(request, 'conversationId'));
    return 'reply' in found ? found.reply : apply({ place: found.place, id: param(request, 'activityId') });
  };
  const ownMessage = (place: Place, id: string) => {
    const message = state.find(place, id);
    return message && !message.deleted && message.from === 'bot' ? message : null;
  };
  const missing = () =>
    refuse(404, 'ActivityNotFoundInConversation', 'The activity does not exist in the conversation.');

  const members = (request: Request, answer: (place: Place) => Reply): Reply => {
    const found = placeOf(param(request, 'conversationId'));
    return 'reply' in found ? found.reply : answer(found.place);
  };
  const team = (request: Request, answer: (team: Team) => Reply): Reply => {
    const found = placeOf(param(request, 'teamId'));
    if ('reply' in found) return found.reply;
    return found.place.kind === 'channel' && found.place.id === found.place.team.id
      ? answer(found.place.team)
      : refuse(404, 'TeamNotFound', 'Team not found.');
  };

  router.post(
    '/conversations',
    handle('create', 'write', create, (request) => createKey(request.body)),
  );
  router.post('/conversations/:conversationId/activities', handle('send', 'write', send));
  router.post('/conversations/:conversationId/activities/:activityId', handle('send', 'write', send));
  router.put(
    '/conversations/:conversationId/activities/:activityId',
    handle('update', 'write', (request) =>
      change(request, ({ place, id }) => {
        const message = ownMessage(place, id);
        const parsed = outboundActivity.safeParse(request.body);
        if (!message) return missing();
        if (!parsed.success) return refuse(400, 'BadSyntax', 'Bad format of activity.');
        return replaceMessage(state, botId, message, parsed.data);
      }),
    ),
  );
  router.delete(
    '/conversations/:conversationId/activities/:activityId',
    handle('delete', 'write', (request) =>
      change(request, ({ place, id }) => {
        const message = ownMessage(place, id);
        if (!message) return missing();
        message.deleted = true;
        return { status: 200, body: {} };
      }),
    ),
  );
  router.get(
    '/conversations/:conversationId/members',
    handle('members', 'unpagedMembers', (request) => members(request, (place) => allMembers(rosterOf(place)))),
  );
  router.get(
    '/conversations/:conversationId/members/:memberId',
    handle('members', 'read', (request) =>
      members(request, (place) => oneMember(rosterOf(place), state.directory.findPerson(param(request, 'memberId')))),
    ),
  );
  router.get(
    '/conversations/:conversationId/pagedmembers',
    handle('members', 'read', (request) =>
      members(request, (place) =>
        memberPage(rosterOf(place), {
          conversationId: place.id,
          pageSize: query(request, 'pageSize'),
          token: query(request, 'continuationToken'),
        }),
      ),
    ),
  );
  router.get(
    '/conversations/:conversationId/activities/:activityId/members',
    handle('members', 'read', (request) => members(request, (place) => allMembers(rosterOf(place)))),
  );
  const teamKey = (request: Request) => param(request, 'teamId');
  router.get(
    '/teams/:teamId',
    handle('team', 'read', (request) => team(request, teamDetails), teamKey),
  );
  router.get(
    '/teams/:teamId/conversations',
    handle('team', 'read', (request) => team(request, teamChannels), teamKey),
  );
  return router;

  /** A new conversation counts for the channel, or for the person (PLATFORMS T39). */
  function createKey(body: unknown): string {
    const parsed = conversationParameters.safeParse(body);
    if (!parsed.success) return 'unreadable';
    if (parsed.data.channelData?.channel) return parsed.data.channelData.channel.id;
    const person = state.directory.findPerson(parsed.data.members?.[0]?.id ?? '');
    return person ? state.directory.personalChat(person).id : 'nobody';
  }
}

function teamDetails(team: Team): Reply {
  const channels = team.channels.filter((channel) => !channel.deleted);
  return {
    status: 200,
    body: {
      id: team.id,
      name: team.name,
      aadGroupId: team.aadGroupId,
      tenantId: team.tenantId,
      channelCount: channels.length,
      memberCount: team.members.size,
    },
  };
}

/** Standard channels; a private or shared one only where the bot was added (PLATFORMS T37). */
function teamChannels(team: Team): Reply {
  const visible = team.channels.filter((channel) => !channel.deleted && (channel.own?.installed ?? true));
  return { status: 200, body: { conversations: visible.map(({ id, name }) => ({ id, name })) } };
}

function query(request: Request, name: string): string | undefined {
  const value = request.query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
