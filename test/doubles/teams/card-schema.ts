import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { type Card, isRecord } from './shapes.ts';
import type { Violation } from './state.ts';

/** The official schema of version 1.5, the highest that Teams renders (PLATFORMS T1). It lies beside the project, so a clone elsewhere may lack it. */
const SCHEMA_FILE = fileURLToPath(
  new URL('../../../../shared/schemas/adaptive-card-1.5.0.schema.json', import.meta.url),
);

/** Elements that only Teams knows: allowed on a 1.5 card, but each needs a fallback (PLATFORMS T1). */
const TEAMS_ONLY =
  /^(Chart\.\w+(\.\w+)?|Badge|Icon|CodeBlock|ProgressBar|ProgressRing|Carousel|CompoundButton|Rating|Input\.Rating)$/;

let validate: ValidateFunction | null | undefined;

/** What the official schema says against a card, one entry per finding; nothing where the schema is absent. */
export function checkAgainstSchema(card: Card): Violation[] {
  const findings: Violation[] = [];
  const plain = withoutTeamsOnly(card, findings);
  if (validate === undefined) validate = compile();
  if (validate && !validate(plain)) {
    findings.push(...describe(validate.errors ?? []).map((problem) => ({ row: 'T1', problem })));
  }
  return findings;
}

function compile(): ValidateFunction | null {
  if (!existsSync(SCHEMA_FILE)) {
    console.log(
      'Teams stand-in: the official card schema is not there, so cards are checked against our own rules only',
    );
    return null;
  }
  const { $schema: _dialect, id, ...schema } = JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'));
  const ajv = new Ajv({
    strict: false,
    validateSchema: false,
    validateFormats: false,
    allErrors: true,
    verbose: true,
    logger: false,
  });
  return ajv.compile({ ...schema, $id: id });
}

/** The card as the official schema may see it: without `msteams`, and with the fallbacks in place of what only Teams knows. */
function withoutTeamsOnly(card: Card, findings: Violation[]): Card {
  const clean = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(clean).filter((entry) => entry !== undefined);
    if (!isRecord(value)) return value;
    if (typeof value.type === 'string' && TEAMS_ONLY.test(value.type)) {
      if (value.fallback === undefined) findings.push({ row: 'T1', problem: `${value.type} has no fallback` });
      return isRecord(value.fallback) ? clean(value.fallback) : undefined;
    }
    const entries = Object.entries(value).filter(([key]) => key !== 'msteams' && key !== 'msTeams');
    return Object.fromEntries(entries.map(([key, entry]) => [key, key === 'data' ? entry : clean(entry)]));
  };
  return clean(card) as Card;
}

/**
 * The schema offers every element as an alternative, so one mistake gives an error for each of them. Kept are those of
 * the alternative whose `type` fits, deepest first.
 */
function describe(errors: readonly ErrorObject[]): string[] {
  const isTypeError = (error: ErrorObject) => error.keyword === 'enum' && error.instancePath.endsWith('/type');
  /** Whether the error's alternative is the one that the element's type names; undefined where that cannot be seen. */
  const isOfItsType = ({ parentSchema, data }: ErrorObject): boolean | undefined => {
    const types = parentSchema?.properties?.type?.enum;
    return Array.isArray(types) && isRecord(data) ? types.includes(data.type) : undefined;
  };
  const depth = (error: ErrorObject) => error.instancePath.split('/').length;
  const exact = errors.filter(isOfItsType);
  const likely = errors.filter(
    (error) => !isTypeError(error) && !['anyOf', 'allOf'].includes(error.keyword) && isOfItsType(error) === undefined,
  );
  const kept = [exact, likely, errors.filter(isTypeError)].find((some) => some.length > 0) ?? [];
  kept.sort((a, b) => depth(b) - depth(a));
  const lines = kept.map((error) =>
    isTypeError(error)
      ? `${error.instancePath} «${error.data}» is not known here`
      : `${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`,
  );
  return [...new Set(lines)].slice(0, 3);
}
