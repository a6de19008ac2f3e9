import type { Links } from '#chat/links.ts';

/** For a surface in a test without files of Klar's own. */
export const noLinks: Links = { address: () => undefined, read: async () => undefined };
