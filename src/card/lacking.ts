import { Template } from 'adaptivecards-templating';

type Values = Record<string, unknown>;
/** Looks into data for what a part of a template asks for; gives the first thing that is not there. */
type Look = (scope: unknown, root: Values) => string | undefined;

const prepared = new WeakMap<object, { look: Look | undefined }>();

/**
 * The first thing that a template asks for in a condition or a loop and that the data lacks. The templating library
 * leaves such an element out without a word, so that a misspelt key would cost a card its buttons. (What a text lacks
 * stays in it as `${…}` and is found after filling.) Nothing is asked of what a false condition leaves out.
 * @param template The same object each time: what it asks for is read out of it once.
 */
export function lackingIn(template: object, data: object): string | undefined {
  let known = prepared.get(template);
  if (!known) {
    known = { look: lookOf(template) };
    prepared.set(template, known);
  }
  return known.look?.(data, data as Values);
}

/** What a part of a template asks for; undefined for one that asks for nothing, which most do. */
function lookOf(node: unknown): Look | undefined {
  if (node === null || typeof node !== 'object') return undefined;
  if (Array.isArray(node)) return inTurn(node.map(lookOf));
  const { $data, $when, ...rest } = node as Values;
  const within = whenLook($when, inTurn(Object.values(rest).map(lookOf)));
  return typeof $data === 'string' ? dataLook($data, within) : within;
}

/** An element that may have a condition. */
function whenLook($when: unknown, within: Look | undefined): Look | undefined {
  if (typeof $when !== 'string') return within;
  const find = pathsLook($when);
  const holds = conditionOf($when);
  return (scope, root) => {
    const lacking = find(scope, root);
    if (lacking !== undefined || within === undefined || !holds(scope)) return lacking;
    return within(scope, root);
  };
}

/** An element that is repeated for each item of a list, or shows one thing. */
function dataLook($data: string, within: Look | undefined): Look {
  const find = pathsLook($data);
  const last = pathsIn($data).at(-1);
  return (scope, root) => {
    const lacking = find(scope, root);
    if (lacking !== undefined || within === undefined) return lacking;
    const looped = last === undefined ? scope : valueAt(last, scope, root);
    if (!Array.isArray(looped)) return within(looped, root);
    for (const one of looped) {
      const found = within(one, root);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

function pathsLook(expression: string): Look {
  const paths = pathsIn(expression);
  return (scope, root) => paths.find((path) => valueAt(path, scope, root) === undefined);
}

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

function conditionOf(condition: string): (scope: unknown) => boolean {
  const parsed = condition.includes('$root') ? '' : Template.parseInterpolatedString(condition);
  if (typeof parsed === 'string') return () => true;
  return (scope) => Template.tryEvaluateExpression(parsed, { $root: scope }, false).value === true;
}

function inTurn(looks: readonly (Look | undefined)[]): Look | undefined {
  const all = looks.filter((look) => look !== undefined);
  if (all.length < 2) return all[0];
  return (scope, root) => {
    for (const look of all) {
      const found = look(scope, root);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}
