/**
 * Ten thousand leads as an office types them, with fifty planted duplicates and fifty near-twins. Written before the rule that finds them and
 * without looking at it: variations are those that occur when two people enter one project, or two projects look like one.
 */
export interface PlantedLead {
  company: string
  name: string
  uscc: string | null
  phone: string | null
  region: string | null
  industryCode: string | null
  investmentYuan: string | null
  parcel: string | null
}

export interface Planted {
  readonly leads: readonly PlantedLead[]
  /** Places of the two leads that are one. */
  readonly duplicates: readonly (readonly [number, number])[]
  /** Places of two that look alike and are not one. */
  readonly nearTwins: readonly (readonly [number, number])[]
}

const provinces: Readonly<Record<string, readonly string[]>> = {
  山西: ['太原', '运城', '长治', '晋中', '临汾'],
  陕西: ['西安', '咸阳', '宝鸡', '渭南'],
  河南: ['郑州', '洛阳', '许昌', '新乡'],
  江苏: ['苏州', '无锡', '常州', '南通', '盐城'],
  浙江: ['杭州', '宁波', '绍兴', '台州'],
  山东: ['济南', '青岛', '潍坊', '淄博'],
  广东: ['深圳', '东莞', '佛山', '广州'],
  河北: ['石家庄', '唐山', '保定', '沧州'],
  安徽: ['合肥', '芜湖', '滁州'],
  福建: ['厦门', '泉州', '福州'],
}
const signs = [
  ...'恒源鑫泰华盛宏达瑞丰金隆天成永兴东方远航博雅嘉禾亿联创科明辉中正凯旋力诚信安康百川海润德聚星宇汇通晟伟建龙腾飞翔振邦益佳美和顺祥云峰立新锐智慧森林阳光大地蓝晶银河长青松柏玉石众邦乐山水清泉春晖景程卓越广源',
]
/** Trade, code of its industry, products. */
const trades: readonly (readonly [string, string, readonly string[]])[] = [
  ['食品', 'C14', ['果汁饮料', '速冻食品', '休闲食品', '调味品']],
  ['饮料', 'C15', ['苹果醋饮', '矿泉水', '植物蛋白饮料']],
  ['机械制造', 'C34', ['液压件', '减速机', '输送设备']],
  ['重工', 'C35', ['矿山设备', '盾构配件']],
  ['新材料', 'C30', ['石墨电极', '玻璃纤维', '陶瓷滤料']],
  ['新能源科技', 'C38', ['储能电池', '光伏支架', '充电桩']],
  ['光伏', 'C38', ['光伏组件', '光伏边框']],
  ['电子科技', 'C39', ['连接器', '线路板', '传感器']],
  ['生物科技', 'C27', ['益生菌', '植物提取物']],
  ['医药', 'C27', ['中药饮片', '注射剂']],
  ['化工', 'C26', ['甲醇制品', '聚氨酯', '环保涂料']],
  ['玻璃制品', 'C30', ['玻璃器皿', '药用玻璃瓶']],
  ['包装', 'C22', ['纸箱', '可降解包装膜']],
  ['纺织', 'C17', ['高档面料', '功能纱线']],
  ['服饰', 'C18', ['职业装', '羽绒服']],
  ['铸造', 'C33', ['汽车铸件', '球墨铸铁管']],
  ['金属制品', 'C33', ['钢结构', '镀锌板材']],
  ['汽车零部件', 'C36', ['制动盘', '转向节', '轻量化底盘']],
  ['物流', 'G59', ['冷链仓储', '智慧物流园']],
  ['农业开发', 'A01', ['果蔬种植', '中药材种植']],
  ['环保科技', 'N77', ['污水处理装备', '固废综合利用']],
  ['建材', 'C30', ['装配式构件', '加气混凝土砌块']],
  ['智能装备', 'C35', ['工业机器人', '数控机床']],
  ['信息技术', 'I65', ['数据标注', '算力中心']],
]
const forms = ['有限公司', '有限公司', '有限公司', '有限公司', '股份有限公司', '有限责任公司', '集团有限公司']
const yuan = [
  '30000000',
  '50000000',
  '60000000',
  '80000000',
  '100000000',
  '120000000',
  '150000000',
  '200000000',
  '300000000',
  '500000000',
  '1000000000',
]
/** What an input method offers for one sound. */
const soundAlikes: Readonly<Record<string, string>> = {
  ...{ 鑫: '新', 新: '鑫', 恒: '衡', 源: '原', 泰: '太', 宏: '弘', 达: '大', 瑞: '锐', 丰: '峰', 隆: '龙', 成: '诚' },
  ...{ 诚: '成', 兴: '星', 星: '兴', 华: '花', 盛: '晟', 晟: '盛', 佳: '嘉', 嘉: '佳', 辉: '晖', 晖: '辉', 聚: '巨' },
}
const traditional: Readonly<Record<string, string>> = {
  ...{
    华: '華',
    兴: '興',
    东: '東',
    远: '遠',
    联: '聯',
    创: '創',
    凯: '凱',
    龙: '龍',
    飞: '飛',
    云: '雲',
    长: '長',
    银: '銀',
  },
  ...{
    电: '電',
    机: '機',
    业: '業',
    实: '實',
    医: '醫',
    药: '藥',
    农: '農',
    开: '開',
    发: '發',
    丰: '豐',
    达: '達',
    限: '限',
  },
  ...{
    纺: '紡',
    织: '織',
    饰: '飾',
    铸: '鑄',
    车: '車',
    环: '環',
    材: '材',
    装: '裝',
    设: '設',
    备: '備',
    团: '團',
    份: '份',
  },
}

