const prefix = 'slack-file:';

/** The address that a picture on a card has once its file is with Slack, and the file's id in such an address. */
export const addressOfUpload = (id: string): string => `${prefix}${id}`;
export const uploadedFile = (url: string): string | undefined =>
  url.startsWith(prefix) ? url.slice(prefix.length) : undefined;
