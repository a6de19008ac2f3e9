import { openLowdbStore } from '#store/lowdb/open.ts';

/**
 * Run as `answer-until-killed.ts DIR KEYFILE ROUND`: eight at a time answer a poll over the store, some of them change
 * their answer, and each answer that the store has acknowledged is printed: `ready` once, then `KEY OPTION` lines.
 */
const [dir = '', secretKeyFile = '', round = ''] = process.argv.slice(2);
const store = await openLowdbStore({ dir, secretKeyFile, segmentSize: 16 });
console.log('ready');

async function answerOn(lane: number): Promise<never> {
  for (let n = 0; ; n++) {
    // Every fourth person of a lane comes back with another answer.
    const key = `person-${round}-${lane}-${n % 4 === 3 ? n - 3 : n}`;
    const option = `answer-${round}-${lane}-${n}`;
    await store.answers.change('poll', key, () => ({ next: { options: [option] }, outcome: null }));
    // In one go and at once: what is printed has been acknowledged, and what was acknowledged is soon printed.
    process.stdout.write(`${key} ${option}\n`);
  }
}
await Promise.all(Array.from({ length: 8 }, (_, lane) => answerOn(lane)));
