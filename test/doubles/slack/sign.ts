import { createHmac } from 'node:crypto';

/** The headers that sign a request of Slack: HMAC-SHA256 over `v0:timestamp:body` (S7). `timestamp` is in seconds. */
export function signed(body: string, secret: string, timestamp: number): Record<string, string> {
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${hash}` };
}
