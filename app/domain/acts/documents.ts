/** Documents that an act orders with its record. The executor renders them once and keeps the bytes. */
export type DocumentOrder = {
  template:
    | 'draft'
    | 'adoption-table'
    | 'own-opinion'
    | 'review-opinion'
    | 'agenda'
    | 'minutes'
    | 'approval-sheet'
    | 'red-head'
    | 'consultation-letter'
  name: string
}
