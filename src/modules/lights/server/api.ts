import * as read from './read.ts'

/** Projects with their lights, the worst first. Needs the zone's context. */
export const readLights = read.readLights
