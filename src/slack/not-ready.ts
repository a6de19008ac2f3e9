/** Thrown when Slack refuses Klar or cannot be reached at the start: the message says what to do. */
export class SlackNotReady extends Error {
  override name = 'SlackNotReady';
}

/** What the operator is told when Slack refuses a token. @param code Slack's own word for it. */
export const tokenProblem = (key: 'KLAR_SLACK_BOT_TOKEN' | 'KLAR_SLACK_APP_TOKEN', code: string): string =>
  `Slack refuses ${key} (${code}). Copy it anew from the app's settings at https://api.slack.com/apps, then start Klar again.`;

/** What the operator is told when a start found no Slack. @param apiUrl Where it was looked for, if not at Slack's own address. */
export const notReached = (apiUrl = 'slack.com'): string =>
  `Klar could not reach Slack at ${apiUrl}. Check the network, then start Klar again.`;
