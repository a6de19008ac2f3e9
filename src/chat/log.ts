/** The part of a pino logger that Klar uses. Never given a message's text, a secret or the content of an answer. */
export interface Log {
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
}
