import type { Answer } from './bot-link.ts';
import type { Channel, Person, Scope, Team } from './directory.ts';
import type { InboundActivity } from './inbound.ts';
import { NOT_TOLD, perform, type Stage } from './stage.ts';

/** What a person does to teams, chats and the app in them. The bot hears of it where it is installed (PLATFORMS T34). */
export function managing(stage: Stage, by: Person) {
  const { state, bot, inbound } = stage;

  const tell = async (scope: Scope, more: InboundActivity): Promise<Answer> => {
    const { status, body } = await perform(stage, by, inbound.aboutScope(by, scope, more));
    return { status, body };
  };
  const update = (scope: Scope, eventType: string | null, more: InboundActivity, channelData: InboundActivity = {}) =>
    tell(scope, {
      type: 'conversationUpdate',
      ...more,
      channelData: { ...channelData, ...(eventType === null ? {} : { eventType }) },
    });
  /** Teams names its events only in teams; in chats the lists alone say what happened. */
  const inTeam = (scope: Scope, eventType: string) => (scope.kind === 'team' ? eventType : null);

  return {
    /** Installs the app. Two events follow: conversationUpdate and installationUpdate; `answers` has both in this order. */
    async installs(scope: Scope, action: 'add' | 'add-upgrade' = 'add'): Promise<{ answers: Answer[] }> {
      scope.installed = true;
      state.changed();
      const answers: Answer[] = [];
      if (action === 'add') {
        answers.push(await update(scope, inTeam(scope, 'teamMemberAdded'), { membersAdded: [{ id: bot.id }] }));
      }
      answers.push(await tell(scope, { type: 'installationUpdate', action }));
      return { answers };
    },

    /** Takes the app away. From then on the bot gets 403 there (PLATFORMS T41). */
    async uninstalls(scope: Scope): Promise<{ answers: Answer[] }> {
      scope.installed = false;
      if (scope.kind === 'personal') scope.opened = false;
      state.changed();
      const answers: Answer[] = [];
      if (scope.kind !== 'personal') {
        answers.push(await update(scope, inTeam(scope, 'teamMemberRemoved'), { membersRemoved: [{ id: bot.id }] }));
      }
      answers.push(await tell(scope, { type: 'installationUpdate', action: 'remove' }));
      return { answers };
    },

    /** Brings a person into a team or group chat. */
    async adds(person: Person, scope: Exclude<Scope, { kind: 'personal' }>): Promise<Answer> {
      scope.members.add(person);
      state.changed();
      const membersAdded = [{ id: person.id, aadObjectId: person.aadObjectId }];
      return scope.installed ? update(scope, inTeam(scope, 'teamMemberAdded'), { membersAdded }) : NOT_TOLD;
    },

    /** Takes a person out of a team or group chat. */
    async removes(person: Person, scope: Exclude<Scope, { kind: 'personal' }>): Promise<Answer> {
      scope.members.delete(person);
      state.changed();
      const membersRemoved = [{ id: person.id, aadObjectId: person.aadObjectId }];
      return scope.installed ? update(scope, inTeam(scope, 'teamMemberRemoved'), { membersRemoved }) : NOT_TOLD;
    },

    async createsChannel(team: Team, name: string): Promise<Answer & { channel: Channel }> {
      const channel = state.directory.addChannel(team, { name });
      state.changed();
      return { ...(await tellOfChannel(channel, 'channelCreated')), channel };
    },

    async renames(what: Channel | Team, name: string): Promise<Answer> {
      what.name = name;
      state.changed();
      if (what.kind === 'channel') return tellOfChannel(what, 'channelRenamed');
      return what.installed ? update(what, 'teamRenamed', {}) : NOT_TOLD;
    },

    /** Deletes a channel: from then on its conversations are not found. */
    async deletesChannel(channel: Channel): Promise<Answer> {
      channel.deleted = true;
      state.changed();
      return tellOfChannel(channel, 'channelDeleted');
    },

    /** Any other event of a team, such as `teamArchived` or one that nobody knows yet; changes nothing here. */
    async announces(team: Team, eventType: string): Promise<Answer> {
      return update(team, eventType, {});
    },
  };

  async function tellOfChannel(channel: Channel, eventType: string): Promise<Answer> {
    if (!channel.team.installed) return NOT_TOLD;
    return update(channel.team, eventType, {}, { channel: { id: channel.id, name: channel.name } });
  }
}
