import { Template } from 'adaptivecards-templating';

type Values = Record<string, unknown>;

/**
 * The first thing that a template asks for in a condition or a loop and that the data lacks. The templating library
 * leaves such an element out without a word, so that a misspelt key would cost a card its buttons. (What a text lacks
 * stays in it as `${…}` and is found after filling.) Nothing is asked of what a false condition leaves out.
 */
export function lackingIn(template: unknown, data: object): string | undefined {
  return within(template, data, data as Values);
}

function within(node: unknown, scope: unknown, root: Values): string | undefined {
  if (Array.isArray(node)) return first(node, (one) => within(one, scope, root));
  if (node === null || typeof node !== 'object') return undefined;
  const { $data, $when, ...rest } = node as Values;
  if (typeof $data === 'string') {
    const lacking = lackingPath($data, scope, root);
    if (lacking) return lacking;
    const looped = pathsIn($data).reduce<unknown>((_, path) => valueAt(path, scope, root), scope);
    const inner = { ...rest, ...($when === undefined ? {} : { $when }) };
    return first(Array.isArray(looped) ? looped : [looped], (one) => within(inner, one, root));
  }
  if (typeof $when === 'string') {
    const lacking = lackingPath($when, scope, root);
    if (lacking || !holds($when, scope)) return lacking;
  }
  return first(Object.values(rest), (one) => within(one, scope, root));
}

const lackingPath = (expression: string, scope: unknown, root: Values): string | undefined =>
  pathsIn(expression).find((path) => valueAt(path, scope, root) === undefined);

/** The names that an expression looks up: `${count(rows) > 0 && wanted.day != ''}` → `rows`, `wanted.day`. */
export function pathsIn(expression: string): string[] {
  const bare = expression.replace(/'[^']*'/gu, "''");
  const names = bare.match(/[$A-Za-z_][\w$]*(?:\.\w+)*(?![\w.]*\s*\()/gu) ?? [];
  return names.filter((name) => !['true', 'false', 'null', '$index', '$data', '$'].includes(name));
}

function valueAt(path: string, scope: unknown, root: Values): unknown {
  const [start, ...more] = path.split('.');
  const steps = start === '$root' ? more : [start ?? '', ...more];
  return steps.reduce<unknown>((at, step) => (at as Values | undefined)?.[step], start === '$root' ? root : scope);
}

const conditions = new Map<string, ReturnType<typeof Template.parseInterpolatedString>>();

function holds(condition: string, scope: unknown): boolean {
  if (condition.includes('$root')) return true;
  const parsed = conditions.get(condition) ?? Template.parseInterpolatedString(condition);
  conditions.set(condition, parsed);
  if (typeof parsed === 'string') return true;
  return Template.tryEvaluateExpression(parsed, { $root: scope }, false).value === true;
}

function first<T>(all: readonly T[], look: (one: T) => string | undefined): string | undefined {
  for (const one of all) {
    const found = look(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
