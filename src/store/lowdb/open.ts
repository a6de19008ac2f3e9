import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { acknowledgement, announcement } from '#announcement/announcement.ts';
import { checklist, sheet } from '#checklist/checklist.ts';
import { type Person, person } from '#people/person.ts';
import { type Place, place } from '#people/place.ts';
import { programme } from '#people/programme.ts';
import { plan } from '#plan/activity.ts';
import { notice } from '#plan/revisions/notice.ts';
import { poll, pollAnswer } from '#poll/poll.ts';
import { reminding } from '#reminder/reminding.ts';
import { draft } from '../draft.ts';
import { ledgerEntry } from '../ledger-entry.ts';
import { link } from '../link.ts';
import type { Store } from '../port.ts';
import { message, type Posting, posting, subjectsOf } from '../posting.ts';
import { loadSecretKey, secretsUnder } from '../secret-key.ts';
import { AuditLog } from './audit-log.ts';
import { collections } from './collections.ts';
import { Damage, type DamagedFile } from './damage.ts';
import { Folder } from './folder.ts';
import { LowdbKeyed } from './keyed.ts';
import { type Lock, lock } from './lock.ts';
import { LogTurns } from './log-turns.ts';
import { LoggedKeyed } from './logged-keyed.ts';
import { LoggedRecords } from './logged-records.ts';
import { Lookup } from './lookup.ts';
import { bringUpToDate } from './migrations.ts';
import { LowdbRecords, type Site } from './records.ts';
import { asUnusable, StoreUnusable } from './store-unusable.ts';
import { clearUnfinished } from './sweep.ts';
import { Underway } from './underway.ts';

export interface LowdbOptions {
  /** The data folder, made when missing. One process at a time. */
  dir: string;
  /** The file of the secret key, outside the data folder; made when missing (`KLAR_SECRET_KEY`). */
  secretKeyFile: string;
  /** For the time in the names of damaged files' copies; the computer's clock by default. */
  clock?: { now(): Temporal.Instant };
  /** How many entries a segment of answers or of the ledger holds before it is split; 128 by default (`bench/store.ts`). */
  segmentSize?: number;
}

export interface LowdbStore extends Store {
  /** What could not be read at the start: tell the operator. These records are read-only. */
  damaged: readonly DamagedFile[];
  /** Answers what `askRunning` asks from another process; until this is called the askers wait. */
  serve(handler: (request: unknown) => Promise<unknown>): void;
}

/**
 * Opens the default store: lowdb, one file per record, everything in memory, nothing acknowledged before it is on disk.
 * Throws `StoreInUse`, `StoreUnusable`, `UnknownStoreVersion` and `SecretKeyUnreadable`, each saying what to do.
 *
 *     const store = await openLowdbStore({ dir: config.data, secretKeyFile: config.secretKey });
 *     for (const damaged of store.damaged) log.error(damaged, 'damaged file');
 */
export async function openLowdbStore(options: LowdbOptions): Promise<LowdbStore> {
  try {
    return await openStore(options);
  } catch (error) {
    throw asUnusable(error, options.dir);
  }
}

async function openStore(options: LowdbOptions): Promise<LowdbStore> {
  const root = new Folder(resolve(options.dir));
  const keyFile = resolve(options.secretKeyFile);
  await root.make();
  await refuseKeyInside(root.path, keyFile);
  const held = await lock(root.path);
  try {
    await bringUpToDate(root);
    await Promise.all(collections.map((name) => new Folder(join(root.path, name), { parent: root }).make()));
    clearUnfinished(root.path);
    return assemble({ root, held, key: await loadSecretKey(keyFile), options });
  } catch (error) {
    await held.release();
    throw error;
  }
}

