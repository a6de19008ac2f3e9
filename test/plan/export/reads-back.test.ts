import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personId } from '#people/person.ts';
import { type Programme, programmeId } from '#people/programme.ts';
import { exportFile, exportFormats } from '#plan/actions/export-file.ts';
import { readPlanFile } from '#plan/actions/import/read-file.ts';
import { readPlan } from '#plan/reading/read-plan.ts';

import { randomPlan, saysOf } from './random-plans.ts';

const programme: Programme = {
  id: programmeId.parse('p1'),
  name: 'Felles journal',
  language: 'nb',
  country: 'NO',
  timeZone: 'Europe/Oslo',
  owners: [personId.parse('kari')],
  coordinators: [],
  units: [],
};

/** The file's rows, read as an import reads them, in a programme that knows these units. */
function readBack(bytes: Uint8Array) {
  const table = readPlanFile(bytes);
  if (!table.ok) throw new Error(JSON.stringify(table.problem));
  return readPlan(table.rows, { starts: '2026-01-01', country: 'NO' });
}

describe.each(exportFormats)('a plan exported as %s', (format) => {
  test.each(['nb', 'sv', 'en'] as const)('is read back as the same plan, with its headings in %s', async (language) => {
    await fc.assert(
      fc.asyncProperty(randomPlan, async (plan) => {
        const { bytes } = await exportFile(plan, { programme, format, language, at: '2026-11-22T10:00:00Z' });
        const read = readBack(bytes);
        expect(read.refused).toEqual([]);
        expect(saysOf(read.accepted)).toEqual(saysOf(plan.activities));
        expect(read.questions).toEqual([]);
        expect(read.warnings.filter(({ problem }) => problem.code === 'other-days')).toEqual([]);
      }),
      { numRuns: format === 'xlsx' ? 60 : 150 },
    );
  });
});
