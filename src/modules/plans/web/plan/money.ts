/** Yuan as a decimal string in 万元 with at most two places, for display only. */
export function wanText(yuan: string): string {
  return (Number(yuan) / 10_000).toLocaleString('en-US', { maximumFractionDigits: 2 })
}
