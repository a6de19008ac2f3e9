import type { Tongue, TongueTexts } from './api.ts';

/** The page's sentences in the language of whoever one is. */
let spoken: TongueTexts = { texts: {}, commands: [] };
let tongue: Tongue = 'nb';
let all: Partial<Record<Tongue, TongueTexts>> = {};

export function learn(everything: Record<Tongue, TongueTexts>): void {
  all = everything;
}

/** Nynorsk readers get bokmål until it is written (as everywhere in Klar). True when the language changed. */
export function speak(language: Tongue | 'nn'): boolean {
  const wanted = language === 'nn' ? 'nb' : language;
  const known = all[wanted];
  if (!known || (wanted === tongue && spoken === known)) return false;
  tongue = wanted;
  spoken = known;
  document.documentElement.lang = wanted;
  return true;
}

export function text(key: string, blanks: Record<string, string> = {}): string {
  return (spoken.texts[key] ?? key).replace(/\{(\w+)\}/g, (blank, name: string) => blanks[name] ?? blank);
}

export const commands = (): TongueTexts['commands'] => spoken.commands;

/** For `Intl`: how dates and times are written for this reader. */
export const locale = (): string => ({ nb: 'nb-NO', sv: 'sv-SE', en: 'en-GB' })[tongue];
