const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨']
const stems = [...'甲乙丙丁戊己庚辛壬癸']

/** An invented name that looks invented: 赵甲, 钱乙. The same place in the same zone always gives the same name. */
export function personName(zone: number, place: number): string {
  const surname = surnames[(place + zone * 3) % surnames.length]
  const stem = stems[(place + zone) % stems.length]
  return `${surname}${stem}`
}

/** A number that no telephone has: mobile numbers begin with 13 to 19. */
export function phone(zone: number, place: number): string {
  return `100${String(zone).padStart(4, '0')}${String(place).padStart(4, '0')}`
}

const usccSigns = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const usccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const codeSigns = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const codeWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/** A unified social credit code with right check signs, of the division 000000 that does not exist (GB 32100-2015, GB 11714). */
export function inventedUscc(zone: number, place: number): string {
  const code = `DEM${String(zone).padStart(2, '0')}${String(place).padStart(3, '0')}`
  const rest = 11 - (weighed(code, codeSigns, codeWeights) % 11)
  const body = `91000000${code}${rest === 10 ? 'X' : rest === 11 ? '0' : rest}`
  return `${body}${usccSigns.charAt((31 - (weighed(body, usccSigns, usccWeights) % 31)) % 31)}`
}

function weighed(text: string, signs: string, weights: readonly number[]): number {
  return weights.reduce((total, weight, i) => total + weight * signs.indexOf(text.charAt(i)), 0)
}
