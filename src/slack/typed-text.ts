/** What a person typed, as Klar reads it: entities and Slack's own links undone, each mention as `@{n}`. */
export interface Typed {
  text: string;
  /** Slack user ids, in the order of `n`. */
  users: string[];
}

/**
 * Undoes Slack's writing of a typed text (S20, S32): `&lt;` is `<`, `<https://x|y>` is `y`, `<#C1|plan>` is `#plan`,
 * and `<@U1|kari>` is `@{0}`. Klar's own mention is left out.
 */
export function readTyped(raw: string, botUser: string): Typed {
  const users: string[] = [];
  const text = raw.replace(/<([^<>]*)>/g, (whole, inner: string) => {
    const [target = '', label = ''] = inner.split('|', 2);
    if (/^@[UW][A-Z0-9]+$/.test(target)) {
      const user = target.slice(1);
      if (user === botUser) return '';
      if (!users.includes(user)) users.push(user);
      return `@{${users.indexOf(user)}}`;
    }
    if (target.startsWith('#')) return `#${label || target.slice(1)}`;
    if (target.startsWith('!')) return label || `@${target.slice(1).split('^')[0]}`;
    return /^(https?|mailto|tel):/.test(target) ? label || target.replace(/^(mailto|tel):/, '') : whole;
  });
  return { text: unescaped(text).trim(), users };
}

// `&amp;` last, so that `&amp;lt;` becomes the `&lt;` that was typed.
const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
