import { expect, test } from 'vitest';
import { startSlack } from './slack/start-slack.ts';
import { startTeams } from './teams/start-teams.ts';
import { type Moods, Trouble } from './trouble.ts';

const moods: Moods = { seed: 7, throttled: 0.1, failing: 0.05, afterApplying: 0.5 };

test('trouble by chance keeps its shares, and is the same for the same seed', () => {
  const taken = (seed: number) => {
    const trouble = new Trouble({ ...moods, seed });
    return Array.from({ length: 20_000 }, () => trouble.next());
  };
  const first = taken(7);
  const share = (kind: string) => first.filter((mood) => mood.kind === kind).length / first.length;
  expect(share('throttled')).toBeCloseTo(0.1, 1.7);
  expect(share('failing')).toBeCloseTo(0.05, 1.7);
  const failing = first.filter((mood) => mood.kind === 'failing');
  expect(failing.filter(({ afterApplying }) => afterApplying).length / failing.length).toBeCloseTo(0.5, 1);
  expect(taken(7)).toEqual(first);
  expect(taken(8)).not.toEqual(first);
});

test('a message that Slack stored and answered with a failure has arrived, and the bot was not told', async () => {
  const slack = await startSlack({
    signingSecret: 'hemmelig',
    botToken: 'xoxb-1',
    trouble: { seed: 1, throttled: 0, failing: 0.5, afterApplying: 0.5 },
  });
  const channel = slack.addChannel({ name: 'prosjekt' });
  const statuses: number[] = [];
  for (let nth = 0; nth < 40; nth += 1) {
    const answer = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-1', 'content-type': 'application/json' },
      body: JSON.stringify({ channel, text: `Melding ${nth}` }),
    });
    statuses.push(answer.status);
  }
  const told = slack.received().filter(({ isTold }) => isTold);
  const untold = slack.received().filter(({ isTold }) => !isTold);
  expect(told).toHaveLength(statuses.filter((status) => status === 200).length);
  expect(untold.length).toBeGreaterThan(0);
  expect(untold.length).toBeLessThan(statuses.filter((status) => status >= 500).length);
  expect(new Set(slack.received().map(({ fingerprint }) => fingerprint)).size).toBe(slack.received().length);
  await slack.stop();
});

test('what reached Teams is counted in its place, throttled and failed calls are not', async () => {
  const teams = await startTeams({
    appId: 'klar',
    trouble: { seed: 3, throttled: 0.3, failing: 0.2, afterApplying: 0 },
  });
  const chat = teams.personalChat(teams.person({ name: 'Kari Moe' }));
  chat.installed = true;
  const statuses: number[] = [];
  for (let nth = 0; nth < 40; nth += 1) {
    const answer = await fetch(`${teams.serviceUrl}v3/conversations/${chat.id}/activities`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', text: 'Hei' }),
    });
    statuses.push(answer.status);
    if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  }
  expect(new Set(statuses.map((status) => Math.floor(status / 100)))).toEqual(new Set([2, 4, 5]));
  expect(teams.received).toHaveLength(statuses.filter((status) => status === 201).length);
  expect(teams.received.every(({ place, isTold }) => place === chat.id && isTold)).toBe(true);
  await teams.stop();
});
