/**
 * The bytes of a calendar for a test: each entry as its lines, "SUMMARY:Møte", without BEGIN and END. An entry that
 * begins with "VTODO" or "VJOURNAL" is one of those.
 */
export function buildIcs(...entries: readonly string[][]): Uint8Array {
  const lines = entries.flatMap((entry) => {
    const [first = ''] = entry;
    const named = first === 'VTODO' || first === 'VJOURNAL';
    const kind = named ? first : 'VEVENT';
    return [`BEGIN:${kind}`, ...(named ? entry.slice(1) : entry), `END:${kind}`];
  });
  const whole = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//NB', ...lines, 'END:VCALENDAR', ''];
  return new TextEncoder().encode(whole.join('\r\n'));
}
