import { readPressed } from './button.ts';
import { fieldOf } from './field.ts';
import { filledIn } from './field-state.ts';
import type { PressBody } from './payload.ts';

/**
 * The label of a required field of a message that is still empty: in messages Slack itself does not insist (S17).
 * Messages that only one person sees do not say what is in them; there the action has to notice.
 */
export function missingField(body: PressBody): string | undefined {
  const asked = body.actions.map(readPressed).find((each) => each !== undefined);
  if (!asked?.withInputs || !body.message) return undefined;
  const given = filledIn(body.state?.values ?? {});
  for (const block of body.message.blocks) {
    if (block.type !== 'input' || block.optional === true) continue;
    const field = fieldOf(String((block.element as { action_id?: unknown } | undefined)?.action_id));
    if (field !== undefined && given[field] === undefined) {
      return String((block.label as { text?: unknown } | undefined)?.text ?? '');
    }
  }
  return undefined;
}
