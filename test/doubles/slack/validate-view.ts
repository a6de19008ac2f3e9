import { Check, type Problem } from './check.ts';
import { LIMITS } from './limits.ts';
import { dicts, isDict } from './types.ts';
import { validateBlocks } from './validate-blocks.ts';

const COMMON = ['type', 'blocks', 'private_metadata', 'callback_id', 'external_id'];
const MODAL = [...COMMON, 'title', 'submit', 'close', 'clear_on_close', 'notify_on_close'];

/** Checks a modal or a home as `views.*` would (PLATFORMS S12, S18, S19). An empty list means that Slack would take it. */
export function validateView(view: unknown, type: 'modal' | 'home', knowsFile?: (id: string) => boolean): Problem[] {
  const check = new Check();
  const object = check.object(view, '/view', type === 'modal' ? MODAL : COMMON);
  if (!isDict(object)) return check.problems;
  if (object.type !== type) check.say('/view/type', `must be ${type}`);
  check.optionalString(object.private_metadata, '/view/private_metadata', { max: LIMITS.privateMetadata });
  check.optionalString(object.callback_id, '/view/callback_id', { max: LIMITS.idLength });
  check.optionalString(object.external_id, '/view/external_id', { max: LIMITS.idLength });
  if (type === 'modal') {
    check.text(object.title, '/view/title', { max: LIMITS.modalTitle });
    check.optionalText(object.submit, '/view/submit', { max: LIMITS.modalTitle });
    check.optionalText(object.close, '/view/close', { max: LIMITS.modalTitle });
    if (object.submit === undefined && dicts(object.blocks).some((block) => block.type === 'input')) {
      check.say('/view/submit', 'submit is required when an input block is within the blocks array');
    }
  }
  const around = { pointer: '/view/blocks', ...(knowsFile === undefined ? {} : { knowsFile }) };
  return [...check.problems, ...validateBlocks(object.blocks, type, around)];
}
