/** Every module merges its tables in here from `server/table.ts`: `declare module '../../../platform/tables.ts' { interface Tables { 'zones.zones': … } }`. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Tables {}
