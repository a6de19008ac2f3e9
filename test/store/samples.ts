import { type Announcement, announcement } from '#announcement/announcement.ts';
import { type Person, person } from '#people/person.ts';
import { type Place, place } from '#people/place.ts';
import { type Plan, plan } from '#plan/activity.ts';
import { type Notice, notice } from '#plan/revisions/notice.ts';
import { type Poll, poll } from '#poll/poll.ts';
import { type Link, link } from '#store/link.ts';
import { type Posting, posting } from '#store/posting.ts';

/** Invented records, valid by their schemas, for tests of stores. */
export function somebody(id: string, more: Partial<Record<keyof Person, unknown>> = {}): Person {
  return person.parse({ id, name: `Person ${id}`, language: 'nb', timeZone: 'Europe/Oslo', accounts: [], ...more });
}

export function account(user: string) {
  return { surface: 'slack' as const, workspace: 'T1', user, address: {} };
}

export function somewhere(id: string, more: Partial<Record<keyof Place, unknown>> = {}): Place {
  return place.parse({ id, surface: 'slack', workspace: 'T1', kind: 'channel', key: id, language: 'sv', ...more });
}

export function somePoll(id: string, more: Partial<Record<keyof Poll, unknown>> = {}): Poll {
  return poll.parse({
    id,
    place: 'place-1',
    question: 'Är ni redo?',
    options: [
      { id: 'yes', text: 'Ja' },
      { id: 'no', text: 'Nej' },
    ],
    choice: 'single',
    anonymous: true,
    by: 'person-1',
    openedAt: '2026-08-01T08:00:00Z',
    ...more,
  });
}

export function someLink(id: string): Link {
  return link.parse({
    id,
    kind: 'plan-picture',
    programme: 'programme-1',
    by: 'person-1',
    at: '2026-08-01T08:00:00.123456789Z',
    data: { view: 'units' },
  });
}

export function somePosting(id: string, about: string, also?: string[]): Posting {
  return posting.parse({
    id,
    place: 'place-1',
    about,
    ...(also ? { also } : {}),
    language: 'sv',
    ref: { id },
    at: '2026-08-01T08:00:00Z',
  });
}

/** An announcement on its way to so many people. */
export function someAnnouncement(id: string, receivers: number): Announcement {
  return announcement.parse({
    id,
    programme: 'programme-1',
    by: 'person-1',
    madeAt: '2026-08-01T08:00:00Z',
    title: 'Nytt datum',
    text: 'Utbildningen flyttas.\n\nSäg till.',
    audience: { all: true, units: [], roles: [] },
    asks: 'read',
    urgent: false,
    reminds: true,
    state: 'sending',
    begunAt: '2026-08-01T08:00:00Z',
    receivers: Array.from({ length: receivers }, (_, n) => ({ person: `person-${n}`, units: ['nordvik'] })),
  });
}

export function someNotice(id: string): Notice {
  return notice.parse({
    id,
    programme: 'programme-1',
    from: 3,
    to: 4,
    at: '2026-08-01T08:00:00Z',
    units: [
      { unit: 'nordvik', name: 'Nordvik kommune' },
      { unit: null, name: '' },
    ],
  });
}

/** A plan with a row for each title, each a revision of its own. */
export function somePlan(id: string, titles: readonly string[]): Plan {
  const row = (title: string, at: number) => ({
    row: at + 2,
    title,
    description: '',
    kind: 'activity',
    when: { start: null, end: null, precision: 'unknown', text: '' },
    units: [],
    gate: null,
  });
  return plan.parse({
    id,
    revision: titles.length,
    activities: titles.map((title, at) => ({ ...row(title, at), id: title, state: 'planned' })),
    revisions: titles.map((title, at) => ({
      number: at + 1,
      at: '2026-08-01T08:00:00Z',
      by: 'person-1',
      kind: 'add',
      source: '',
      rows: at + 1,
      changes: [{ id: title, before: null, after: row(title, at) }],
    })),
  });
}
