import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** The one accent: a calm deep blue whose darkest shade carries white text (contrast above 10). */
const accent: MantineColorsTuple = [
  '#eef3f9',
  '#dbe5f0',
  '#b8cbe2',
  '#93b0d4',
  '#7499c8',
  '#5f8ac0',
  '#4a77ae',
  '#36629a',
  '#295283',
  '#1c3f69',
]

export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  // the lighter default shades fall below the contrast that WCAG AA asks for
  primaryShade: 9,
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'var(--font-code)',
  headings: { fontFamily: 'var(--font-heading)', fontWeight: '600' },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  defaultRadius: 2,
  cursorType: 'pointer',
  respectReducedMotion: true,
})
