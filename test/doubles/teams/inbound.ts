import { type Person, type Place, type Scope, tenantOf } from './directory.ts';
import { isRecord } from './shapes.ts';
import type { State } from './state.ts';

/** An activity as Teams sends it to the bot. */
export type InboundActivity = Record<string, unknown>;

/** The bot as people see it. */
export type BotIdentity = { readonly id: string; readonly name: string };

/** Makes the activities that Teams sends. Ids are new each time; times come from the stand-in's clock. */
export class Inbound {
  readonly #state: State;
  readonly #bot: BotIdentity;
  readonly #serviceUrl: string;
  #count = 0;

  constructor(state: State, bot: BotIdentity, serviceUrl: string) {
    this.#state = state;
    this.#bot = bot;
    this.#serviceUrl = serviceUrl;
  }

  /** What a person does in a place. `conversationId` is the thread's in channels (PLATFORMS T29, T35). */
  inPlace(by: Person, place: Place, conversationId: string, more: InboundActivity): InboundActivity {
    const tenant = { id: tenantOf(place) };
    const channelData =
      place.kind === 'channel'
        ? {
            teamsChannelId: place.id,
            teamsTeamId: place.team.id,
            channel: { id: place.id },
            team: { id: place.team.id },
            tenant,
          }
        : { tenant };
    return {
      ...this.#base(by, tenant.id),
      conversation: {
        ...(place.kind === 'personal' ? {} : { isGroup: true }),
        conversationType: place.kind,
        tenantId: tenant.id,
        id: conversationId,
        ...(place.kind === 'groupChat' && place.topic !== null ? { name: place.topic } : {}),
      },
      channelData: { ...channelData, ...(isRecord(more.channelData) ? more.channelData : {}) },
      ...(by.locale === null ? {} : { locale: by.locale }),
      ...(by.timeZone === null ? {} : { localTimezone: by.timeZone }),
      ...without(more, ['channelData', 'entities']),
      entities: [...(Array.isArray(more.entities) ? more.entities : []), this.#clientInfo(by)],
    };
  }

  /** What happens to a team or chat as a whole: installation, members, names (PLATFORMS T34). Such events carry no locale. */
  aboutScope(by: Person, scope: Scope, more: InboundActivity): InboundActivity {
    const channelData =
      scope.kind === 'team'
        ? { team: { id: scope.id, name: scope.name, aadGroupId: scope.aadGroupId }, tenant: { id: scope.tenantId } }
        : { tenant: { id: scope.tenantId } };
    return {
      ...this.#base(by, scope.tenantId),
      conversation: {
        ...(scope.kind === 'personal' ? {} : { isGroup: true }),
        conversationType: scope.kind === 'team' ? 'channel' : scope.kind,
        tenantId: scope.tenantId,
        id: scope.id,
      },
      ...without(more, ['channelData']),
      channelData: { ...channelData, ...(isRecord(more.channelData) ? more.channelData : {}) },
    };
  }

  #base(by: Person, tenantId: string): InboundActivity {
    this.#count += 1;
    const nowMs = this.#state.now();
    const zone = by.timeZone ?? 'UTC';
    const local = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone);
    return {
      id: `f:${String(this.#count).padStart(8, '0')}-stand-in`,
      timestamp: new Date(nowMs).toISOString(),
      localTimestamp: local.toString({ timeZoneName: 'never' }),
      channelId: 'msteams',
      serviceUrl: this.#serviceUrl,
      from: {
        id: by.id,
        name: by.name,
        aadObjectId: by.aadObjectId,
        // People from elsewhere in a shared channel carry their own tenant (PLATFORMS X6).
        ...(by.tenantId === tenantId ? {} : { tenantId: by.tenantId }),
      },
      recipient: { id: this.#bot.id, name: this.#bot.name },
    };
  }

  #clientInfo(by: Person): InboundActivity {
    return {
      type: 'clientInfo',
      platform: 'Web',
      ...(by.locale === null ? {} : { locale: by.locale }),
      ...(by.country === null ? {} : { country: by.country }),
      ...(by.timeZone === null ? {} : { timezone: by.timeZone }),
    };
  }
}

function without(activity: InboundActivity, keys: readonly string[]): InboundActivity {
  return Object.fromEntries(Object.entries(activity).filter(([key]) => !keys.includes(key)));
}
