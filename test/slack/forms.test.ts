import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { peopleFeature } from '#people/feature.ts';
import { pollFeature } from '#poll/feature.ts';
import { readable } from '../doubles/slack/readable.ts';
import { type KlarInSlack, startKlarInSlack } from './klar-in-slack.ts';
import { trialFeature } from './trial-feature.ts';

let klar: KlarInSlack;
let trial: ReturnType<typeof trialFeature>;
let kari: string;
let project: string;

async function start(patience: { windowMs?: number; formMs?: number } = {}) {
  trial = trialFeature();
  klar = await startKlarInSlack({ features: [peopleFeature, pollFeature, trial.feature], patience });
  kari = klar.slack.addUser({ name: 'kari', realName: 'Kari Lunde' });
  project = klar.slack.addChannel({ name: 'prosjekt', members: [kari] });
}
afterEach(() => klar.stop());

const person = () => klar.slack.as(kari);
const view = () => klar.slack.openView(kari);
const inView = () => readable(view()?.blocks).join('\n');
const privately = () => klar.slack.ephemerals(kari).map((m) => readable(m.blocks).join(''));
const told = (words: string) => klar.slack.until(() => privately().some((said) => said.includes(words)));

describe('A form', () => {
  beforeEach(async () => {
    await start();
    await person().command('/klar', 'prøv', project);
    await klar.slack.until(view);
  });

  it('opens as a window with its fields, its title and its main button', () => {
    expect(view()).toMatchObject({ title: { text: 'Ny melding' }, submit: { text: 'Send' } });
    expect(inView()).toContain('Hva skjer?');
    expect(inView()).toContain('Forkast');
  });

  it('closes when it is sent off, and says to that person what was registered', async () => {
    const fields = { 'Hva skjer?': 'Kurs', 'Hvem gjelder det?': ['vestby', 'elvestad'], 'Hvilken dag?': '2026-03-09' };
    const sent = await person().submit(fields);
    expect(sent).toMatchObject({ outcome: 'closed' });
    expect(sent.ms).toBeLessThan(1000);
    await told('Lagret: {"hva":"Kurs","hvem":"vestby,elvestad","dag":"2026-03-09","utkast":"u1"}');
    expect(klar.slack.posted(project)).toEqual([]);
  });

  it('shows an error at its field, keeps what was typed, and can then be sent off', async () => {
    const refused = await person().submit({ 'Hva skjer?': 'feil', 'Hvilken dag?': '2026-03-08' });
    expect(Object.values(refused.errors)).toEqual(['Den dagen er en søndag.']);
    const [block] = Object.keys(refused.errors);
    const field = view()?.blocks.find((each) => each.block_id === block);
    expect(field).toMatchObject({ label: { text: 'Hvilken dag?' } });
    expect(await person().submit({ 'Hva skjer?': 'Kurs' })).toMatchObject({ outcome: 'closed' });
    await told('"dag":"2026-03-08"');
  });

  it('shows an error without a field at the first one', async () => {
    const refused = await person().submit({ 'Hva skjer?': 'galt' });
    expect(Object.values(refused.errors)).toEqual(['Det går ikke nå.']);
  });

  it('leads to the next form in the same window', async () => {
    expect(await person().submit({ 'Hva skjer?': 'mer' })).toMatchObject({ outcome: 'updated' });
    expect(JSON.stringify(view()?.blocks)).toContain('mer om det');
  });

  it('closes for what everyone sees, and for nothing at all', async () => {
    expect(await person().submit({ 'Hva skjer?': 'alle' })).toMatchObject({ outcome: 'closed' });
    await klar.slack.until(() => klar.slack.posted(project).length === 1);
    await person().command('/klar', 'prøv', project);
    await klar.slack.until(view);
    expect(await person().submit({ 'Hva skjer?': 'ingenting' })).toMatchObject({ outcome: 'closed' });
    await klar.slack.settled();
    expect(privately()).toEqual([]);
  });

  it('answers its other buttons in the window, with what was filled in', async () => {
    await person().pressInView('Vis først', { values: { 'Hva skjer?': 'Kurs' } });
    await klar.slack.until(() => inView().includes('Slik: Kurs'));
    await person().pressInView('Tilbake');
    await klar.slack.until(() => inView().includes('Hvem gjelder det?'));
    await person().pressInView('Forkast', { values: { 'Hva skjer?': 'Kurs' } });
    await klar.slack.until(() => inView() === 'Forkastet');
    expect(view()?.submit).toBeNull();
  });

  it('says in the window what is wrong, once, and keeps what was typed', async () => {
    for (let count = 0; count < 2; count += 1) {
      const hash = view()?.hash;
      await person().pressInView('Vis først', { values: { 'Hva skjer?': 'galt', 'Hvilken dag?': '2026-03-09' } });
      await klar.slack.until(() => view()?.hash !== hash);
    }
    expect(inView().split('Det går ikke nå.')).toHaveLength(2);
    expect(await person().submit({ 'Hva skjer?': 'Kurs' })).toMatchObject({ outcome: 'closed' });
    await told('"dag":"2026-03-09"');
  });

  it('sent off twice makes one thing: both have the same id', async () => {
    await person().submit({ 'Hva skjer?': 'Kurs' });
    await klar.slack.repeatLast();
    await klar.slack.until(() => privately().length === 2);
    const [, first, second] = trial.done;
    expect(first).toBe(second);
  });

  it('that was closed meanwhile leaves its answer in a message', async () => {
    klar.slack.failNext('views.update', { error: 'not_found' });
    await person().pressInView('Vis først', { values: { 'Hva skjer?': 'Kurs' } });
    await told('Slik: Kurs');
  });
});

