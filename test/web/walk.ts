import type { Rig, SeenMessage } from './rig.ts';

type Part = { [key: string]: unknown };
interface Button {
  verb: string;
  data?: Record<string, string>;
}

/** Somebody who says and presses things, one after another. `card` is what came of the last of them. */
export function createWalk(rig: Rig) {
  let as = '';
  let place = '';
  let card: SeenMessage | undefined;
  const cards = async () => (await rig.messages(as, place)).filter((message) => message.card);

  /** Does something and takes the card that came of it: a new one, or else the one that was acted on, as it now is. */
  async function act(path: 'say' | 'press', what: object): Promise<void> {
    const before = new Set((await cards()).map(({ id }) => id));
    const { status, body } = await rig.post(`/api/rehearsal/${path}`, { as, place, act: rig.act(), ...what });
    if (status !== 200 || 'notice' in body) throw new Error(`${path} ${JSON.stringify(what)}: ${JSON.stringify(body)}`);
    const after = await cards();
    card = after.findLast(({ id }) => !before.has(id)) ?? after.find(({ id }) => id === card?.id);
  }

  const walk = {
    /** From now on it is this person who acts, here. */
    go(person: string, where = `own-${person}`) {
      as = person;
      place = where;
      card = undefined;
      return walk;
    },
    say: (text: string, ...files: { name: string; text: string }[]) =>
      act('say', {
        text,
        files: files.map((file) => ({ name: file.name, base64: Buffer.from(file.text).toString('base64') })),
      }),
    /** Presses the first button of this verb on the card, with what is filled in. */
    async press(verb: string, values: Record<string, string> = {}) {
      const found = card && buttonsIn(card.card).find((button) => button.verb === verb);
      if (!found) throw new Error(`No button ${verb} on ${JSON.stringify(card?.card)}`);
      await act('press', { message: card?.id, verb, values: { ...found.data, ...values } });
    },
    /** Turns to the last card here that says this. */
    async find(text: string) {
      card = (await cards()).findLast((message) => JSON.stringify(message.card).includes(text));
      if (!card) throw new Error(`No card says ${text}`);
    },
    stands: () => ({ as, place, message: card?.id ?? '', card: card?.card ?? {} }),
  };
  return walk;
}

export type Walk = ReturnType<typeof createWalk>;

function buttonsIn(part: unknown): Button[] {
  if (Array.isArray(part)) return part.flatMap(buttonsIn);
  if (part === null || typeof part !== 'object') return [];
  const { type, verb, ...rest } = part as Part;
  const inner = Object.entries(rest).flatMap(([key, value]) =>
    key === 'fallback' || key === 'refresh' ? [] : buttonsIn(value),
  );
  return type === 'Action.Execute' ? [{ ...rest, verb: String(verb) } as Button] : inner;
}

/** The texts of a card that stand on the page as they are; people who are mentioned are drawn in another way. */
export function textsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsIn);
  if (part === null || typeof part !== 'object') return [];
  const { type, text, id, ...rest } = part as Part;
  if (type === 'TextBlock') return id === 'mentions' ? [] : [String(text)];
  return Object.values(rest).flatMap(textsIn);
}
