import { api, type Here, type PlaceLine, type State, Unanswered } from './api.ts';
import { createBar } from './bar.ts';
import { createComposer, readFiles } from './composer.ts';
import { createConversation } from './conversation.ts';
import { byId, make } from './dom.ts';
import { setUpLibrary } from './library.ts';
import { createPlaces, placeName } from './places.ts';
import { learn, speak, text } from './texts.ts';

// The page: it asks for what it shows whenever something has changed, and keeps nothing but who one is and where.

const FIRST_COUNT = 60;

let state: State | undefined;
let me: string | undefined;
let place: string | undefined;
let count = FIRST_COUNT;
let introClosed = false;
let introShown = false;

const conversation = createConversation(
  {
    press: (message, pressed) => act((here) => api.press(here, { message, ...pressed })),
    putAway: async (message) => void (await act((here) => api.putAway(here, message))),
    sendFiles: async (message, files) => {
      const read = await readFiles(files);
      if ('problem' in read) return toast(read.problem, true);
      const done = await act((here) => api.say(here, { text: '', files: read.files }));
      if (!done) return toast(text('failed'), true);
      if (done.notice?.problem) return toast(done.notice.text, true);
      await act((here) => api.putAway(here, message));
    },
  },
  () => state?.clock.timeZone ?? 'UTC',
);
const places = createPlaces((chosen) => {
  goTo(chosen);
  byId('body').dataset.shows = 'talk';
  byId('place-name').focus();
});
const bar = createBar({
  be: (person) => be(person, place),
  move: (step) => api.move(step, document.documentElement.lang).catch(() => undefined),
  visit: (to, as) => {
    bar.closeReport();
    if (state?.places.some((one) => one.id === to)) goTo(to);
    else be(as, to);
    byId('body').dataset.shows = 'talk';
    byId('place-name').focus();
  },
});
const composer = createComposer(
  (line, files) => act((here) => api.say(here, { text: line, files })),
  () => state?.people.filter((one) => one.id !== me).map((one) => one.name) ?? [],
);

/** Does something as the chosen person in the chosen place, and shows what came of it. */
async function act<T>(run: (here: Here) => Promise<T>): Promise<T | undefined> {
  if (me === undefined || place === undefined) return undefined;
  try {
    const done = await run({ as: me, place });
    await refresh();
    const notice = (done as { notice?: { text: string; problem: boolean } } | undefined)?.notice;
    if (notice && !notice.problem) toast(notice.text, false);
    return done;
  } catch {
    return undefined;
  }
}

function be(person: string, at: string | undefined): void {
  me = person;
  place = at;
  count = FIRST_COUNT;
  remember();
  void api
    .open(person)
    .catch(() => {})
    .then(refresh);
}

function goTo(chosen: string): void {
  place = chosen;
  count = FIRST_COUNT;
  remember();
  void refresh();
}

/** In the address, so that a reload or a link leads back to the same person and place. */
function remember(): void {
  history.replaceState(
    null,
    '',
    `#${[me, place]
      .filter(Boolean)
      .map((part) => encodeURIComponent(part ?? ''))
      .join('/')}`,
  );
}

let running: Promise<void> | undefined;
let again = false;

/** Fetches and shows the newest state; asked for while it runs, it runs once more. */
function refresh(): Promise<void> {
  if (running) {
    again = true;
    return running;
  }
  running = (async () => {
    do {
      again = false;
      await show().catch((error: unknown) => {
        if (!(error instanceof Unanswered)) throw error;
        contact(false);
      });
    } while (again);
  })().finally(() => {
    running = undefined;
  });
  return running;
}

/** Somebody has gone elsewhere meanwhile: what came is not shown. */
const refreshAgain = (): void => {
  again = true;
};

