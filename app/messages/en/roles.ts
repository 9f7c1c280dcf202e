import type { Shape } from '../shape.ts'
import type zh from '../zh/roles.ts'

export default {
  drafter: 'Drafter',
  liaison: 'Liaison',
  'unit-head': 'Head of unit',
  'department-legal-reviewer': 'Department legal reviewer',
  'copy-editor': 'Copy editor',
  'office-clerk': 'Office clerk',
  'office-head': 'Head of office',
  'secretary-general': 'Secretary-general',
  'deputy-chief': 'Deputy chief',
  'chief-executive': 'Chief executive',
  'meeting-member': 'Meeting member',
  'review-officer': 'Review officer',
  'review-section-head': 'Review section head',
  'review-deputy-head': 'Deputy head of the reviewer',
  'review-head': 'Head of the reviewer',
  'fair-competition-reviewer': 'Fair-competition reviewer',
  'filing-reviewer': 'Filing reviewer',
  'register-keeper': 'Register keeper',
  'system-administrator': 'System administrator',
  'security-officer': 'Security officer',
  auditor: 'Auditor',
} satisfies Shape<typeof zh>