type Random = () => number

/** mulberry32: the same seed gives the same leads for ever. */
function randomOf(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
const chance = (random: Random, share: number): boolean => random() < share

interface Firm {
  readonly province: string
  readonly city: string
  readonly brand: string
  readonly trade: number
  readonly form: string
  readonly uscc: string
  readonly phone: string
}

function phoneOf(random: Random): string {
  return `1${pick(random, ['38', '39', '35', '86', '77', '50'])}${String(Math.floor(random() * 1e8)).padStart(8, '0')}`
}

function usccOf(random: Random): string {
  const from = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  return `91${Array.from({ length: 16 }, () => from[Math.floor(random() * from.length)]).join('')}`
}

function firmOf(random: Random): Firm {
  const province = pick(random, Object.keys(provinces))
  const brand = Array.from({ length: chance(random, 0.25) ? 3 : 2 }, () => pick(random, signs)).join('')
  return {
    ...{ province, brand, city: pick(random, provinces[province] ?? []) },
    ...{ trade: Math.floor(random() * trades.length), form: pick(random, forms) },
    ...{ uscc: usccOf(random), phone: phoneOf(random) },
  }
}

function fullName(random: Random, { province, city, brand, trade, form }: Firm): string {
  const place = pick(random, [province, `${province}省`, city, `${city}市`, `${province}${city}`, city])
  const [word] = trades[trade] ?? ['']
  if (chance(random, 0.1)) return `${brand}${word}（${city}）${form}`
  return `${place}${brand}${word}${form}`
}

function projectOf(random: Random, firm: Firm): { name: string; investmentYuan: string } {
  const product = pick(random, (trades[firm.trade] ?? ['', '', ['']])[2])
  const amount = pick(random, ['1', '2', '3', '5', '10', '20', '30', '50'])
  const unit = pick(random, ['万吨', '万套', '万件', '万台'])
  const name = pick(random, [
    `年产${amount}${unit}${product}项目`,
    `${product}生产线建设项目`,
    `${firm.brand}${product}产业园项目`,
    `${product}研发生产基地项目`,
    `年产${amount}${unit}${product}生产项目`,
  ])
  const base = pick(random, yuan)
  const investmentYuan = chance(random, 0.4) ? `${Math.round((Number(base) * (0.7 + random())) / 1e5)}00000` : base
  return { name, investmentYuan }
}

function leadOf(random: Random, firm: Firm): PlantedLead {
  const { name, investmentYuan } = projectOf(random, firm)
  return {
    company: fullName(random, firm),
    name,
    uscc: chance(random, 0.7) ? firm.uscc : null,
    phone: chance(random, 0.8) ? firm.phone : null,
    region: chance(random, 0.6) ? `${firm.province}${chance(random, 0.5) ? firm.city : ''}` : null,
    industryCode: chance(random, 0.8)
      ? `${trades[firm.trade]?.[1]}${chance(random, 0.5) ? Math.floor(random() * 9) + 1 : ''}`
      : null,
    investmentYuan: chance(random, 0.9) ? investmentYuan : null,
    parcel: chance(random, 0.1) ? `${pick(random, ['A', 'B', 'C'])}-${Math.floor(random() * 90) + 10}` : null,
  }
}

const changed = (text: string, table: Readonly<Record<string, string>>): string =>
  [...text].map((sign) => table[sign] ?? sign).join('')

/** How a second person writes the same company. */
const companyWays: readonly ((random: Random, name: string, firm: Firm) => string)[] = [
  (_, name) => name.replace(/(股份|集团)?有限(责任)?公司$/, ''),
  (_, name, { province, city }) => name.replace(new RegExp(`^(${province}省?)?(${city}市?)?`), ''),
  (_, name) => name.replace(/有限责任公司$|股份有限公司$|集团有限公司$|有限公司$/, '有限责任公司'),
  (_, name) => name.replace(/(有限公司|有限责任公司)$/, '股份有限公司'),
  (_, name) => changed(name, traditional),
  (_, name) => name.replaceAll('（', '(').replaceAll('）', ')').replace(/^(..)/, '$1 '),
  (_, __, { brand, trade, city, form }) => `${brand}${trades[trade]?.[0]}（${city}）${form}`,
  (random, name, { brand }) => {
    const at = [...brand].findIndex((sign) => soundAlikes[sign] !== undefined)
    const wrong = [...brand].map((sign, i) => (i === at ? (soundAlikes[sign] ?? sign) : sign)).join('')
    return at < 0 ? name.replace(/公司$/, chance(random, 0.5) ? '公司 ' : '公') : name.replace(brand, wrong)
  },
  (_, __, { province, brand, trade, form }) => `${province}省${brand}${trades[trade]?.[0]}${form}`,
  (_, __, { brand, trade }) => `${brand}${trades[trade]?.[0]}`,
]

function projectAgain(random: Random, name: string): string {
  const product = name.replace(/^年产\d+万[吨套件台]/, '').replace(/(生产线建设|研发生产基地|产业园|生产)?项目$/, '')
  return pick(random, [name, name, name.replace('项目', '建设项目'), `${product}项目`, name.replace(/^年产/, '年产量')])
}

function duplicateOf(random: Random, lead: PlantedLead, firm: Firm): PlantedLead {
  const way = pick(random, companyWays)
  const fate = random()
  const rounded = lead.investmentYuan === null ? null : `${Math.round(Number(lead.investmentYuan) / 1e7)}0000000`
  return {
    company: way(random, lead.company, firm),
    name: projectAgain(random, lead.name),
    uscc: chance(random, 0.5) ? lead.uscc : null,
    phone: fate < 0.5 ? lead.phone : fate < 0.7 ? null : phoneOf(random),
    region: chance(random, 0.5) ? firm.province : null,
    industryCode: chance(random, 0.7) ? lead.industryCode : null,
    investmentYuan: chance(random, 0.6)
      ? lead.investmentYuan
      : chance(random, 0.5) && rounded !== '00000000'
        ? rounded
        : null,
    parcel: chance(random, 0.7) ? lead.parcel : null,
  }
}

/** Two that look alike and are two. */
const nearWays: readonly ((random: Random, lead: PlantedLead, firm: Firm) => PlantedLead)[] = [
  // The same brand and trade in another province.
  (random, _, firm) => {
    const province = pick(
      random,
      Object.keys(provinces).filter((one) => one !== firm.province),
    )
    const other = { ...firm, province, city: pick(random, provinces[province] ?? []) }
    return leadOf(random, { ...other, uscc: usccOf(random), phone: phoneOf(random) })
  },
  // A sister of the same group in another trade.
  (random, _, firm) =>
    leadOf(random, {
      ...firm,
      trade: (firm.trade + 1 + Math.floor(random() * (trades.length - 1))) % trades.length,
      ...{ uscc: usccOf(random), phone: phoneOf(random) },
    }),
  // One agency speaks for two firms: the same telephone.
  (random, lead) => ({ ...leadOf(random, firmOf(random)), phone: lead.phone }),
  // Another firm with a project of the same name and size.
  (random, lead, firm) => ({
    ...leadOf(random, { ...firmOf(random), trade: firm.trade }),
    ...{ name: lead.name, investmentYuan: lead.investmentYuan },
  }),
  // One sign of the brand is another, and so is the project.
  (random, _, firm) => {
    const brand = [...firm.brand]
      .map((sign, i) =>
        i === 1
          ? pick(
              random,
              signs.filter((one) => one !== sign),
            )
          : sign,
      )
      .join('')
    return leadOf(random, { ...firm, brand, uscc: usccOf(random), phone: phoneOf(random) })
  },
  // The same firm with another project.
  (random, lead, firm) => {
    const products = (trades[firm.trade]?.[2] ?? []).filter((one) => !lead.name.includes(one))
    const again = leadOf(random, firm)
    return { ...again, name: `${pick(random, products)}二期扩建项目`, investmentYuan: '26000000' }
  },
]

/** `total` leads of which fifty are duplicates of earlier ones and fifty near-twins of earlier ones. */
export function plantedLeads(seed: number, total = 10_000): Planted {
  const random = randomOf(seed)
  const count = total - 100
  const firms: Firm[] = []
  const leads: PlantedLead[] = []
  const names = new Set<string>()
  // A registrar refuses a name that another firm of the province bears.
  while (leads.length < count) {
    const firm = firmOf(random)
    const key = `${firm.province}${firm.brand}${firm.trade}`
    if (names.has(key)) continue
    names.add(key)
    firms.push(firm)
    leads.push(leadOf(random, firm))
  }
  const places = new Set<number>()
  while (places.size < 100) places.add(Math.floor(random() * count))
  const duplicates: [number, number][] = []
  const nearTwins: [number, number][] = []
  for (const [i, place] of [...places].entries()) {
    const [lead, firm] = [leads[place] as PlantedLead, firms[place] as Firm]
    const near = i >= 50 ? nearWays[i % nearWays.length] : undefined
    leads.push(near ? near(random, lead, firm) : duplicateOf(random, lead, firm))
    ;(near ? nearTwins : duplicates).push([place, leads.length - 1])
  }
  return { leads, duplicates, nearTwins }
}