function assemble(parts: { root: Folder; held: Lock; key: Buffer; options: LowdbOptions }): LowdbStore {
  const { root, held, key, options } = parts;
  const now = options.clock?.now() ?? Temporal.Now.instant();
  const site: Site = {
    root,
    damage: new Damage(root.path, now.toString()),
    underway: new Underway(),
    logTurns: new LogTurns(),
  };
  const segmentSize = options.segmentSize ?? 128;

  const accounts = new Lookup<Person>((record) => record.accounts.map(accountKey));
  const emails = new Lookup<Person>((record) => (record.email === undefined ? [] : [record.email.toLowerCase()]));
  const keys = new Lookup<Place>((record) => [placeKey(record)]);
  const owners = new Lookup<Place>((record) => (record.person === undefined ? [] : [record.person]));
  const subjects = new Lookup<Posting>(({ about, also = [] }) => [about, ...also].flatMap(subjectsOf));
  const persons = new LowdbRecords(site, 'persons', person, { lookups: [accounts, emails] });
  const places = new LowdbRecords(site, 'places', place, { lookups: [keys, owners] });
  const postings = new LoggedRecords(site, 'postings', posting, { lookups: [subjects] });
  const answers = new LowdbKeyed(site, 'answers', pollAnswer, { segmentSize, timeless: true });
  const acknowledgements = new LowdbKeyed(site, 'acknowledgements', acknowledgement, { segmentSize, timeless: false });
  const ledger = new LoggedKeyed(site, 'ledger', ledgerEntry);

  return {
    persons: Object.assign(persons, {
      byAccount: async (account: Parameters<Store['persons']['byAccount']>[0]) =>
        (await persons.by(accounts, accountKey(account)))[0],
      byEmail: (email: string) => persons.by(emails, email.toLowerCase()),
    }),
    places: Object.assign(places, {
      byKey: async (wanted: Parameters<Store['places']['byKey']>[0]) => (await places.by(keys, placeKey(wanted)))[0],
      ofPerson: (person: string) => places.by(owners, person),
    }),
    programmes: new LowdbRecords(site, 'programmes', programme),
    plans: new LowdbRecords(site, 'plans', plan, { longLists: ['activities', 'revisions'] }),
    notices: new LowdbRecords(site, 'notices', notice),
    remindings: new LowdbRecords(site, 'remindings', reminding),
    // An anonymous poll is saved with each answer.
    polls: new LowdbRecords(site, 'polls', poll, { timeless: true }),
    checklists: new LowdbRecords(site, 'checklists', checklist),
    sheets: new LowdbRecords(site, 'sheets', sheet),
    announcements: new LowdbRecords(site, 'announcements', announcement, { longLists: ['receivers'] }),
    acknowledgements,
    drafts: new LowdbRecords(site, 'drafts', draft),
    links: new LowdbRecords(site, 'links', link),
    postings: Object.assign(postings, { byAbout: (about: string) => postings.by(subjects, about) }),
    messages: new LowdbRecords(site, 'messages', message),
    answers,
    ledger,
    audit: new AuditLog(site).port,
    secrets: secretsUnder(key),
    damaged: site.damage.found,
    serve: held.serve,
    async close() {
      await site.underway.end('The store is closed');
      await Promise.all([answers.settled(), acknowledgements.settled(), ledger.close(), postings.close()]);
      await held.release();
    },
  };
}

const accountKey = (account: { surface: string; workspace: string; user: string }) =>
  JSON.stringify([account.surface, account.workspace, account.user]);

const placeKey = (where: { surface: string; workspace: string; key: string }) =>
  JSON.stringify([where.surface, where.workspace, where.key]);

/** Whoever gets hold of the store, or of a copy of it, must not have the key as well. */
async function refuseKeyInside(dir: string, keyFile: string): Promise<void> {
  const inside = await realpath(dir);
  const key = join(await realFolder(dirname(keyFile)), basename(keyFile));
  if (key.startsWith(inside + sep)) {
    throw new StoreUnusable(
      `The secret key must be kept outside the data folder ${dir}: set KLAR_SECRET_KEY to another place`,
    );
  }
}

/** Where a folder that may not be there yet will really be. */
async function realFolder(path: string): Promise<string> {
  return realpath(path).catch(async () =>
    dirname(path) === path ? path : join(await realFolder(dirname(path)), basename(path)),
  );
}
