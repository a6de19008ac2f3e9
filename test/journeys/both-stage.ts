import { firstMorning, type Name } from './cast.ts';
import { slackHands } from './slack-hands.ts';
import { slackWithPeople } from './slack-stage.ts';
import { sees } from './stage.ts';
import { openTeams } from './teams-stage.ts';

/** One Klar with Teams and Slack on one store. The same people have accounts in both, with the same e-mail. */
export async function openBoth() {
  const world = await slackWithPeople(() => firstMorning.epochMilliseconds);
  const teams = await openTeams(world.environment);
  world.slack.connect({ eventsUrl: `${teams.klar.address}/slack/events` });
  const slack = slackHands(world);

  return {
    teams,
    slack,

    /** Comes to Klar in Slack, and says in Teams, where Klar knew them first, that the account in Slack is theirs, too. */
    async alsoInSlack(who: Name) {
      await slack.says(who, 'own', 'hjelp');
      const asked = await sees(teams, who, 'own', 'En konto på Slack har e-postadressen din');
      const tied = await teams.presses(who, asked, 'Ja, det er meg');
      await teams.settles();
      return { asked, tied };
    },

    async closes(): Promise<void> {
      await teams.closes();
      await world.slack.stop();
    },
  };
}
export type BothStage = Awaited<ReturnType<typeof openBoth>>;
