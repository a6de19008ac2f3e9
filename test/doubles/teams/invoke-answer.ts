import { checkCard } from './check-card.ts';
import { ADAPTIVE_CARD, type Card, isRecord } from './shapes.ts';
import type { Violation } from './state.ts';

const TOAST = 'application/vnd.microsoft.activity.message';
const ERROR = 'application/vnd.microsoft.error';
const LOGIN = 'application/vnd.microsoft.activity.loginRequest';
const PRECONDITION = 'application/vnd.microsoft.error.preconditionFailed';

/** What a client makes of the answer to an invoke. */
export type Outcome =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'toast'; readonly text: string }
  | { readonly kind: 'error'; readonly code: string; readonly text: string }
  | { readonly kind: 'dialog'; readonly title: string; readonly card: Card }
  | { readonly kind: 'closed' }
  /** "Something went wrong": the client can do nothing with the answer (PLATFORMS T21). */
  | { readonly kind: 'failed'; readonly reason: string; readonly violations: readonly Violation[] };

type Known = { readonly isKnown: (id: string) => boolean };

/** Reads the answer to `adaptiveCard/action`: HTTP 200 with `{statusCode, type, value}` of a known type (PLATFORMS T14). */
export function readCardAnswer(status: number, body: unknown, known: Known): Outcome {
  if (status !== 200) return failed(`HTTP ${status} for an invoke`);
  if (!isRecord(body)) return failed('an invoke answered without a body');
  const { statusCode, type, value } = body;
  if (type === ADAPTIVE_CARD && statusCode === 200) return cardOutcome(value, { ...known, inDialog: false });
  if (type === TOAST && statusCode === 200 && typeof value === 'string') return { kind: 'toast', text: value };
  const isError =
    (type === ERROR && (statusCode === 400 || statusCode === 500)) ||
    (type === LOGIN && statusCode === 401) ||
    (type === PRECONDITION && statusCode === 412);
  if (isError && isRecord(value)) {
    return { kind: 'error', code: String(value.code ?? type), text: String(value.message ?? '') };
  }
  return failed(`an invoke answered with statusCode ${statusCode}, type ${type} and a value of type ${typeof value}`);
}

/** Reads the answer to `task/fetch` and `task/submit` (PLATFORMS T23). Only a submit may answer with nothing, which closes the dialog. */
export function readDialogAnswer(name: string, status: number, body: unknown, known: Known): Outcome {
  if (status !== 200) return failed(`HTTP ${status} for ${name}`);
  const task = isRecord(body) ? body.task : undefined;
  if (task === undefined || task === null) {
    return name === 'task/submit' ? { kind: 'closed' } : failed('task/fetch answered without a task');
  }
  if (isRecord(task) && task.type === 'message' && typeof task.value === 'string') {
    return { kind: 'toast', text: task.value };
  }
  const value = isRecord(task) && task.type === 'continue' && isRecord(task.value) ? task.value : null;
  const card = value && isRecord(value.card) ? value.card : null;
  if (!value || card?.contentType !== ADAPTIVE_CARD) return failed(`${name} answered with a task that is no dialog`);
  const read = cardOutcome(card.content, { ...known, inDialog: true });
  return read.kind === 'card' ? { kind: 'dialog', title: String(value.title ?? ''), card: read.card } : read;
}

function cardOutcome(card: unknown, check: Known & { inDialog: boolean }): Outcome {
  const violations = checkCard(card, check);
  if (violations.length === 0 && isRecord(card)) return { kind: 'card', card };
  const problems = violations.map(({ row, problem }) => `${row}: ${problem}`).join('; ');
  return { kind: 'failed', reason: `an invoke answered with a broken card: ${problems}`, violations };
}

function failed(reason: string): Outcome {
  return { kind: 'failed', reason, violations: [] };
}
