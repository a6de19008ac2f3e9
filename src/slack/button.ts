import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { CardAction, ExecuteAction } from '#card/card.ts';
import { isKlar } from '#chat/addressed.ts';
import { limits } from './limits.ts';
import { plainText } from './plain-text.ts';

/** What a pressed element asks for: a verb of a feature, or a line to be read as if typed again, now with a window at hand. */
export type Asked =
  | { verb: string; data: Record<string, string>; withInputs: boolean }
  | { again: string; withInputs: false }
  /** A file of Klar's own (`klar:TOKEN/NAME`), to be sent into the person's own chat. */
  | { file: string; withInputs: false };

/** Cannot be shown in Slack whatever is cut; the reason is for the log. */
export class NotForSlack extends Error {}

const value = z.union([
  z.object({ v: z.string(), d: z.record(z.string(), z.string()).default({}), n: z.literal(1).optional() }),
  z.object({ again: z.string() }),
  z.object({ file: z.string().refine(isKlar) }),
]);

/** The value of a button (S12: 2000 characters): verb and ids as JSON. */
function encoded(action: ExecuteAction): string {
  const made = JSON.stringify({
    v: action.verb,
    ...(action.data && Object.keys(action.data).length > 0 ? { d: action.data } : {}),
    ...(action.associatedInputs === 'none' ? { n: 1 } : {}),
  });
  if (made.length > limits.buttonValue) throw new NotForSlack(`button_value_too_long: ${action.verb}`);
  return made;
}

/** One button. `name` makes its action_id one of a kind within the block. */
export function buttonOf(action: CardAction, name: string): types.Button {
  const text = plainText(action.title, limits.button);
  if (action.type === 'Action.OpenUrl') {
    if (isKlar(action.url)) {
      return { type: 'button', action_id: `klar:file:${name}`, text, value: JSON.stringify({ file: action.url }) };
    }
    if (action.url.length > limits.url) throw new NotForSlack('url_too_long');
    return { type: 'button', action_id: `klar:url:${name}`, text, url: action.url };
  }
  const style = action.style === 'positive' ? 'primary' : action.style === 'destructive' ? 'danger' : undefined;
  return {
    type: 'button',
    action_id: `klar:press:${name}`,
    text,
    value: encoded(action),
    ...(style ? { style } : {}),
  };
}

/** A button that says a typed line again, so that Slack gives leave to open a window; undefined when the line is too long. */
export function againButton(line: string, title: string): types.Button | undefined {
  const made = JSON.stringify({ again: line });
  if (made.length > limits.buttonValue) return undefined;
  return { type: 'button', action_id: 'klar:again', text: plainText(title, limits.button), value: made };
}

const menuPrefix = 'klar:menu:';

/**
 * The rare buttons as a menu. An option holds 75 characters (S13), too few for a verb and ids, so that what all have in
 * common goes into the action_id (255). Undefined when they do not fit even so: then they stay buttons.
 */
export function menuOf(actions: ExecuteAction[], name: string): types.Overflow | undefined {
  const [first] = actions;
  if (!first || actions.length > limits.overflowOptions) return undefined;
  const common = Object.entries(first.data ?? {}).filter(([key, each]) => actions.every((a) => a.data?.[key] === each));
  const actionId = `${menuPrefix}${name}?${new URLSearchParams(common)}`;
  const options = actions.map((action) => {
    const own = Object.entries(action.data ?? {}).filter(([key]) => !common.some(([k]) => k === key));
    const flag = action.associatedInputs === 'none' ? '!' : '';
    return {
      text: plainText(action.title, limits.optionText),
      value: `${flag}${encodeURIComponent(action.verb)}?${new URLSearchParams(own)}`,
    };
  });
  if (actionId.length > limits.id || options.some((o) => o.value.length > limits.optionValue)) return undefined;
  return { type: 'overflow', action_id: actionId, options };
}

/** Reads what a press on a button or menu asks for; undefined for anything that is not one of Klar's. */
export function readPressed(pressed: {
  action_id: string;
  value?: string | undefined;
  selected_option?: { value?: string | undefined } | null | undefined;
}): Asked | undefined {
  const chosen = pressed.selected_option?.value;
  if (pressed.action_id.startsWith(menuPrefix) && chosen !== undefined) {
    const [verb = '', own = ''] = split(chosen);
    const [, common = ''] = split(pressed.action_id);
    const data = Object.fromEntries([...new URLSearchParams(common), ...new URLSearchParams(own)]);
    return { verb: decoded(verb.replace(/^!/, '')), data, withInputs: !verb.startsWith('!') };
  }
  if (pressed.value === undefined) return undefined;
  const read = value.safeParse(parsed(pressed.value));
  if (!read.success) return undefined;
  if ('again' in read.data) return { again: read.data.again, withInputs: false };
  if ('file' in read.data) return { file: read.data.file, withInputs: false };
  return { verb: read.data.v, data: read.data.d, withInputs: read.data.n !== 1 };
}

function split(text: string): [string, string] {
  const at = text.indexOf('?');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
