import { expect, test } from 'vitest';
import { speaksOfDoubt } from '#calendar/read-date.ts';

test.each([
  'Antatt tidspunkt',
  'Antatt',
  'Workshop for alle enheter. Antatt tidspunkt.',
  'Tidspunktet er ikke avklart',
  'Dato kan endres',
  'Datoen er foreløpig',
  'Estimert oppstart',
  'Trolig i uke 42',
  'ca. 15. mars',
  'Truleg tidspunkt',
  'Datum preliminärt',
  'Preliminärt datum',
  'Beräknad start i maj',
  'Tidpunkten är inte fastställd',
  'Tentative date',
  'Expected in March',
  'Date to be confirmed',
])('%j speaks of doubt about the time', (text) => expect(speaksOfDoubt(text)).toBe(true));

test.each([
  '',
  'Antatt kostnad 2 mill.',
  'ca. 20 deltakere',
  'Ca. 85 % av enhetene',
  'Rundt 1500 ansatte',
  'Foreløpig rapport legges fram',
  'Estimert tid: 2 timer',
  'Preliminär rapport',
  'Around 2000 users take part',
  'Probably the largest gathering',
  'Tidspunktet er avklart',
  'Dato er bekreftet',
  'Rapporten er foreløpig. Frist settes av styringsgruppa',
  'Plan for rekruttering vedtas i mars',
])('%j does not', (text) => expect(speaksOfDoubt(text)).toBe(false));
