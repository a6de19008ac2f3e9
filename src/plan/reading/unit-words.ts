/** Words that a name of an organisation ends with, also at the end of a longer one ("arbeidsgruppe", "vårdcentralen"). */
const endings =
  '(?:kommun(?:e|en|ene|ane|er|ar|erna)?|region(?:en|er)?|fylke(?:t|r)?|fylkeskommune[nr]?|foretak(?:et|a|ene)?|företag(?:et)?|sykehus(?:et|ene|a)?|sjukehus(?:et|a)?|sjukhus(?:et|en)?|sykehjem(?:met|mene)?|sjukeheim(?:en)?|avdeling(?:en|er|ene|a|ar)?|avdelning(?:en|ar|arna)?|enhet(?:en|er|ene|erna)?|eining(?:a|en|ar|ane)?|seksjon(?:en|er|ene)?|sektion(?:en)?|gruppe[nra]?|gruppene|gruppa|gruppen|grupp(?:er|erna)?|utvalg(?:et)?|utval(?:et)?|utskott(?:et)?|styre[tl]?|styrelse[nr]?|råd(?:et)?|(?:arbeids|innførings)lag(?:et|ene)?|team(?:et|ene)?|prosjekt(?:et|er|ene|a)?|projekt(?:et|en)?|förvaltning(?:en|ar|arna)?|forvaltning(?:en|a)?|direktorat(?:et)?|etat(?:en|er)?|nämnd(?:en|er)?|kontor(?:et)?|tjeneste[nr]?|tjenestene|teneste[nr]?|legevakt(?:en|a)?|vårdcentral(?:en|er|erna)?|klinikk(?:en|er)?|klinik(?:en|er)?|universitet(?:et)?|skole[nr]?|skule[nr]?|skolan?|leverandør(?:en|er|ene)?|leverantör(?:en|er)?|ledelse[n]?|leiing[a]?|ledning(?:en)?|ledere|leiarar|chefer|direktør(?:en|er)?|sekretariat(?:et)?|organisasjon(?:en|er)?|organisation(?:en|er)?)';
const byEnding = new RegExp(`^(?:[^\\d,;]{0,60}[\\s-])?\\p{L}*${endings}(?:\\s+[\\p{L}\\d.-]+){0,3}$`, 'iu');
const byForm = /(?:^|\s)(?:HF|RHF|IKS|KF|AS|AB|SA)$/u;
const inEnglish =
  /(?:^|\s)(?:council|hospital|municipalit(?:y|ies)|departments?|units?|board|group|office|agency|committee|supplier|ward)$/iu;
/** No organisation is named by a sentence. */
const LONGEST = 60;
const MOST_WORDS = 6;

/** Whether a text looks like the name of an organisation or a part of one: "Sørfjord kommune", "regional arbeidsgruppe". */
export function looksLikeUnit(text: string): boolean {
  if (text === '' || text.length > LONGEST || text.split(/\s+/u).length > MOST_WORDS) return false;
  // "Status til ledelsen" is something that is done, not who does it.
  if (/\s(?:til|till|to|med|with|om|about|fra|frå|från|from)\s/iu.test(text)) return false;
  return byEnding.test(text) || byForm.test(text) || inEnglish.test(text);
}
