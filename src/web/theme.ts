import { type ThemeConfig, theme } from 'antd'

const fonts =
  "-apple-system, 'PingFang SC', 'Microsoft YaHei', 'HarmonyOS Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif"

/** Secondary and placeholder texts are darker than antd's own: those fail the contrast of WCAG 1.4.3. */
const light = {
  colorPrimary: '#0B57A4',
  colorLink: '#0B57A4',
  colorError: '#C4282D',
  colorTextSecondary: '#4A5160',
  colorTextTertiary: '#5A6170',
  colorTextDescription: '#5A6170',
  colorTextPlaceholder: '#646B78',
  colorTextDisabled: '#646B78',
  colorBorder: '#868D99',
}

const dark = {
  colorPrimary: '#7FB6F2',
  colorLink: '#8CC0F7',
  colorTextLightSolid: '#06203B',
  colorError: '#FF8A8C',
  colorTextSecondary: '#C3C8D1',
  colorTextTertiary: '#B4BAC5',
  colorTextDescription: '#B4BAC5',
  colorTextPlaceholder: '#A6ADB9',
  colorTextDisabled: '#A6ADB9',
  colorBorder: '#7A828F',
  colorBgContainer: '#171B21',
  colorBgElevated: '#1F242C',
  colorBgLayout: '#0F1216',
}

export function themeOf(isDark: boolean, large: boolean): ThemeConfig {
  const size = large ? { fontSize: 18, controlHeight: 44, controlHeightLG: 52 } : { fontSize: 15, controlHeight: 36 }
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: { ...(isDark ? dark : light), ...size, fontFamily: fonts, borderRadius: 6, motion: false, wireframe: false },
    hashed: false,
  }
}
