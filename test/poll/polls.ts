import { personId } from '#people/person.ts';
import { placeId } from '#people/place.ts';
import { type Poll, pollId } from '#poll/poll.ts';

/** An open poll with the options a, b, c. */
export const aPoll = (more: Partial<Poll> = {}): Poll => ({
  id: pollId.parse('p1'),
  place: placeId.parse('project'),
  question: 'Er dere klare?',
  options: [
    { id: 'a', text: 'Ja' },
    { id: 'b', text: 'Nesten' },
    { id: 'c', text: 'Nei' },
  ],
  choice: 'single',
  anonymous: false,
  by: personId.parse('kari'),
  openedAt: '2026-11-20T09:00:00Z',
  ...more,
});
