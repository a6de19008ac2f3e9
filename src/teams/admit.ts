import type { TeamsConfig } from '#config.ts';
import { type Activity, activity, isAct, tenantOf } from './activity.ts';
import type { BotFramework } from './bot-framework.ts';

/** A request to the messaging endpoint, before anything is believed. */
export interface Knock {
  body: unknown;
  authorization: string;
  /** Whether it comes from this machine, and not from a page in a browser. */
  isLocal: boolean;
}

export type Admission =
  | { ok: true; activity: Activity; tenant: string }
  | {
      ok: false;
      /** 400 not an activity; 401 not from Teams; 403 not admitted; 503 nobody can say. */
      status: 400 | 401 | 403 | 503;
      why: string;
      tenant?: string;
      /** Set when it does come from Teams, so that the person can be told. */
      activity?: Activity;
    };

/** The tenant of a local try-out whose client names none. */
const LOCAL_TENANT = 'local';

/**
 * Decides whether an activity is let in, in this order: is it one, does it come from Teams, is its tenant admitted. All
 * of it before anything is looked up or stored (PLATFORMS T35, T45, T46).
 */
export async function admit(knock: Knock, config: TeamsConfig, framework: BotFramework): Promise<Admission> {
  if (config.local && !knock.isLocal)
    return { ok: false, status: 403, why: 'a local try-out answers this machine alone' };
  const parsed = activity.safeParse(knock.body);
  if (!parsed.success) {
    return { ok: false, status: 400, why: parsed.error.issues.map(({ path }) => path.join('.') || 'body').join(', ') };
  }
  const one = parsed.data;
  if ((config.local || config.standIn !== undefined) && !isLoopback(one.serviceUrl)) {
    return { ok: false, status: 400, why: 'serviceUrl is not on this machine' };
  }
  const tenant = tenantOf(one);
  if (config.local) return { ok: true, activity: one, tenant: tenant ?? LOCAL_TENANT };

  const checked = await framework.isFromTeams(one, knock.authorization);
  if (!checked.ok) return { ok: false, status: checked.canCheck ? 401 : 503, why: checked.why };

  // People from elsewhere in a shared channel carry a tenant of their own (X6): both must be on the list.
  const home = isAct(one) ? one.from.tenantId : undefined;
  const stranger = [tenant, home ?? tenant].find((id) => id === undefined || !isAdmitted(id, config.admitted));
  if (tenant === undefined || stranger !== undefined) {
    return { ok: false, status: 403, why: 'tenant', ...(stranger ? { tenant: stranger } : {}), activity: one };
  }
  return { ok: true, activity: one, tenant };
}

const isAdmitted = (tenant: string, admitted: string[]) =>
  admitted.some((one) => one.toLowerCase() === tenant.toLowerCase());

function isLoopback(url: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
}
