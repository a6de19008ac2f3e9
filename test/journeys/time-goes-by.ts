import type { KlarHere } from './klar.ts';

/**
 * How time goes by in a stage on a platform, which takes its time from Klar's clock.
 * @param start Starts Klar where the platform finds it.
 */
export const timeGoesBy = (klar: KlarHere, start: () => Promise<unknown>) => ({
  settles: () => klar.house.outbox.settled(),

  goesOnABit: () => klar.minutesGoBy(2),

  async goesOn(days: number) {
    for (let day = 0; day < days; day += 1) await klar.dayGoesBy();
  },

  async restarts({ awayDays = 0 }: { awayDays?: number } = {}) {
    await klar.stop();
    klar.clock.moveTo(klar.clock.now().add({ hours: 24 * awayDays }));
    await start();
    await klar.beat();
  },
});
