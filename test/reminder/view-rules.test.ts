import { describe, expect, test } from 'vitest';
import { defaultRules, reminderRules } from '#reminder/rules.ts';
import { leadText, otherLines, rulesInWords, rulesLine, rulesText, ruleText, scopeText } from '#reminder/view-rules.ts';

const many = ['30-days-before', '14-days-before', '1-day-before', '7-days-before', 'on-the-day', '3-days-after'];

describe('rules in words', () => {
  test.each([
    [
      'nb',
      'Klar minner om hver rad 7 dager før, én arbeidsdag før og på dagen, kl. 09.00. På en fridag kommer påminnelsen arbeidsdagen før.',
    ],
    [
      'sv',
      'Klar påminner om varje rad 7 dagar före, en arbetsdag före och samma dag, kl. 09.00. På en ledig dag kommer påminnelsen arbetsdagen före.',
    ],
    [
      'en',
      'Klar reminds of each row 7 days before, one working day before and on the day, at 09:00. On a day off the reminder comes the working day before.',
    ],
  ] as const)('the usual ones in %s', (language, text) => expect(rulesText(defaultRules, language)).toBe(text));

  test.each([
    ['nb', '30, 14, 7 og 1 dag før, på dagen, og 3 dager etter, kl. 09.00'],
    ['sv', '30, 14, 7 och 1 dag före, samma dag, och 3 dagar efter, kl. 09.00'],
    ['en', '30, 14, 7 and 1 day before, on the day, and 3 days after, at 09:00'],
  ] as const)('many in %s', (language, text) => expect(rulesLine(many, '09:00', language)).toBe(text));

  test('furthest ahead first, whatever they count', () => {
    const names = ['overdue', '2-working-days-after', '1-day-after', '2-weeks-before', '1-month-before'];
    expect(rulesInWords(names, 'nb')).toBe(
      'én måned før, 2 uker før, én dag etter, 2 arbeidsdager etter og hver uke når fristen er ute',
    );
  });

  test('none are said to be none', () => {
    expect(rulesLine([], '09:00', 'nb')).toBe('Ingen påminnelser');
    expect(rulesText(reminderRules.parse({ rules: [] }), 'nb')).toBe('Klar minner ikke om radene av seg selv.');
  });

  test('that some rows have their own is said', () => {
    const rules = reminderRules.parse({ rules: many, groups: [{ kind: 'gate', rules: [] }] });
    expect(rulesText(rules, 'nb')).toMatch(/Noen rader har egne regler\. Skriv «påminn regler» for å se dem\.$/);
  });

  test.each([
    ['7-days-before', '7 dager før'],
    ['1-working-day-before', 'én arbeidsdag før'],
    ['first-working-day', 'første arbeidsdag i perioden'],
    ['overdue', 'fristen er ute'],
    ['overdue-2', 'fristen er ute, 2. gang'],
    ['lead-liste', 'Utstyrsliste skal være klart'],
  ])('%s alone: %s', (name, text) => expect(ruleText(name, 'nb', 'Utstyrsliste')).toBe(text));
});

test('which rows something is for', () => {
  expect(scopeText({ kind: 'gate' }, 'nb')).toBe('Kvalitetspunkter');
  expect(scopeText({ tag: 'opplæring' }, 'nb')).toBe('Rader merket «opplæring»');
  expect(scopeText({ kind: 'meeting', tag: 'utbildning' }, 'sv')).toBe('Möten märkta ”utbildning”');
  expect(scopeText({}, 'en')).toBe('Every row');
});

test('a lead time', () => {
  const lead = { id: 'a', item: 'Utstyrsliste', before: { count: 12, unit: 'months' as const } };
  expect(leadText(lead, 'nb')).toBe('Utstyrsliste: 12 måneder før');
  expect(leadText({ ...lead, before: { count: 1, unit: 'weeks' } }, 'sv')).toBe('Utstyrsliste: en vecka före');
});

test('all else, also where it is turned off', () => {
  const rules = reminderRules.parse({ rules: [], wave: { daysBefore: [30, 120, 90, 60] } });
  expect(otherLines(rules, 'nb')).toEqual([
    'Bekreftelsesrunder 120, 90, 60 og 30 dager før hvert kvalitetspunkt. Klar sender dem ikke ut ennå.',
    'Ukeoversikt til enheter og eiere den første arbeidsdagen i uken.',
    'Uten svar: stedfortrederen får vite det etter 3 arbeidsdager, enhetens eier etter 5 og programmets eiere etter 8. Eierne får slikt samlet den første arbeidsdagen i uken; det som er mer enn 10 arbeidsdager forsinket eller har et kvalitetspunkt innen 10 arbeidsdager, kommer med en gang.',
    'Har en enhet ingen kontakt, spør Klar programmets eiere 30 dager før.',
    'Sjekklister: enheter som har punkter igjen, blir påminnet 7 og 1 dag før, og hver uke når fristen er ute.',
    'Avstemninger: de som ikke har svart, blir påminnet én gang, én arbeidsdag før de stenger.',
    'Flere enn 200 meldinger på én gang venter til en eier har sett på dem.',
  ]);
  const off = reminderRules.parse({
    rules: [],
    overview: false,
    escalation: null,
    noContact: null,
    checklists: { daysBefore: [], overdue: false },
    polls: { daysBefore: null },
  });
  expect(otherLines(off, 'nb').slice(0, 5)).toEqual([
    'Ingen ukeoversikt.',
    'Uten svar: ingen andre får vite det.',
    'Har en enhet ingen kontakt, spør Klar ikke om det.',
    'Sjekklister: Klar sender ingen påminnelser av seg selv.',
    'Avstemninger: Klar sender ingen påminnelser av seg selv.',
  ]);
});
