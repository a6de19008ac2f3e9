import type { Checklist, Item } from '../checklist.ts';
import { startTemplate } from './start.ts';

/** A checklist as it is before it is given to anybody. */
export interface Template {
  id: string;
  name: Checklist['name'];
  items: readonly Item[];
}

/** The templates that can be given out. To add one, write a file beside this one and name it here. */
export const templates: readonly Template[] = [startTemplate];