async function show(): Promise<void> {
  const as = me;
  const fresh = await api.state(as);
  if (as !== me) return refreshAgain();
  state = fresh;
  const person = fresh.people.find((one) => one.id === me);
  if (speak(person?.language ?? 'nb')) bar.speak();
  document.title = text('title');
  bar.show(fresh, me);
  const here =
    fresh.places.find((one) => one.id === place) ??
    fresh.places.find((one) => one.kind === 'personal') ??
    fresh.places[0];
  if (!here || me === undefined) return;
  place = here.id;
  places.show(fresh.places, place);
  label(here);
  const key = `${me} ${place} ${person?.language}`;
  const talk = await api.messages({ as: me, place }, count);
  if (as !== me || talk.place !== place) return refreshAgain();
  conversation.show(key, talk, announce);
  showEmpty(talk.messages.length === 0);
  showIntro();
  // A newcomer begins at what this is, also where the first messages fill the window.
  if (!introClosed && !introShown) byId('scroll').scrollTop = 0;
  introShown = true;
  if (here.unread > 0 && document.visibilityState === 'visible' && inTalk()) {
    await api.read({ as: me, place });
    again = true;
  }
}

/** On a phone the list of places covers the conversation: what is behind it has not been read. */
const inTalk = (): boolean => byId('scroll').offsetParent !== null;

function label(here: PlaceLine): void {
  const name = placeName(here);
  byId('place-name').textContent = here.kind === 'personal' ? name : `# ${name}`;
  byId('place-about').textContent = text(here.kind === 'personal' ? 'own-about' : 'channel-about');
  byId('messages').setAttribute('aria-label', text('messages', { place: name }));
  byId('places-label').textContent = text('places');
  byId('back').setAttribute('aria-label', text('back'));
  byId('earlier').textContent = text('earlier');
  composer.turnTo(`${me} ${here.id}`, name);
}

function showEmpty(empty: boolean): void {
  byId('empty').hidden = !empty;
  byId('empty').replaceChildren(make('h2', {}, text('empty-title')), make('p', {}, text('empty')));
}

function showIntro(): void {
  const intro = byId('intro');
  intro.hidden = introClosed;
  intro.replaceChildren(
    make('h2', {}, text('intro-title')),
    make('p', {}, text('intro')),
    make('ol', {}, ...['intro-person', 'intro-command', 'intro-clock'].map((key) => make('li', {}, text(key)))),
    make(
      'button',
      {
        type: 'button',
        click: () => {
          introClosed = true;
          intro.hidden = true;
          sessionStorage.setItem('intro', 'closed');
          composer.focus();
        },
      },
      text('intro-close'),
    ),
  );
}

function announce(news: string): void {
  byId('announcer').textContent = news;
}

let toasting: ReturnType<typeof setTimeout> | undefined;
function toast(sentence: string, stays: boolean): void {
  const box = byId('toast');
  box.textContent = sentence;
  box.hidden = false;
  clearTimeout(toasting);
  if (!stays) toasting = setTimeout(hideToast, 6000);
}

function hideToast(): void {
  byId('toast').hidden = true;
}

let lost = false;
function contact(there: boolean): void {
  if (there === !lost) return;
  lost = !there;
  if (lost) toast(text('lost'), true);
  else {
    hideToast();
    void refresh();
  }
}

async function start(): Promise<void> {
  setUpLibrary();
  introClosed = sessionStorage.getItem('intro') === 'closed';
  learn(await api.start());
  speak('nb');
  bar.speak();
  byId('toast').addEventListener('click', hideToast);
  byId('skip').addEventListener('click', (event) => {
    // The address says who one is and where; it is not to say #box.
    event.preventDefault();
    byId('body').dataset.shows = 'talk';
    composer.focus();
  });
  byId('back').addEventListener('click', () => {
    byId('body').dataset.shows = 'places';
    document.querySelector<HTMLElement>('.place[aria-current]')?.focus();
  });
  byId('earlier').addEventListener('click', () => {
    count += FIRST_COUNT;
    void refresh();
  });
  document.addEventListener('visibilitychange', () => void refresh());
  const [person, at] = location.hash.slice(1).split('/').map(decodeURIComponent);
  const people = (await api.state(undefined)).people;
  const first = people.find((one) => one.id === person) ?? people[0];
  if (first) be(first.id, at || undefined);
  api.watch(() => void refresh(), contact);
}

void start();
