import type { Dict } from './types.ts';

/** A Web API method's "no": Slack answers HTTP 200 with `ok: false` and the error's name. */
export class Refusal extends Error {
  readonly body: Dict;

  constructor(error: string, more: Dict = {}) {
    super(error);
    this.body = { ok: false, error, ...more };
  }
}

/** A refusal that names what is wrong, as `invalid_blocks` and `invalid_arguments` do. */
export function refusalWith(error: string, messages: readonly string[]): Refusal {
  return new Refusal(error, { response_metadata: { messages } });
}
