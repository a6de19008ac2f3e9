import { openLowdbStore } from '#store/lowdb/open.ts';

/** Run as `hold-store.ts DIR KEYFILE`: opens the store, says how it went, and holds it until it is killed. */
const [dir = '', secretKeyFile = ''] = process.argv.slice(2);
try {
  const store = await openLowdbStore({ dir, secretKeyFile });
  store.serve(async (request) => ({ echo: request }));
  console.log('open');
  setInterval(() => {}, 60_000);
} catch (error) {
  console.log(String(error));
}
