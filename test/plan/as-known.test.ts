import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unit } from '#people/programme.ts';
import { asKnown, unitsShown } from '#plan/as-known.ts';

const programme = {
  units: [
    unit.parse({ id: 't', name: 'Trondheim kommune', aliases: ['TK', 'Trondheim'] }),
    unit.parse({ id: 'r', name: 'RHF' }),
  ],
};

test.each([
  [['RHF', 'TK'], 'RHF, Trondheim kommune'],
  [['TK', 'Trondheim kommune', 'trondheim'], 'Trondheim kommune'],
  [['Ukjent', 'TK'], 'Ukjent, Trondheim kommune'],
  [[], ''],
])('%j is shown as %j', (units, shown) => expect(unitsShown(programme, { units })).toBe(shown));

test('a row that is written as the programme says is the very same, and showing it twice changes nothing', () => {
  const name = fc.constantFrom('RHF', 'TK', 'Trondheim', 'Trondheim kommune', 'Ukjent');
  fc.assert(
    fc.property(fc.array(name), (units) => {
      const shown = asKnown(programme, { units });
      expect(asKnown(programme, shown)).toBe(shown);
      expect(shown.units).not.toContain('TK');
      expect(new Set(shown.units).size).toBe(shown.units.length);
    }),
  );
});
