import type { Agency } from '../domain/agency/agency.ts'

/** An agency (机关) of this deployment and the name of the D1 binding that holds its database. */
export type RegisteredAgency = { agency: Agency; binding: string }
