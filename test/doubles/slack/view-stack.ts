import { LIMITS } from './limits.ts';
import type { Dict, SlackView } from './types.ts';
import { isDict } from './types.ts';
import { validateView } from './validate-view.ts';
import type { Workspace } from './workspace.ts';

/** What came of showing a view: the view, or the error Slack names. */
export type Shown = { view: SlackView } | { error: string; messages: string[] };

/** Opens a modal as the new root of a person's stack. */
export function openModal(workspace: Workspace, userId: string, given: unknown): Shown {
  const refused = refuseView(workspace, given, 'modal', null);
  if (refused !== null) return refused;
  workspace.closeViews(userId, true);
  const view = workspace.makeView(userId, 'modal', given as Dict, workspace.id('V'));
  workspace.views.set(view.id, view);
  workspace.stacks.set(userId, [view.id]);
  workspace.changed();
  return { view };
}

/** Pushes a modal on top of the person's stack, which holds three (S18). */
export function pushModal(workspace: Workspace, userId: string, given: unknown): Shown {
  const stack = workspace.stacks.get(userId) ?? [];
  const below = workspace.openView(userId);
  if (below === undefined) return { error: 'not_found', messages: [] };
  if (stack.length >= LIMITS.viewStack) return { error: 'push_limit_reached', messages: [] };
  const refused = refuseView(workspace, given, 'modal', null);
  if (refused !== null) return refused;
  const view = workspace.makeView(userId, 'modal', given as Dict, workspace.id('V'));
  view.rootViewId = below.rootViewId;
  view.previousViewId = below.id;
  workspace.views.set(view.id, view);
  stack.push(view.id);
  workspace.changed();
  return { view };
}

/** Replaces a modal in place; what the person typed stays where block_id and action_id stay. */
export function updateModal(workspace: Workspace, view: SlackView, given: unknown, hash?: string): Shown {
  const refused = refuseView(workspace, given, 'modal', view);
  if (refused !== null) return refused;
  if (hash !== undefined && hash !== view.hash) return { error: 'hash_conflict', messages: [] };
  const { rootViewId, previousViewId, typed } = view;
  Object.assign(view, workspace.makeView(view.userId, 'modal', given as Dict, view.id), {
    rootViewId,
    previousViewId,
    typed,
  });
  workspace.changed();
  return { view };
}

/** Publishes a person's home (S19). */
export function publishHome(workspace: Workspace, userId: string, given: unknown, hash?: string): Shown {
  const before = workspace.homes.get(userId);
  const refused = refuseView(workspace, given, 'home', before ?? null);
  if (refused !== null) return refused;
  if (hash !== undefined && before !== undefined && hash !== before.hash)
    return { error: 'hash_conflict', messages: [] };
  const view = workspace.makeView(userId, 'home', given as Dict, before?.id ?? workspace.id('V'));
  workspace.homes.set(userId, view);
  workspace.changed();
  return { view };
}

function refuseView(
  workspace: Workspace,
  given: unknown,
  type: 'modal' | 'home',
  replaces: SlackView | null,
): Shown | null {
  const problems = validateView(given, type, (id) => workspace.isPicture(id));
  if (problems.length > 0) {
    const messages = problems.map(({ pointer, message }) => `[ERROR] ${message} [json-pointer:${pointer}]`);
    return { error: 'invalid_arguments', messages };
  }
  if (Buffer.byteLength(JSON.stringify(given)) > LIMITS.viewBytes) return { error: 'view_too_large', messages: [] };
  const externalId = isDict(given) ? given.external_id : undefined;
  const taken = [...workspace.views.values(), ...workspace.homes.values()].some(
    (view) => view !== replaces && view.externalId !== '' && view.externalId === externalId,
  );
  return taken ? { error: 'duplicate_external_id', messages: [] } : null;
}
