/** How a reply is served (送达方式): post means the postal enterprise (国办公开办函〔2016〕235号). */
export const serviceRoutes = ['direct', 'post', 'email', 'online'] as const
export type ServiceRoute = (typeof serviceRoutes)[number]

/**
 * By which ways a reply may be served (送达方式, 国办公开办函〔2016〕235号): in person and by post always, by
 * e-mail or online only where the applicant chose that way.
 */
export function routesFor(wanted: string | null): ServiceRoute[] {
  return serviceRoutes.filter((route) => route === 'direct' || route === 'post' || route === wanted)
}
