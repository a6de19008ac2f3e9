import { z } from 'zod';
import { language } from '#calendar/when.ts';
import { exportFile, exportFormats } from '#plan/actions/export-file.ts';
import type { Store } from '#store/port.ts';
import { programmeNamed } from './programme-named.ts';

/** `klar export`, as it is asked of the Klar that has the data folder open. */
export const exportRequest = z.object({
  do: z.literal('export'),
  /** Name or id. */
  programme: z.string(),
  format: z.enum(exportFormats),
  /** Of headings and words in the file. */
  language,
});
export type ExportRequest = z.infer<typeof exportRequest>;

/** What came of an export. */
export const exportAnswer = z.discriminatedUnion('came', [
  /** There is no such programme, or there are several of the name; the ones that exist. */
  z.object({ came: z.literal('no-programme'), known: z.array(z.object({ id: z.string(), name: z.string() })) }),
  z.object({ came: z.literal('no-plan'), programme: z.string() }),
  z.object({
    came: z.literal('made'),
    /** The file, as base64: answers go as JSON. */
    content: z.base64(),
    rows: z.int(),
    revision: z.int(),
  }),
]);
export type ExportAnswer = z.infer<typeof exportAnswer>;

/** Makes the file of a programme's plan, as it stands. */
export async function answerExport(
  { store, now }: { store: Store; now(): Temporal.Instant },
  request: ExportRequest,
): Promise<ExportAnswer> {
  const found = await programmeNamed(store, request.programme);
  if (!('programme' in found)) return { came: 'no-programme', known: found.known };
  const { programme } = found;
  const plan = await store.plans.get(programme.id);
  if (!plan || plan.activities.length === 0) return { came: 'no-plan', programme: programme.name };
  const { format, language: tongue } = request;
  const { bytes } = await exportFile(plan, { programme, format, language: tongue, at: now().toString() });
  return {
    came: 'made',
    content: Buffer.from(bytes).toString('base64'),
    rows: plan.activities.length,
    revision: plan.revision,
  };
}
