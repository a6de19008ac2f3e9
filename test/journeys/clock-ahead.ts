/** Loaded before Klar by `startProcess`: Klar's clock is so far from the computer's own and goes on like it. */
const ahead = { milliseconds: Number(process.env.CLOCK_AHEAD_MS) };
const now = Temporal.Now.instant;
Temporal.Now.instant = () => now().add(ahead);
