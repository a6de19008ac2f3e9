import type { Arguments } from './arguments.ts';
import { RATES } from './limits.ts';
import type { Desk, Method, Methods } from './method.ts';
import { Refusal, refusalWith } from './refusal.ts';
import type { Dict } from './types.ts';
import { openModal, publishHome, pushModal, type Shown, updateModal } from './view-stack.ts';
import { wireView } from './wire.ts';

const method = (run: Method['run']): Method => ({ rate: RATES.tier4, run });

/** views.*: modals and homes (S5, S18, S19). */
export const viewMethods: Methods = {
  'views.open': method((args, desk) => {
    const { userId } = exchange(args, desk);
    return answer(openModal(desk.workspace, userId, args.all.view), desk);
  }),

  'views.push': method((args, desk) => {
    const { userId, viewId } = exchange(args, desk);
    // A push needs a press or submission in a modal that is still open.
    if (viewId === null || !desk.workspace.views.has(viewId)) throw new Refusal('not_found');
    return answer(pushModal(desk.workspace, userId, args.all.view), desk);
  }),

  'views.update': method((args, desk) => {
    const { workspace } = desk;
    const externalId = args.string('external_id');
    const view =
      externalId === undefined
        ? workspace.views.get(args.required('view_id'))
        : [...workspace.views.values()].find((each) => each.externalId === externalId);
    if (view === undefined) throw new Refusal('not_found');
    return answer(updateModal(workspace, view, args.all.view, args.string('hash')), desk);
  }),

  'views.publish': method((args, desk) => {
    const user = desk.workspace.users.get(args.required('user_id'));
    if (user === undefined || user.bot || user.deleted || user.teamId !== desk.workspace.teamId) {
      throw new Refusal('user_not_found');
    }
    return answer(publishHome(desk.workspace, user.id, args.all.view, args.string('hash')), desk);
  }),
};

function exchange(args: Arguments, { workspace }: Desk): { userId: string; viewId: string | null } {
  const trigger = workspace.exchange(args.required('trigger_id'));
  if (typeof trigger === 'string') throw new Refusal(trigger);
  return trigger;
}

function answer(shown: Shown, desk: Desk): Dict {
  if ('view' in shown) return { view: wireView(desk.workspace, shown.view) };
  throw shown.messages.length > 0 ? refusalWith(shown.error, shown.messages) : new Refusal(shown.error);
}
