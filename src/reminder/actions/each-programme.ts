import type { World } from '#chat/feature.ts';

/** Runs something for some programmes, one after the other: one whose records cannot be read or saved is logged and keeps no other waiting. */
export async function eachProgramme(
  world: Pick<World, 'log'>,
  what: string,
  ids: readonly string[],
  run: (id: string) => Promise<void>,
): Promise<void> {
  for (const id of ids) {
    await run(id).catch((error: unknown) =>
      world.log.error({ err: error, programme: id }, `${what} of a programme failed`),
    );
  }
}
