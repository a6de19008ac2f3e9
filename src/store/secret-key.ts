import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Secrets } from './port.ts';

const keyLength = 32;
const ivLength = 12;
const tagLength = 16;
/** Says how a secret is wrapped, should that ever change. */
const wrapping = 'v1.';

/** Thrown when the file of the secret key holds something else. */
export class SecretKeyUnreadable extends Error {
  override name = 'SecretKeyUnreadable';

  constructor(file: string) {
    super(
      `${file} does not hold a secret key of Klar (32 bytes as base64). Take it from a backup. If it is lost, remove the ` +
        'file: a new key is made, and open anonymous polls can then take no more answers.',
    );
  }
}

/**
 * The key that wraps the secrets of anonymous polls. It is made at the first start, in a file of its own that only its
 * owner can read; keep that file outside the store and out of the store's backups (DESIGN section 8). Throws
 * `SecretKeyUnreadable` when the file is there and is not a key: a new one would lock out every open anonymous poll.
 */
export async function loadSecretKey(file: string): Promise<Buffer> {
  const text = (await read(file)) ?? (await create(file));
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== keyLength) throw new SecretKeyUnreadable(file);
  return key;
}

/** Wraps with AES-256-GCM; a secret is 32 random bytes. */
export function secretsUnder(key: Buffer): Secrets {
  return {
    create() {
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const wrapped = Buffer.concat([iv, cipher.update(randomBytes(keyLength)), cipher.final()]);
      return wrapping + Buffer.concat([wrapped, cipher.getAuthTag()]).toString('base64url');
    },
    hmac(wrapped, text) {
      const secret = unwrap(key, wrapped);
      return secret && createHmac('sha256', secret).update(text).digest('hex');
    },
  };
}

function unwrap(key: Buffer, wrapped: string): Buffer | undefined {
  const bytes = Buffer.from(wrapped.slice(wrapping.length), 'base64url');
  if (!wrapped.startsWith(wrapping) || bytes.length !== ivLength + keyLength + tagLength) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivLength));
  decipher.setAuthTag(bytes.subarray(-tagLength));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(ivLength, -tagLength)), decipher.final()]);
  } catch {
    return undefined; // Wrapped with another key, or changed.
  }
}

async function read(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/**
 * Makes the key whole under another name and then gives it its own, which fails when another process was faster: so a
 * crash never leaves half a key, and two processes never use two.
 */
async function create(file: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${process.pid}.tmp`;
  const handle = await open(temporary, 'w', 0o600);
  try {
    await handle.writeFile(`${randomBytes(keyLength).toString('base64')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(temporary, file).catch((error) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await unlink(temporary);
  }
  await syncFolder(dirname(file));
  return readFile(file, 'utf8');
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
