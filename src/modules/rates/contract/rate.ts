export const rates = ['signing', 'start', 'production', 'output', 'funding'] as const
export type Rate = (typeof rates)[number]

export const rateLabels: Readonly<Record<Rate, { readonly zh: string; readonly en: string }>> = {
  signing: { zh: '签约率', en: 'Signing rate' },
  start: { zh: '开工率', en: 'Start rate' },
  production: { zh: '投产率', en: 'Production rate' },
  output: { zh: '达效率', en: 'Output rate' },
  funding: { zh: '资金到位率', en: 'Funding rate' },
}

/** What stands over and under the line. */
export const rateParts: Readonly<Record<Rate, { readonly zh: string; readonly en: string }>> = {
  signing: { zh: '已签约 ÷ 洽谈过的项目', en: 'signed ÷ negotiated' },
  start: { zh: '已开工（施工许可和现场照片齐备）÷ 已签约', en: 'started (permit and site photo) ÷ signed' },
  production: {
    zh: '已投产（环保验收、入统或现场照片齐备）÷ 已开工',
    en: 'in production (acceptance and statistics) ÷ started',
  },
  output: { zh: '最近一年实际产值 ÷ 设计年产值', en: 'output of the last year ÷ planned yearly output' },
  funding: { zh: '实际支付 ÷ 总投资', en: 'paid ÷ total investment' },
}
