import { say } from '#words/say.ts';
import { colour } from './checklist.ts';
import { longestComment } from './confirm.ts';
import { unitLabel } from './find.ts';
import { pageOf } from './page.ts';
import { standing, unanswered } from './standing.ts';
import { button, type Drawn, inLanguage, itemTitle, nameAndDue, numberOf, wayBack } from './view.ts';
import { idsOf, type SheetSight } from './view-sheet.ts';

/** The inputs of one item in the form that answers five of them. */
export const fieldsOf = (item: string) => ({ colour: `colour-${item}`, comment: `comment-${item}` });

/** The form for the points of one page, filled in with what stands. */
export function answerView(sight: SheetSight, wanted: number): Drawn {
  const { reader, programme, checklist, unit, sheet } = sight;
  const { language } = reader;
  const page = pageOf(checklist.items, wanted);
  const name = unitLabel(programme, unit);
  const heading = say(language, 'checklist.form', {
    ...nameAndDue(checklist, reader),
    first: page.first,
    last: page.last,
    unit: name,
  });
  const ids = { ...idsOf(sight), page: String(page.page) };
  return {
    template: 'answer',
    summary: heading,
    title: say(language, 'checklist.form-title'),
    data: {
      heading,
      whoSees: say(language, 'checklist.who-sees'),
      choose: say(language, 'checklist.choose'),
      hint: say(language, 'checklist.remark-hint'),
      longest: longestComment,
      points: page.rows.map((item) => {
        const stands = standing(sheet, item.id);
        const fields = fieldsOf(item.id);
        return {
          title: itemTitle(checklist, item, language),
          text: inLanguage(item.text, language),
          answer: say(language, 'checklist.answer-to', { number: numberOf(checklist, item.id) }),
          colourField: fields.colour,
          colour: stands?.colour ?? '',
          choices: colour.options
            .filter((one) => one !== 'not-relevant' || item.optional)
            .map((one) => ({ title: say(language, `checklist.choice.${one}`), value: one })),
          commentField: fields.comment,
          comment: stands?.comment ?? '',
          remark: say(language, 'checklist.remark', { number: numberOf(checklist, item.id) }),
        };
      }),
      buttons: [
        button(
          say(language, 'checklist.save', { unit: name }),
          'checklist.save',
          // How many answers the person has seen: what others give meanwhile is not overwritten by what they left alone.
          { ...ids, seen: String(sheet?.confirmations.length ?? 0) },
          { style: 'positive' },
        ),
        wayBack(say(language, 'checklist.cancel'), 'checklist.show-sheet', ids),
      ],
    },
  };
}

/** What "all without remarks is in order" covers, before it is saved. Undefined when every point has an answer. */
export function restView(sight: SheetSight, page: number): Drawn | undefined {
  const { reader, programme, checklist, unit, sheet } = sight;
  const { language } = reader;
  const rest = unanswered(checklist.items, sheet);
  if (rest.length === 0) return undefined;
  const heading = say(language, 'checklist.rest', { count: rest.length, unit: unitLabel(programme, unit) });
  const ids = { ...idsOf(sight), page: String(page) };
  return {
    template: 'rest',
    summary: heading,
    data: {
      heading,
      explained: say(language, 'checklist.rest-explained', { count: rest.length }),
      points: rest.map((item) => ({
        title: itemTitle(checklist, item, language),
        text: inLanguage(item.text, language),
      })),
      buttons: [
        button(
          say(language, 'checklist.confirm-rest', { count: rest.length }),
          'checklist.confirm-rest',
          { ...ids, items: rest.map(({ id }) => id).join(',') },
          { style: 'positive' },
        ),
        wayBack(say(language, 'checklist.cancel'), 'checklist.show-sheet', ids),
      ],
    },
  };
}
