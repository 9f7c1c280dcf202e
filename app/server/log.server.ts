import pino from 'pino'

/** One JSON line per event on the standard output. Words that people wrote and secrets never go here. */
export const log = pino({
  level: process.env.LOG_LEVEL || 'info',
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ['password', '*.password', 'cookie', '*.cookie', 'authorization', '*.authorization'],
})
