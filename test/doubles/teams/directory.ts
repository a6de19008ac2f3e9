import { createHash } from 'node:crypto';

/** Someone with an account. `id` is the MRI, which is this bot's address of the person; `aadObjectId` is the identity (PLATFORMS X1). */
export type Person = {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly givenName: string;
  readonly surname: string;
  readonly email: string | null;
  readonly userPrincipalName: string | null;
  readonly tenantId: string;
  readonly userRole: 'user' | 'guest' | 'anonymous';
  /** As the client reports them with each activity; null when it does not. */
  readonly locale: string | null;
  readonly country: string | null;
  readonly timeZone: string | null;
};

export type Team = {
  readonly kind: 'team';
  readonly id: string;
  name: string;
  readonly aadGroupId: string;
  readonly tenantId: string;
  readonly members: Set<Person>;
  readonly channels: Channel[];
  installed: boolean;
};

/** A channel. General has no name and the team's own id (PLATFORMS T33). Private and shared channels have members and an installation of their own (T37). */
export type Channel = {
  readonly kind: 'channel';
  readonly id: string;
  name: string | null;
  readonly team: Team;
  readonly own: { readonly members: Set<Person>; installed: boolean } | null;
  deleted: boolean;
};

export type GroupChat = {
  readonly kind: 'groupChat';
  readonly id: string;
  readonly topic: string | null;
  readonly tenantId: string;
  readonly members: Set<Person>;
  installed: boolean;
};

export type PersonalChat = {
  readonly kind: 'personal';
  readonly id: string;
  readonly person: Person;
  readonly tenantId: string;
  installed: boolean;
  /** True once the bot has opened the chat by itself, which it may for members of a team that has it (PLATFORMS T27). */
  opened: boolean;
};

/** Where a message can stand. */
export type Place = Channel | GroupChat | PersonalChat;
/** Where the app can be installed. */
export type Scope = Team | GroupChat | PersonalChat;

/** Wishes for a new person. Only the name is needed; e-mail and UPN follow from it unless given (null: none, as for some guests, X2). */
export type NewPerson = {
  name: string;
  email?: string | null;
  userPrincipalName?: string | null;
  tenantId?: string;
  guest?: boolean;
  locale?: string | null;
  country?: string | null;
  timeZone?: string | null;
};

/** People, teams, chats of the stand-in, and who is where. Ids have the shapes of the real ones and are the same in each run. */
export class Directory {
  readonly people: Person[] = [];
  readonly teams: Team[] = [];
  readonly #personal = new Map<Person, PersonalChat>();
  readonly #byId = new Map<string, Person | GroupChat | PersonalChat>();
  readonly #tenantId: string;
  #count = 0;

  constructor(tenantId: string) {
    this.#tenantId = tenantId;
  }

  addPerson(wish: NewPerson): Person {
    const seed = this.#seed(wish.name);
    const words = wish.name.split(' ');
    const email = wish.email === undefined ? `${mailName(wish.name)}@example.no` : wish.email;
    const person: Person = {
      id: `29:1${hash(`mri ${seed}`, 'base64url')}`,
      aadObjectId: guid(`aad ${seed}`),
      name: wish.name,
      givenName: words[0] ?? wish.name,
      surname: words.slice(1).join(' '),
      email,
      userPrincipalName: wish.userPrincipalName === undefined ? email : wish.userPrincipalName,
      tenantId: wish.tenantId ?? this.#tenantId,
      userRole: wish.guest ? 'guest' : 'user',
      locale: wish.locale === undefined ? 'nb-NO' : wish.locale,
      country: wish.country === undefined ? 'NO' : wish.country,
      timeZone: wish.timeZone === undefined ? 'Europe/Oslo' : wish.timeZone,
    };
    this.people.push(person);
    this.#byId.set(person.id, person);
    return person;
  }

