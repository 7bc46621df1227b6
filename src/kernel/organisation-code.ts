const weights = [3, 7, 9, 10, 5, 8, 4, 2]
const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * Whether the organisation code inside a unified social credit code (its signs 9 to 17, GB 11714) has the right check sign.
 * A few real codes break it, so this may be doubted but is no reason to refuse.
 *
 * @param uscc 18 signs, of right form (`isUscc`)
 */
export function organisationCodeFits(uscc: string): boolean {
  const code = uscc.slice(8, 17)
  const sum = weights.reduce((total, weight, i) => total + weight * signs.indexOf(code.charAt(i)), 0)
  const check = 11 - (sum % 11)
  return code.charAt(8) === (check === 10 ? 'X' : check === 11 ? '0' : String(check))
}
