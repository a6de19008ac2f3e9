import { createHash } from 'node:crypto';
import { membersOf, type Person, type Place, type Team } from './directory.ts';
import { type Reply, refuse } from './outbound.ts';

/** Page sizes are bent into this range (PLATFORMS T32). */
const PAGE_SIZES = { min: 50, max: 500, usual: 200 };
/** The unpaged list is cut here (PLATFORMS T32). */
const MAX_UNPAGED = 10_000;

/** A person as the member calls describe them (PLATFORMS T32). What a person does not have is left out. */
function account(person: Person): Record<string, unknown> {
  return {
    id: person.id,
    aadObjectId: person.aadObjectId,
    name: person.name,
    givenName: person.givenName,
    surname: person.surname,
    ...(person.email === null ? {} : { email: person.email }),
    ...(person.userPrincipalName === null ? {} : { userPrincipalName: person.userPrincipalName }),
    tenantId: person.tenantId,
    userRole: person.userRole,
  };
}

/** The roster behind a conversation or team. The bot itself is never listed. */
export function rosterOf(place: Place | Team): Person[] {
  return place.kind === 'team' ? [...place.members] : membersOf(place);
}

/** `GET …/members`. */
export function allMembers(roster: readonly Person[]): Reply {
  return { status: 200, body: roster.slice(0, MAX_UNPAGED).map(account) };
}

/** `GET …/members/{id}`, where the id is an MRI, an Entra object id or a UPN. */
export function oneMember(roster: readonly Person[], person: Person | undefined): Reply {
  if (!person || !roster.includes(person)) {
    return refuse(404, 'MemberNotFoundInConversation', 'Member not found in conversation.');
  }
  return { status: 200, body: account(person) };
}

/** `GET …/pagedmembers`. The token is bound to its conversation; another one is refused. */
export function memberPage(
  roster: readonly Person[],
  ask: { conversationId: string; pageSize: string | undefined; token: string | undefined },
): Reply {
  const wanted = Number(ask.pageSize || PAGE_SIZES.usual);
  if (!Number.isInteger(wanted)) return refuse(400, 'BadArgument', 'pageSize is no whole number');
  const size = Math.min(PAGE_SIZES.max, Math.max(PAGE_SIZES.min, wanted));
  const start = ask.token ? readToken(ask.token, ask.conversationId) : 0;
  if (start === null) return refuse(400, 'BadArgument', 'Invalid continuation token');
  const end = start + size;
  return {
    status: 200,
    body: {
      members: roster.slice(start, end).map(account),
      ...(end < roster.length ? { continuationToken: writeToken(end, ask.conversationId) } : {}),
    },
  };
}

function writeToken(start: number, conversationId: string): string {
  return Buffer.from(`${start} ${seal(start, conversationId)}`).toString('base64');
}

function readToken(token: string, conversationId: string): number | null {
  const [start, given] = Buffer.from(token, 'base64').toString().split(' ');
  return given === seal(Number(start), conversationId) ? Number(start) : null;
}

function seal(start: number, conversationId: string): string {
  return createHash('sha256').update(`${start} ${conversationId}`).digest('hex').slice(0, 16);
}
