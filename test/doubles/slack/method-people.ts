import { LIMITS, RATES } from './limits.ts';
import type { Desk, Methods } from './method.ts';
import { Refusal } from './refusal.ts';
import { botProfile, wireUser } from './wire.ts';

/** auth.*, bots.*, team.*, users.* and the door to Socket Mode (S8, S29). */
export const peopleMethods: Methods = {
  'auth.test': {
    rate: RATES.tier4,
    run: (_args, { workspace, baseUrl }) => ({
      url: `${baseUrl}/`,
      team: workspace.name,
      user: 'klar',
      team_id: workspace.teamId,
      user_id: workspace.botUserId,
      bot_id: workspace.botId,
      is_enterprise_install: false,
    }),
  },

  'apps.connections.open': {
    token: 'app',
    // Tier 1 on paper, but a bot that reconnects a few times is let in (S8: about ten connections an app).
    rate: RATES.tier2,
    run: (_args, { newSocketUrl }) => ({ url: newSocketUrl() }),
  },

  'bots.info': {
    scopes: ['users:read'],
    rate: RATES.tier3,
    run: (args, { workspace }) => {
      if ((args.string('bot') ?? workspace.botId) !== workspace.botId) throw new Refusal('bot_not_found');
      return { bot: botProfile(workspace) };
    },
  },

  'team.info': {
    scopes: ['team:read'],
    rate: RATES.tier3,
    run: (args, { workspace }) => {
      if ((args.string('team') ?? workspace.teamId) !== workspace.teamId) throw new Refusal('team_not_found');
      const { teamId: id, name, domain } = workspace;
      return { team: { id, name, domain, email_domain: '', icon: {} } };
    },
  },

  'users.info': {
    scopes: ['users:read'],
    rate: RATES.tier4,
    run: (args, desk) => {
      const user = desk.workspace.users.get(args.required('user'));
      if (user === undefined) throw new Refusal('user_not_found');
      return {
        user: wireUser(desk.workspace, user, { email: mayEmail(desk), locale: args.boolean('include_locale') }),
      };
    },
  },

  'users.list': {
    scopes: ['users:read'],
    rate: RATES.tier2,
    run: (args, desk) => {
      const { items, response_metadata } = args.page([...desk.workspace.users.values()], 100, LIMITS.membersPage);
      const shows = { email: mayEmail(desk), locale: args.boolean('include_locale') };
      return { members: items.map((user) => wireUser(desk.workspace, user, shows)), response_metadata };
    },
  },

  'users.lookupByEmail': {
    scopes: ['users:read.email'],
    rate: RATES.tier3,
    run: (args, { workspace }) => {
      const email = args.required('email').toLowerCase();
      const user = [...workspace.users.values()].find(
        (each) => each.email?.toLowerCase() === email && !each.deleted && each.teamId === workspace.teamId,
      );
      if (user === undefined) throw new Refusal('users_not_found');
      return { user: wireUser(workspace, user, { email: true, locale: false }) };
    },
  },
};

/** S29: the e-mail needs a scope of its own. */
function mayEmail({ scopes }: Desk): boolean {
  return scopes.has('users:read.email');
}
