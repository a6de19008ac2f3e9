const entities: Record<string, string> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The characters that clients write as entities, as themselves: by name, or by number as for æ, ø and å. */
export function entitiesUndone(text: string): string {
  return text.replace(
    /&(?:(nbsp|lt|gt|quot|apos|amp)|#(\d{1,7})|#x([\da-f]{1,6}));/giu,
    (whole, name, decimal, hex) => {
      if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
      // Control characters but line breaks, surrogates and what is beyond Unicode are no text.
      const isText = (code === 10 || code >= 32) && (code < 0xd800 || code > 0xdfff) && code <= 0x10ffff;
      return isText ? String.fromCodePoint(code) : whole;
    },
  );
}
