import type { EventBody } from './payload.ts';

/** Klar's own installation, as `auth.test` tells it. */
export interface Own {
  team: string;
  enterprise: string | undefined;
  /** Installed for a whole Grid organisation: then its id is the workspace of all its people and places (X1, S33). */
  wholeOrganisation: boolean;
  botUser: string;
  bot: string;
  /** Workspaces whose acts and people are admitted: the configured ones, or this one. */
  admitted: ReadonlySet<string>;
}

/** The workspace that places and Klar's own people belong to. */
export const workspaceOf = (own: Own): string =>
  own.wholeOrganisation && own.enterprise !== undefined ? own.enterprise : own.team;

/** Where something was sent from: the workspace whose installation it reached, and that of whoever acted (X5). */
export interface Origin {
  installed: (string | null | undefined)[];
  actor: (string | null | undefined)[];
}

/** The origin of any body that Slack sends, read without trusting its shape. */
export function originOf(body: Record<string, unknown>): Origin {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const at = (value: unknown, key: string) =>
    typeof value === 'object' && value !== null ? text((value as Record<string, unknown>)[key]) : undefined;
  if (body.event !== undefined) {
    const [first] = Array.isArray(body.authorizations) ? body.authorizations : [];
    const installed = text(body.context_team_id) ?? at(first, 'team_id') ?? text(body.team_id);
    const organisation = text(body.context_enterprise_id) ?? at(first, 'enterprise_id');
    return { installed: [installed, organisation], actor: actorOfEvent(body as EventBody) };
  }
  if (body.command !== undefined) {
    const ids = [text(body.team_id), text(body.enterprise_id)];
    return { installed: ids, actor: ids };
  }
  const organisation = at(body.enterprise, 'id') ?? at(body.team, 'enterprise_id');
  return {
    installed: [
      at(body.view, 'app_installed_team_id') ?? at(body.team, 'id') ?? at(body.user, 'team_id'),
      organisation,
    ],
    actor: [at(body.user, 'team_id') ?? at(body.team, 'id'), organisation],
  };
}

function actorOfEvent(body: EventBody): Origin['actor'] {
  return [body.event.user_team ?? body.event.team ?? body.team_id, body.enterprise_id];
}

/** Whether one of these workspaces or organisations is admitted. */
export const admits = (own: Own, ids: readonly (string | null | undefined)[]): boolean =>
  ids.some((id) => id !== null && id !== undefined && own.admitted.has(id));

/** The workspace of a person's account: Klar's own for its own people, their home elsewhere (X1, X4). */
export function homeOf(own: Own, actor: Origin['actor']): string {
  const [team, organisation] = actor;
  if (own.wholeOrganisation && organisation === own.enterprise) return workspaceOf(own);
  return team === undefined || team === null || team === own.team ? workspaceOf(own) : team;
}
