import type { Shape } from '../shape.ts'
import type zh from '../zh/unitKinds.ts'

export default {
  government: 'Government',
  'government-office': 'Government office',
  'justice-bureau': 'Justice bureau',
  'market-regulator': 'Market regulator',
  department: 'Department',
  party: 'Party department',
  congress: "People's congress",
  'consultative-conference': 'Consultative conference',
  court: 'Court',
  procuratorate: 'Procuratorate',
  vertical: 'Vertically managed body',
  'development-zone': 'Development zone',
  township: 'Township government',
  'sub-district': 'Sub-district office',
  'authorised-organisation': 'Authorised organisation',
  internal: 'Internal body',
  coordination: 'Coordinating or temporary body',
  association: 'Association or enterprise',
} satisfies Shape<typeof zh>
