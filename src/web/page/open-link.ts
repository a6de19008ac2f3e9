import { make } from './dom.ts';

/**
 * Opens what a button leads to. A file of Klar's own that browsers do not show is saved, without an empty window beside
 * the page; everything else gets a window of its own, which learns nothing of the page.
 */
export function openLink(url: string): void {
  const { origin, pathname } = new URL(url);
  const saved = origin === location.origin && !/\.(?:png|svg)$/u.test(pathname);
  if (saved) make('a', { href: url, download: true }).click();
  else window.open(url, '_blank', 'noopener,noreferrer');
}
