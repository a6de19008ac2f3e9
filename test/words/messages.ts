import { IntlMessageFormat } from 'intl-messageformat';

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** The kinds of parts of an ICU message, as the parser numbers them. */
const kinds = ['text', 'argument', 'number', 'date', 'time', 'select', 'plural', 'pound', 'tag'] as const;

/** A blank of a message: what kind it is, and for a choice the words it chooses by. */
export interface Blank {
  name: string;
  kind: (typeof kinds)[number];
  /** The cases of a select; a plural's differ from language to language. */
  cases: string[];
}

/** The blanks of an ICU message, each name once, in order of name. Throws where it is not one. */
export function blanksOf(message: string): Blank[] {
  const found = new Map<string, Blank>();
  const walk = (parts: Ast): void => {
    for (const part of parts) {
      const kind = kinds[part.type] ?? 'text';
      if (kind === 'text' || kind === 'pound' || !('value' in part)) continue;
      const options = 'options' in part ? Object.entries(part.options ?? {}) : [];
      const cases = kind === 'select' ? options.map(([word]) => word).toSorted() : [];
      const known = found.get(part.value);
      if (!known || known.kind === 'argument') found.set(part.value, { name: part.value, kind, cases });
      for (const [, option] of options) walk((option as { value: Ast }).value);
    }
  };
  walk(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst());
  return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Every way in which the choices of a message can fall out, with something in each of its blanks. */
export function fillings(blanks: readonly Blank[]): Record<string, string | number>[] {
  return blanks.reduce<Record<string, string | number>[]>(
    (all, { name, kind, cases }) => {
      const values =
        kind === 'select' ? cases : kind === 'plural' ? [0, 1, 2, 1700] : kind === 'number' ? [3] : [`<${name}>`];
      return all.flatMap((one) => values.map((value) => ({ ...one, [name]: value })));
    },
    [{}],
  );
}
