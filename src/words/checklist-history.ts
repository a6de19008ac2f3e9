/** Who answered what, and when. */
export const checklistHistorySentences = {
  'checklist.history-button': { nb: 'Historikk', sv: 'Historik', en: 'History' },
  'checklist.history': {
    nb: 'Historikk for {unit}: {count, plural, =0 {ingen svar} one {1 svar} other {# svar}}',
    sv: 'Historik för {unit}: {count, plural, =0 {inga svar} one {1 svar} other {# svar}}',
    en: 'History for {unit}: {count, plural, =0 {no answers} one {1 answer} other {# answers}}',
  },
  'checklist.history-of-item': {
    nb: 'Historikk for {unit}, punkt {item}: {count, plural, =0 {ingen svar} one {1 svar} other {# svar}}',
    sv: 'Historik för {unit}, punkt {item}: {count, plural, =0 {inga svar} one {1 svar} other {# svar}}',
    en: 'History for {unit}, point {item}: {count, plural, =0 {no answers} one {1 answer} other {# answers}}',
  },
  'checklist.history-empty': {
    nb: 'Ingen har svart ennå. Når noen svarer, ser du her hvem det var, og når.',
    sv: 'Ingen har svarat ännu. När någon svarar ser du här vem det var och när.',
    en: 'Nobody has answered yet. When somebody does, you will see here who and when.',
  },
  'checklist.newest-first': {
    nb: '{name} {due}. De nyeste svarene står først.',
    sv: '{name} {due}. De senaste svaren står först.',
    en: '{name}, {due}. The newest answers come first.',
  },
  'checklist.answered-by': {
    nb: '{name}, {role, select, contact {kontakt} other {stedfortreder}}, svarte for {unit} {when}',
    sv: '{name}, {role, select, contact {kontakt} other {ersättare}}, svarade för {unit} {when}',
    en: '{name}, {role, select, contact {contact} other {deputy}}, answered for {unit} {when}',
  },
  'checklist.undone-by': {
    nb: '{name}, {role, select, contact {kontakt} other {stedfortreder}}, angret et svar for {unit} {when}',
    sv: '{name}, {role, select, contact {kontakt} other {ersättare}}, ångrade ett svar för {unit} {when}',
    en: '{name}, {role, select, contact {contact} other {deputy}}, undid an answer for {unit} {when}',
  },
  'checklist.which-item': { nb: 'Bare ett punkt', sv: 'Bara en punkt', en: 'One point only' },
  'checklist.which-point': {
    nb: 'Hvilket punkt for {unit}?',
    sv: 'Vilken punkt för {unit}?',
    en: 'Which point for {unit}?',
  },
  'checklist.all-items': { nb: 'Alle punktene', sv: 'Alla punkter', en: 'All points' },
  'checklist.show-history': { nb: 'Vis historikken', sv: 'Visa historiken', en: 'Show the history' },
} as const;
