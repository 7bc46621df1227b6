/**
 * 三证: land-use planning permit, engineering planning permit and construction permit (城乡规划法 第38、40条；建筑法 第7条), by the codes of
 * the catalogue.
 */
export const threePermits = ['land-permit', 'planning-permit', 'construction-permit'] as const
export const landContract = 'land-contract'
export const landPermit = 'land-permit'
export const constructionPermit = 'construction-permit'