describe('A form for which Slack gives no leave to open a window', () => {
  beforeEach(() => start());

  it('is offered by a button that opens it', async () => {
    await person().mention(project, 'prøv «fra en omtale» @kari');
    const offer = await klar.slack.until(() => klar.slack.ephemerals(kari)[0]);
    expect(readable(offer.blocks)).toEqual(['Ny melding', 'Skjemaet åpnes i et eget vindu.', 'Åpne skjemaet']);
    await person().press(offer, 'Åpne skjemaet');
    await klar.slack.until(view);
    expect(JSON.stringify(view()?.blocks)).toContain('«fra en omtale» @{0}');
    await person().submit({ 'Hva skjer?': 'Kurs' });
    await told('Lagret: {"hva":"Kurs"');
    expect(privately()).toHaveLength(1);
  });

  it('stands in the message itself when it has one field', async () => {
    await person().dm('prøv ett');
    const chat = klar.slack.directChat(kari);
    const message = await klar.slack.until(() => klar.slack.posted(chat)[0]);
    await person().press(message, 'Send', { values: { Fortell: 'Kurs' } });
    await klar.slack.until(() => readable(klar.slack.posted(chat)[0]?.blocks).join('').includes('"hva":"Kurs"'));
  });

  it('is offered, too, when the leave ran out on the way', async () => {
    klar.slack.failNext('views.open', { error: 'expired_trigger_id' });
    await person().command('/klar', 'prøv', project);
    const offer = await klar.slack.until(() => klar.slack.ephemerals(kari)[0]);
    await person().press(offer, 'Åpne skjemaet');
    await klar.slack.until(view);
  });
});

describe('Work that takes longer than Slack waits', () => {
  it('opens a window that says so, and puts the form into it', async () => {
    await start({ windowMs: 1 });
    const go = trial.hold();
    const { ms } = await person().command('/klar', 'prøv', project);
    expect(ms).toBeLessThan(1000);
    await klar.slack.until(() => inView() === 'Et øyeblikk …');
    go();
    await klar.slack.until(() => inView().includes('Hva skjer?'));
    expect(await person().submit({ 'Hva skjer?': 'Kurs' })).toMatchObject({ outcome: 'closed' });
    await told('Lagret: {"hva":"Kurs"');
  });

  it.each([
    ['sant', 'Det er i orden.'],
    ['si hei', 'hei | '],
    ['ingenting', 'Det er gjort.'],
    ['alle', 'Det er gjort.'],
  ])('ends in that window for «%s»', async (words, shown) => {
    await start({ windowMs: 1 });
    const go = trial.hold();
    await person().command('/klar', `prøv ${words}`, project);
    await klar.slack.until(() => inView() === 'Et øyeblikk …');
    go();
    await klar.slack.until(() => inView() === shown);
  });

  it('on a form that was sent off is told on top of it, and an error leads back to what was typed', async () => {
    await start({ formMs: 1 });
    await person().command('/klar', 'prøv', project);
    await klar.slack.until(view);
    const go = trial.hold();
    const sent = await person().submit({ 'Hva skjer?': 'feil', 'Hvilken dag?': '2026-03-08' });
    expect(sent).toMatchObject({ outcome: 'pushed' });
    expect(sent.ms).toBeLessThan(1000);
    expect(inView()).toBe('Et øyeblikk …');
    go();
    await klar.slack.until(() => inView() === 'Den dagen er en søndag.');
    await person().close();
    const again = trial.hold();
    await person().submit({ 'Hva skjer?': 'Kurs' });
    again();
    await klar.slack.until(() => inView().includes('"hva":"Kurs","hvem":"","dag":"2026-03-08"'));
    await person().close();
    expect(view()).toBeUndefined();
  });
});

describe('A poll made in Slack', () => {
  it('goes from the form by the preview to a card that everyone answers', async () => {
    await start();
    await person().command('/klar', 'avstemning', project);
    await klar.slack.until(view);
    await person().submit({
      'klar:field:question': 'Hvor står du i dag?',
      'klar:field:options': 'Er i gang\nForbereder',
    });
    expect(inView()).toContain('Hvor står du i dag?');
    await person().submit();
    const card = await klar.slack.until(() => klar.slack.posted(project)[0]);
    await person().press(card, 'Er i gang');
    await told('Er i gang');
    const [poll] = await klar.store.polls.all();
    expect(poll).toMatchObject({ question: 'Hvor står du i dag?' });
  });
});
