import * as exporting from './export.ts'

/** The tables of a zone for the national exchange with the report on their validity: for the command line. */
export const exportTables = exporting.exportTables
