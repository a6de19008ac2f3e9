import { createLinkedFiles } from '#chat/linked-files.ts';
import { readLink } from '#chat/links.ts';
import { planFeature } from '#plan/feature.ts';
import { createLinkRoute } from '../../../src/http/link-route.ts';
import { createHttpServer } from '../../../src/http/server.ts';
import type { Stage } from '../stage.ts';

/**
 * The files behind a stage's links, over real HTTP.
 * @param elapsedMs By what half a minute is counted, for which a file that was made is given again.
 */
export async function openFiles(stage: Stage, elapsedMs = () => 0) {
  const silent = { info() {}, warn() {}, error() {} };
  const http = createHttpServer(silent);
  const files = createLinkedFiles({ features: [planFeature], world: () => stage.house.world, elapsedMs });
  http.app.use(createLinkRoute([files]));
  const url = await http.listen(0, '127.0.0.1');
  return {
    /** Fetches what stands behind `klar:TOKEN/NAME`. */
    get(link: string, init: RequestInit = {}): Promise<Response> {
      const read = readLink(link);
      if (!read) throw new Error(`no link: ${link}`);
      return fetch(`${url}/l/${read.token}/${read.name}`, init);
    },
    close: () => http.close(),
  };
}
