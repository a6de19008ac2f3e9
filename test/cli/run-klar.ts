import { operatorRequests } from '#cli/operator-requests.ts';
import { openLowdbStore } from '#store/lowdb/open.ts';

/** Run as `run-klar.ts DIR KEYFILE`: has the data folder open and answers the operator, as a running Klar does, until it is ended. */
const [dir = '', secretKeyFile = ''] = process.argv.slice(2);
const store = await openLowdbStore({ dir, secretKeyFile });
store.serve(operatorRequests({ store, now: () => Temporal.Now.instant() }));
process.stdout.write('open\n');
process.on('SIGTERM', () => void store.close().then(() => process.exit(0)));
setInterval(() => {}, 60_000);