  addTeam(wish: { name: string; members: Person[]; tenantId?: string; installed?: boolean }): Team {
    const seed = this.#seed(wish.name);
    const team: Team = {
      kind: 'team',
      id: `19:${hash(`team ${seed}`, 'hex').slice(0, 32)}@thread.tacv2`,
      name: wish.name,
      aadGroupId: guid(`group ${seed}`),
      tenantId: wish.tenantId ?? this.#tenantId,
      members: new Set(wish.members),
      channels: [],
      installed: wish.installed ?? false,
    };
    team.channels.push({ kind: 'channel', id: team.id, name: null, team, own: null, deleted: false });
    this.teams.push(team);
    return team;
  }

  addChannel(team: Team, wish: { name: string; ownMembers?: Person[] }): Channel {
    const id = `19:${hash(`channel ${this.#seed(wish.name)}`, 'hex').slice(0, 32)}@thread.tacv2`;
    const own = wish.ownMembers ? { members: new Set(wish.ownMembers), installed: false } : null;
    const channel: Channel = { kind: 'channel', id, name: wish.name, team, own, deleted: false };
    team.channels.push(channel);
    return channel;
  }

  addGroupChat(wish: { topic?: string; members: Person[]; tenantId?: string; installed?: boolean }): GroupChat {
    const chat: GroupChat = {
      kind: 'groupChat',
      id: `19:${hash(`chat ${this.#seed(wish.topic ?? '')}`, 'hex').slice(0, 32)}@thread.v2`,
      topic: wish.topic ?? null,
      tenantId: wish.tenantId ?? this.#tenantId,
      members: new Set(wish.members),
      installed: wish.installed ?? false,
    };
    this.#byId.set(chat.id, chat);
    return chat;
  }

  /** The one chat of this person with the bot; the same object each time. */
  personalChat(person: Person): PersonalChat {
    const known = this.#personal.get(person);
    if (known) return known;
    const chat: PersonalChat = {
      kind: 'personal',
      id: `a:1${hash(`personal ${person.id}`, 'base64url')}`,
      person,
      tenantId: person.tenantId,
      installed: false,
      opened: false,
    };
    this.#personal.set(person, chat);
    this.#byId.set(chat.id, chat);
    return chat;
  }

  /** The place of a conversation id, with or without `;messageid=`. */
  findPlace(conversationId: string): Place | undefined {
    const id = baseId(conversationId);
    const chat = this.#byId.get(id);
    if (chat && 'kind' in chat) return chat;
    return this.teams.flatMap((team) => team.channels).find((channel) => channel.id === id && !channel.deleted);
  }

  /** The person of an MRI, an Entra object id, a UPN or an e-mail address, as the connector takes them. */
  findPerson(id: string): Person | undefined {
    const known = this.#byId.get(id);
    if (known && !('kind' in known)) return known;
    const wanted = id.toLowerCase();
    return this.people.find(
      (person) =>
        person.aadObjectId === wanted ||
        person.userPrincipalName?.toLowerCase() === wanted ||
        person.email?.toLowerCase() === wanted,
    );
  }

  #seed(name: string): string {
    this.#count += 1;
    return `${this.#tenantId} ${this.#count} ${name}`;
  }
}

/** A conversation id without the thread that `;messageid=` names. */
export function baseId(conversationId: string): string {
  return conversationId.split(';messageid=')[0] ?? conversationId;
}

/** Who can read and write in a place. */
export function membersOf(place: Place): Person[] {
  if (place.kind === 'personal') return [place.person];
  if (place.kind === 'groupChat') return [...place.members];
  return [...(place.own?.members ?? place.team.members)];
}

/** Whether the bot may write in a place: installed there, and for a private or shared channel added to it as well (PLATFORMS T37). */
export function botIsIn(place: Place): boolean {
  if (place.kind === 'personal') return place.installed || place.opened;
  if (place.kind === 'groupChat') return place.installed;
  return place.team.installed && (place.own?.installed ?? true);
}

export function tenantOf(place: Place): string {
  return place.kind === 'channel' ? place.team.tenantId : place.tenantId;
}

function hash(seed: string, encoding: 'hex' | 'base64url'): string {
  return createHash('sha256').update(seed).digest(encoding);
}

function guid(seed: string): string {
  const hex = hash(seed, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function mailName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replaceAll(/[^a-z]+/g, '.')
    .replaceAll(/^\.|\.$/g, '');
}
