import { uuidv7 } from '../../src/kernel/ids.ts'
import { isUscc } from '../../src/kernel/uscc.ts'

/** Numbers from 0 to below 1 that are the same at every run (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface EnterpriseRow {
  readonly id: string
  readonly name: string
  readonly uscc: string
  readonly status: string
  readonly scale: string
  readonly aboveScale: boolean
  readonly address: string
  readonly registeredOn: string
  readonly capital: string
  /** Null in the zone without personal values. */
  readonly legalRepresentative: string | null
  readonly tags: readonly string[]
}

const places = ['东川', '西岭', '南湖', '北原', '临河', '安泽', '平远', '清源', '长宁', '永定', '新城', '石门']
const signs = [
  ...'华德信诚隆盛源泰鑫瑞康嘉禾佳美恒宏旺达宇腾飞翔龙凤麒麟金银铜铁锦绣春秋晨曦朝阳星月云海山川江河松柏梅兰竹菊',
]
const trades = [
  '食品',
  '机械制造',
  '新材料科技',
  '精细化工',
  '装备',
  '农业开发',
  '生物医药',
  '电子科技',
  '物流',
  '建材',
  '纺织',
  '环保工程',
]
const ends = ['有限公司', '有限责任公司', '股份有限公司', '集团有限公司']
const surnames = [...'赵钱孙李周吴郑王冯陈']
const statuses = ['planned', 'building', 'operating', 'idle', 'closed', 'moved']
const scales = ['large', 'medium', 'small', 'micro']
const tags = ['highTech', 'specialised', 'champion', 'listed', 'foreign']

type Draw = () => number

function of<T>(draw: Draw, from: readonly [T, ...T[]] | readonly T[]): T {
  const found = from[Math.floor(draw() * from.length)]
  if (found === undefined) throw new Error('nothing to draw from')
  return found
}

/** A neutral company name of 8 to 16 signs, as a register has them: place, brand, trade, form. */
export function companyName(draw: Draw): string {
  const brand = Array.from({ length: draw() < 0.3 ? 3 : 2 }, () => of(draw, signs)).join('')
  return of(draw, places) + brand + of(draw, trades) + of(draw, ends)
}

const codeSigns = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']

/** A code with a right check sign for the n-th enterprise. */
export function uscc(n: number): string {
  const body = `91350100M${String(n).padStart(8, '0')}`
  const last = codeSigns.find((sign) => isUscc(body + sign))
  return body + (last ?? '')
}

const firstDay = Date.UTC(2000, 0, 1)
const firstId = Date.UTC(2026, 0, 1)

export function idOf(n: number, draw: Draw): string {
  const random = Buffer.alloc(16)
  for (let i = 0; i < 4; i++) random.writeUInt32BE(Math.floor(draw() * 2 ** 32), i * 4)
  return uuidv7(firstId + n, random)
}

/** `count` enterprises, the same at every run; `from` keeps codes of two zones apart. */
export function* enterprises(count: number, { from, personal }: { from: number; personal: boolean }) {
  const draw = numbers(from + 1)
  for (let n = from; n < from + count; n++) {
    const row: EnterpriseRow = {
      id: idOf(n, draw),
      name: companyName(draw),
      uscc: uscc(n),
      status: of(draw, statuses),
      scale: of(draw, scales),
      aboveScale: draw() < 0.3,
      address: `示例省示例市示例路 ${Math.floor(draw() * 900) + 1} 号`,
      registeredOn: new Date(firstDay + Math.floor(draw() * 9000) * 86_400_000).toISOString().slice(0, 10),
      capital: `${Math.floor(draw() * 1e8)}.00`,
      legalRepresentative: personal ? of(draw, surnames) + of(draw, signs) : null,
      tags: draw() < 0.2 ? [of(draw, tags)] : [],
    }
    yield row
  }
}
