import { z } from 'zod'
import { isPlainDate } from './date.ts'

/** Shapes that many inputs share. Messages are codes; the sentences live in app/messages. */
export const plainDate = z.string().refine(isPlainDate, 'date-invalid')
export const instant = z
  .string()
  .refine((value) => !Number.isNaN(Date.parse(value)) && /(Z|[+-]\d{2}:\d{2})$/.test(value), 'instant-invalid')
export const id = z.string().min(1, 'required').max(64)
/** One line of words. */
export const line = z.string().trim().min(1, 'required').max(500, 'too-long')
export const optionalLine = z.string().trim().max(500, 'too-long').optional()
/** Several paragraphs. */
export const words = z.string().trim().min(1, 'required').max(20_000, 'too-long')
export const optionalWords = z.string().trim().max(20_000, 'too-long').optional()
/** A yes or no that a form sends as one of two radios. */
export const yesNo = z.union([
  z.boolean(),
  z.enum(['true', 'false'], 'required').transform((value) => value === 'true'),
])
/** Yes, no, or not known yet (`null`), as a form sends it in one of three radios. */
export const yesNoUnknown = z.union([
  z.boolean().nullable(),
  z
    .enum(['true', 'false', 'unknown'], 'required')
    .transform((value) => (value === 'unknown' ? null : value === 'true')),
])
