import { crc32, deflateSync } from 'node:zlib';
import type { Card, Element } from '#card/card.ts';
import type { Feature, Turn } from '#chat/feature.ts';
import { linkTo } from '#chat/links.ts';
import { programmeId } from '#people/programme.ts';

const altText = 'Planen for fire enheter: to gjøremål er forsinket.';

/** A card that holds whatever is given, as `fillCard` would make it. */
export const linkedCard = (body: Element[], actions: Card['content']['actions'] = []): Card => ({
  content: { type: 'AdaptiveCard', version: '1.5', body, ...(actions.length > 0 ? { actions } : {}) },
  summary: 'Planen som bilde',
  language: 'nb',
});

/**
 * A feature made to try links: a picture with a file and a feed beside it, in each kind of answer and as a message. Its
 * files say how often they were made; `fails` and `empties` make it fail or have nothing to show.
 */
export function linkedFeature() {
  const made: string[] = [];
  let fails = false;
  let empty = false;
  let colour = 40;

  const link = (turn: Turn, kind: string, name: string, keptDays?: number) =>
    linkTo(turn, {
      kind,
      programme: programmeId.parse('programme-1'),
      by: turn.by.id,
      data: { of: turn.place.id },
      name,
      ...(keptDays === undefined ? {} : { keptDays }),
    });

  async function card(turn: Turn): Promise<Card> {
    const [picture, file] = [
      await link(turn, 'try-picture', 'plan.png', 7),
      await link(turn, 'try-file', 'plan år.csv'),
    ];
    return linkedCard(
      [
        { type: 'TextBlock', text: 'Planen nå', wrap: true },
        { type: 'Image', url: picture, altText, size: 'Stretch' },
      ],
      [{ type: 'Action.OpenUrl', title: 'Last ned planen', url: file }],
    );
  }
  const command = (verb: string, run: Feature['commands'][number]['run']): Feature['commands'][number] => ({
    verb,
    words: { nb: [], sv: [] },
    help: 'chat.help.help',
    usage: 'chat.usage.help',
    run,
  });

  const feature: Feature = {
    commands: [
      command('picture', async (turn) => ({ show: 'private', card: await card(turn) })),
      command('picture-all', async (turn) => ({ show: 'reply', card: await card(turn) })),
      command('picture-form', async (turn) => ({ show: 'form', card: await card(turn) })),
      command('picture-post', async (turn) => {
        await turn.outbox.post(turn.place, await card(turn), { about: 'linked:one' });
        return { show: 'nothing' };
      }),
      command('feed', async (turn) => {
        const text = await link(turn, 'try-feed', 'kalender.ics');
        return { show: 'private', card: linkedCard([{ type: 'TextBlock', text }]) };
      }),
    ],
    presses: [],
    links: {
      async 'try-picture'(_world, { data }) {
        made.push(`picture of ${data.of}`);
        if (fails) throw new Error('no ink');
        return empty ? undefined : { name: 'plan.png', type: 'image/png', bytes: png(400, 200, colour) };
      },
      async 'try-file'() {
        made.push('file');
        return { name: 'plan år.csv', type: 'text/csv', bytes: new TextEncoder().encode('Tid;Aktivitet\n1/10;Kurs\n') };
      },
      async 'try-feed'() {
        made.push('feed');
        const text = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
        return { name: 'kalender.ics', type: 'text/calendar', bytes: new TextEncoder().encode(text) };
      },
      async 'try-drawing'() {
        const text = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>1</script></svg>';
        return { name: 'plan.svg', type: 'image/svg+xml', bytes: new TextEncoder().encode(text) };
      },
    },
  };
  return {
    feature,
    made,
    fail: (now: boolean) => {
      fails = now;
    },
    becomeEmpty: () => {
      empty = true;
    },
    repaint: () => {
      colour += 60;
    },
  };
}

/** A PNG of one colour with a frame, made by hand so that a test needs no library. */
export function png(width: number, height: number, grey: number): Uint8Array {
  const rows = Array.from({ length: height }, (_, y) => {
    const edge = y === 0 || y === height - 1;
    const row = Buffer.alloc(width + 1, edge ? 0 : grey);
    row[0] = 0;
    row[1] = 0;
    row[width] = 0;
    return row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
