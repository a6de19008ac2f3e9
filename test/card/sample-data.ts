import { readFileSync } from 'node:fs';
import { pathsIn } from '#card/lacking.ts';

/** What a template is given at a name: a text, a flag, a chosen word of a property, a list of something, or more names. */
type Sample =
  | { is: 'text' }
  | { is: 'value'; value: unknown }
  | { is: 'list'; of: Sample }
  | { is: 'names'; names: Map<string, Sample> };

const execute = { type: 'Action.Execute', title: 'Knapp', verb: 'a.b', data: { id: '1' } };

/** What stands as a whole at a property, when it is not a text. */
const byProperty: Record<string, (parent: string) => unknown> = {
  actions: () => [execute, { ...execute, mode: 'secondary', associatedInputs: 'none' }],
  choices: () => [{ title: 'Valg', value: 'v' }],
  facts: () => [{ title: 'Hva', value: 'Dette' }],
  refresh: () => ({ action: execute }),
  data: () => execute.data,
  color: () => 'Good',
  size: () => 'Small',
  weight: () => 'Bolder',
  spacing: () => 'Small',
  width: () => 'stretch',
  maxLength: () => 100,
  url: () => 'https://klar.example.org/l/t/plan.png',
  mode: () => 'secondary',
  style: (parent) =>
    ({ 'Action.Execute': 'positive', 'Input.ChoiceSet': 'compact', TextBlock: 'heading' })[parent] ?? 'emphasis',
  ...Object.fromEntries(
    ['isVisible', 'isRequired', 'isMultiSelect', 'isMultiline', 'isSubtle', 'separator', 'wrap'].map((k) => [
      k,
      () => true,
    ]),
  ),
};

/**
 * Data for a template, made from what the template asks for, so that every template is tried and none is forgotten.
 * @param fill.text What stands for every text.
 * @param fill.times How many there are in each list; with 0 everything that may be empty is.
 */
export function sampleData(name: string, fill: { text: string; times: number }): Record<string, unknown> {
  const written = JSON.parse(readFileSync(new URL(`../../cards/${name}.json`, import.meta.url), 'utf8'));
  const root: Sample & { is: 'names' } = { is: 'names', names: new Map() };
  collect(written, { property: '', parent: '' }, root, root);
  return made(root, fill) as Record<string, unknown>;
}

type Names = Sample & { is: 'names' };

function collect(node: unknown, at: { property: string; parent: string }, scope: Names, root: Names): void {
  if (typeof node === 'string') {
    const whole = /^\$\{([$\w.]+)\}$/u.exec(node)?.[1];
    const value = whole === undefined ? undefined : byProperty[at.property]?.(at.parent);
    if (whole !== undefined && whole !== '$data')
      put(whole, value === undefined ? { is: 'text' } : { is: 'value', value }, scope, root);
    else for (const part of node.match(/\$\{[^}]*\}/gu) ?? []) expression(part, scope, root);
    return;
  }
  if (Array.isArray(node)) for (const one of node) collect(one, at, scope, root);
  if (node === null || typeof node !== 'object' || Array.isArray(node)) return;
  const { $data, $when, ...rest } = node as Record<string, unknown>;
  let inner = scope;
  if (typeof $data === 'string') {
    const items: Sample = JSON.stringify(rest).includes('${$data}')
      ? { is: 'text' }
      : { is: 'names', names: new Map() };
    const [path = ''] = pathsIn($data);
    const list = put(path, { is: 'list', of: items }, scope, root);
    if (list.is === 'list' && list.of.is === 'names') inner = list.of;
  }
  if (typeof $when === 'string') expression($when, inner, root);
  for (const [property, value] of Object.entries(rest)) {
    collect(value, { property, parent: String(rest.type ?? at.parent) }, inner, root);
  }
}

/** The names of an expression: what is counted is a list, what is compared with '' is a text, all else is a flag. */
function expression(text: string, scope: Names, root: Names): void {
  for (const path of pathsIn(text)) {
    const here = path.replaceAll('.', '\\.').replaceAll('$', '\\$');
    const sample: Sample = new RegExp(`count\\(${here}\\)`, 'u').test(text)
      ? { is: 'list', of: { is: 'text' } }
      : new RegExp(`${here}\\s*[!=]=\\s*'`, 'u').test(text)
        ? { is: 'text' }
        : { is: 'value', value: true };
    put(path, sample, scope, root);
  }
}

/** Notes what stands at a path. A use says more than a condition, and a loop more than a count. */
function put(path: string, sample: Sample, scope: Names, root: Names): Sample {
  const steps = path.split('.');
  let at = scope;
  if (steps[0] === '$root') {
    at = root;
    steps.shift();
  }
  const last = steps.pop() ?? '';
  for (const step of steps) {
    const next = at.names.get(step);
    if (next?.is === 'names') at = next;
    else {
      const made: Names = { is: 'names', names: new Map() };
      at.names.set(step, made);
      at = made;
    }
  }
  const known = at.names.get(last);
  const weak =
    !known ||
    known.is === 'text' ||
    (known.is === 'list' && known.of.is === 'text') ||
    (known.is === 'value' && known.value === true);
  const kept = weak && !(known?.is === 'list' && sample.is === 'text') ? sample : (known ?? sample);
  at.names.set(last, kept);
  return kept;
}

function made(sample: Sample, fill: { text: string; times: number }): unknown {
  switch (sample.is) {
    case 'text':
      return fill.text;
    case 'value':
      return fill.times === 0 && Array.isArray(sample.value) ? [] : sample.value;
    case 'list':
      return Array.from({ length: fill.times }, () => made(sample.of, fill));
    case 'names':
      return Object.fromEntries([...sample.names].map(([name, one]) => [name, made(one, fill)]));
  }
}
