import * as entering from './enter.ts'

export const allotBond = entering.allot
export const takeBackBond = entering.takeBack
export const enterBondUse = entering.enterBondUse
