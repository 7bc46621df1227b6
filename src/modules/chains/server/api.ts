import * as reading from './read.ts'

/** All chains of a zone with strengths as of now: for the command line. Needs the zone's context. */
export const readMap = reading.readMap
