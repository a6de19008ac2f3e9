import { type Logger, LogLevel, webApi } from '@slack/bolt';
import type { Log } from '#chat/log.ts';
import type { SlackConfig } from '#config.ts';
import { callTimeoutMs } from './limits.ts';

/** Options of every client: one attempt a call, and a throttled one fails at once (S26), because `delivery/` does the waiting. */
export function clientOptions(config: SlackConfig, log: Log): webApi.WebClientOptions {
  return {
    ...(config.apiUrl ? { slackApiUrl: config.apiUrl } : {}),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: callTimeoutMs,
    logger: loggerFor(log),
  };
}

export const createClient = (config: SlackConfig, log: Log): webApi.WebClient =>
  new webApi.WebClient(config.botToken, clientOptions(config, log));

/** Bolt's words in Klar's log: what matters, and never a token. */
export function loggerFor(log: Log): Logger {
  const said = (words: unknown[]) =>
    words
      .map((word) => (word instanceof Error ? word.message : typeof word === 'string' ? word : ''))
      .join(' ')
      .replace(/xox[a-z]-[\w-]+|xapp-[\w-]+/g, '…');
  return {
    debug() {},
    info() {},
    // A failed call is said by whoever made it; Bolt's own warnings about it would be a second line.
    warn() {},
    error: (...words: unknown[]) => log.error({ from: 'bolt' }, said(words)),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}
